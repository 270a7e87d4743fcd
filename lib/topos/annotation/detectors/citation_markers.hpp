// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// A place where a text names a source (method.md B2).
struct CitationMarker {
  enum class Form : std::uint8_t {
    numeric,      ///< [3], [3, 7–9]
    superscript,  ///< ³
    author_year   ///< (Name, 2019; Name & Name, 2020) and Name (2019)
  };
  ByteSpan span;
  Form form = Form::numeric;
  bool integral = false;  ///< author_year: the name stands in the sentence, the year alone in brackets
  std::vector<std::string>
      references;  ///< numbers, ranges written out ("7", "8"), or names with years ("Name 2019"), as written
};

/// Appends the markers of `where` in text order. Numbers have at most three digits, a range spans at most fifty and a
/// marker has at most a thousand of them. Units: bytes of `text`. Domain: `where.in(text)` is valid UTF-8. Cost:
/// linear.
void find_citation_markers(std::string_view text, ByteSpan where, std::vector<CitationMarker>& out);

/// "numeric", "superscript" or "author_year".
[[nodiscard]] std::string_view to_string(CitationMarker::Form form) noexcept;

}  // namespace topos
