// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// One entry of a list of references, read as far as its form tells (method.md B3). What cannot be told is empty.
struct ReferenceEntry {
  ByteSpan span;                     ///< without the mark of a list before it
  std::optional<unsigned> number;    ///< [3], 3. or 3)
  std::vector<std::string> authors;  ///< as written
  std::vector<std::string> years;  ///< each once, the year of publication first; those in addresses and pages left out
  std::string title;
  std::string container;  ///< journal, book or publisher
  std::vector<std::string> urls;
  std::string doi;
  std::string language;                  ///< BCP 47 tag, guessed from the title, "und" if it is too short to tell
  std::vector<std::string> flaws;        ///< undated, untitled, malformed, broken_host, tracking_parameter, duplicate
  std::optional<unsigned> duplicate_of;  ///< number of the earlier entry, or its place in the list, from 1
};

/// Reads one entry.
/// Domain: as reference_spans gives it. Cost: linear.
[[nodiscard]] ReferenceEntry read_reference(std::string_view text, ByteSpan entry);

}  // namespace topos
