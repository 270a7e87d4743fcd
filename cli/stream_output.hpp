// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "session.hpp"

namespace topos::cli {

/// Options of commands that write the record stream.
struct StreamChoices {
  std::string offsets = "bytes";
  bool show_regions = false;  ///< a table of the regions and their cues instead of the stream

  void declare(Options& options);
};

/// Runs the pipeline and writes the record stream, or the table of regions.
[[nodiscard]] Status write_stream(Session& session, const StreamChoices& choices, Library& library, Annotate annotate);

}  // namespace topos::cli
