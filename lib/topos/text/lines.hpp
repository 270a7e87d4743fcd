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
  LineScanner(std::string_view text, std::uint32_t at) noexcept : text_(text), at_(at), block_(at) { look(); }
  /// The next line, false at the end.
  bool next(Line& line) noexcept;
  /// Where the next line begins.
  [[nodiscard]] std::uint32_t position() const noexcept { return static_cast<std::uint32_t>(at_); }

 private:
  struct End {
    std::size_t at;
    std::size_t size;
  };
  End find_end() noexcept;
  void look() noexcept;
  void advance() noexcept;
  [[nodiscard]] std::size_t continuations_before(std::size_t at) const noexcept;

  std::string_view text_;
  std::size_t at_;
  std::size_t block_;                ///< where the 64 bytes begin that have been looked at last
  std::uint64_t ends_ = 0;           ///< which of them line ends may begin with, without those that have been passed
  std::uint64_t continuations_ = 0;  ///< which of them go on with a character
  std::size_t passed_ = 0;           ///< bytes before them that do
};

/// The lines from byte `begin` on that are not blank. Domain: as LineScanner.
/// Cost: one pass; 20 bytes a line.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text, std::uint32_t begin);

/// What is longer was not wrapped by hand.
inline constexpr std::uint32_t long_line = 160;

/// How the lines of a text lie. Lengths are in code points.
struct LineShape {
  std::uint32_t lines = 0;          ///< lines that are not blank
  std::uint32_t gaps = 0;           ///< places where blank lines stand between such lines
  std::uint64_t long_lines = 0;     ///< length of all lines of more than `long_line` together
  std::uint64_t length = 0;         ///< length of all lines together
  std::uint32_t usual_indent = 0;   ///< the indent that most lines have
  std::uint32_t hash_headings = 0;  ///< lines that look like Markdown headings
};

/// Measures the lines that `lines_of` found.
[[nodiscard]] LineShape line_shape(std::string_view text, const std::vector<Line>& lines);

/// The median length of the lines; 0 if there are none.
[[nodiscard]] std::uint32_t median_length(const std::vector<Line>& lines);

}  // namespace topos
