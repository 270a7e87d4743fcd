// SPDX-License-Identifier: Apache-2.0
#include "options/partial.hpp"

#include <string>

#include "session.hpp"
#include "topos/base/io.hpp"

namespace topos::cli {

void PartialGroup::declare(Options& options) {
  gathered.reset(new Gathered{{}, PartialWriter(temporary_folder())});
  options.section("Output");
  options.flag("--partial", wanted, "Write what merge needs of this part of a corpus, as JSON Lines, and no table");
}

void write_part(const OutputGroup& output, const PartialHead& head, PartialWriter& documents) {
  OutputStream stream(output.path);
  documents.finish(head, [&](std::string_view line) {
    stream.write(line);
    stream.write("\n");
  });
  stream.close();
  write_provenance(output, head.provenance);
}

PartialReader*& parts_to_merge() noexcept {
  static PartialReader* parts = nullptr;
  return parts;
}

}  // namespace topos::cli
