// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// One line of a text without its end and without blanks at its ends.
struct Line {
  ByteSpan span;
  std::uint32_t indent = 0;  ///< blank characters before it
  std::uint32_t length = 0;  ///< code points
  bool page_end = false;     ///< a form feed ends it
  bool after_blank = false;  ///< a blank line stands before it

  [[nodiscard]] bool blank() const noexcept { return span.empty(); }
};

/// Steps through the lines of a text. Lines end at LF, CR LF, CR, form feed, U+2028 and U+2029. Copies are cheap
/// bookmarks.
class LineScanner {
 public:
  /// Domain: valid UTF-8 of less than 2 GiB; at <= text.size(), at a line's beginning.
  LineScanner(std::string_view text, std::uint32_t at) noexcept : text_(text), at_(at), block_(at), scanned_(at) {}
  /// The next line, false at the end.
  bool next(Line& line) noexcept;
  /// Where the next line begins.
  [[nodiscard]] std::uint32_t position() const noexcept { return static_cast<std::uint32_t>(at_); }

 private:
  struct End {
    std::size_t at;
    std::size_t size;
    std::uint32_t length;  ///< code points before it
  };
  End find_end() noexcept;
  void scan() noexcept;

  std::string_view text_;
  std::size_t at_;
  std::size_t block_;                ///< where the 64 bytes begin that have been looked at last
  std::size_t scanned_;              ///< where they end
  std::uint64_t ends_ = 0;           ///< which of them line ends may begin with
  std::uint64_t continuations_ = 0;  ///< which of them go on with a character
};

/// The lines from byte `begin` on that are not blank. Domain: as LineScanner.
/// Cost: one pass; 20 bytes a line.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text, std::uint32_t begin);

/// How the lines of a text lie. Lengths are in code points.
struct LineShape {
  std::uint32_t lines = 0;          ///< lines that are not blank
  std::uint32_t gaps = 0;           ///< places where blank lines stand between such lines
  std::uint32_t median = 0;         ///< median length of a line
  std::uint32_t half = 0;           ///< half of the text stands in lines at least this long
  std::uint32_t usual_indent = 0;   ///< the indent that most lines have
  std::uint32_t hash_headings = 0;  ///< lines that look like Markdown headings
};

/// Measures the lines that `lines_of` found.
[[nodiscard]] LineShape line_shape(std::string_view text, const std::vector<Line>& lines);

}  // namespace topos
