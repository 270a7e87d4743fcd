// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "options/detect.hpp"
#include "session.hpp"
#include "stream_output.hpp"

namespace topos::cli {
namespace {

struct AnnotateCommand {
  Session session;
  StreamChoices stream;
  DetectGroup detect;

  Status run() {
    Library library(session.search, false, detect.cues());
    return write_stream(session, stream, library, Annotate::always);
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<AnnotateCommand>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.search.declare_skipping(options);
  command->detect.declare(options);
  command->session.filter.declare_regions(options);
  command->session.run.declare(options);
  command->stream.declare(options);
  command->session.output.declare_plain(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command annotate_command{.name = "annotate",
                               .group = "Core",
                               .summary = "Find the codes of a codebook and write texts with their hits",
                               .examples =
                                   "topos annotate -c mine.toml a.txt b.txt > annotated.jsonl\n"
                                   "topos read texts/ | topos annotate | topos count",
                               .declare = declare};

}  // namespace topos::cli
