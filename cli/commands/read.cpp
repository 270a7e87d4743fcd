// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "session.hpp"
#include "stream_output.hpp"

namespace topos::cli {
namespace {

struct Read {
  Session session;
  StreamChoices stream;

  Status run() {
    Library library{SearchGroup{}};
    return write_stream(session, stream, library, Annotate::never);
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Read>();
  command->session.input.declare(options);
  command->session.filter.declare_regions(options);
  command->session.run.declare(options);
  command->stream.declare(options);
  command->session.output.declare_plain(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command read_command{.name = "read",
                           .group = "Core",
                           .summary = "Read texts and write them as a record stream",
                           .examples =
                               "topos read texts/ --metadata meta.tsv --cut 2022-02-24 > texts.jsonl\n"
                               "topos read page.txt --show-regions",
                           .declare = declare};

}  // namespace topos::cli
