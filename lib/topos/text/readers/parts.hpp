// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "topos/text/readers/reader.hpp"

namespace topos {

/// How a file of lines holds several documents.
struct PartRule {
  /// Whether a document begins with `line`, which `follows` nothing or a blank line.
  bool (*begins)(std::string_view line, bool follows);
  /// Whether a line before the first beginning is text, and so a document without one.
  bool (*content)(std::string_view line);
  /// What a document calls itself; empty if it does not.
  std::string (*id)(std::string_view part);
  bool text = true;  ///< the file is in one encoding, and its parts are given as UTF-8
};

/// Cuts a file into its documents, which `structure` makes text of. Those without a name of their own are called
/// `id:1`, `id:2` …, or as the file is if it holds but one. Memory: one document. Errors: Errc::too_large, for a
/// document of 2 GiB or more.
[[nodiscard]] std::unique_ptr<Reader> parts_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                                   const PartRule& rule, StructureReader structure);

}  // namespace topos
