// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/base/span.hpp"

namespace topos {

/// One line of a text without its end and without blanks at its ends.
struct Line {
  ByteSpan span;
  std::uint32_t indent = 0;  ///< blank characters before it
  bool page_end = false;     ///< a form feed ends it

  [[nodiscard]] bool blank() const noexcept { return span.empty(); }
};

/// Steps through the lines of a text. Lines end at LF, CR LF, CR, form feed, U+2028 and U+2029. Copies are cheap
/// bookmarks.
class LineScanner {
 public:
  /// Domain: valid UTF-8 of less than 2 GiB; at <= text.size(), at a line's beginning.
  LineScanner(std::string_view text, std::uint32_t at) noexcept : text_(text), at_(at) {}
  /// The next line, false at the end.
  bool next(Line& line) noexcept;
  /// Where the next line begins.
  [[nodiscard]] std::uint32_t position() const noexcept { return at_; }

 private:
  std::string_view text_;
  std::uint32_t at_;
};

/// How the lines of a text lie. Lengths are in code points.
struct LineShape {
  std::uint32_t lines = 0;          ///< lines that are not blank
  std::uint32_t gaps = 0;           ///< places where blank lines stand between such lines
  std::uint32_t median = 0;         ///< median length of a line
  std::uint32_t half = 0;           ///< half of the text stands in lines at least this long
  std::uint32_t usual_indent = 0;   ///< the indent that most lines have
  std::uint32_t hash_headings = 0;  ///< lines that look like Markdown headings
};

/// Measures the lines from byte `begin` on.
/// Cost: one pass, constant memory.
[[nodiscard]] LineShape line_shape(std::string_view text, std::uint32_t begin);

}  // namespace topos
