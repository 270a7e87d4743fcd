// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/codebook/pattern.hpp"

namespace topos {

/// `at` moved right by the code points of `passed`.
[[nodiscard]] Location advanced(const Location& at, std::string_view passed);

/// A place in a pattern string.
struct Mark {
  std::size_t offset = 0;  ///< bytes
  std::size_t points = 0;  ///< characters
};

/// Reads a pattern string character by character and knows where it is.
class Scanner {
 public:
  /// What `peek` gives behind the last character.
  static constexpr char32_t end = 0xFFFFFFFF;

  /// `in_macro` is the name of the macro whose value this is, or empty; inside a macro every place is `at`.
  /// Errors: Errc::pattern, if `text` is not valid UTF-8.
  Scanner(std::string_view text, Location at, std::string_view in_macro = {});

  [[nodiscard]] bool done() const noexcept { return offset_ == text_.size(); }
  /// The next character, or `end`.
  [[nodiscard]] char32_t peek() const noexcept { return point_; }
  /// Whether the rest begins with `prefix`.
  [[nodiscard]] bool sees(std::string_view prefix) const noexcept { return text_.substr(offset_).starts_with(prefix); }
  /// Steps over the next character and returns its bytes. Domain: not done.
  std::string_view next() noexcept;
  /// Steps over `c` if it comes next.
  bool take(char32_t c) noexcept;

  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  [[nodiscard]] Mark mark() const noexcept { return {offset_, points_}; }
  [[nodiscard]] std::string_view since(Mark mark) const noexcept {
    return text_.substr(mark.offset, offset_ - mark.offset);
  }
  [[nodiscard]] Spot spot(Mark mark) const noexcept;
  /// The same with the path.
  [[nodiscard]] Location place(Mark mark) const;

  /// Throws Errc::pattern for the character at `mark`.
  [[noreturn]] void fail(Mark mark, std::string message, std::string hint = {}) const;
  [[noreturn]] void fail(std::string message, std::string hint = {}) const {
    fail(mark(), std::move(message), std::move(hint));
  }

 private:
  void look() noexcept;

  std::string_view text_;
  Location at_;
  std::string macro_;
  std::size_t offset_ = 0;
  std::size_t next_ = 0;
  std::size_t points_ = 0;
  char32_t point_ = end;
};

/// White space of Unicode, NBSP and the ideographic space included.
[[nodiscard]] bool is_pattern_space(char32_t c) noexcept;

/// `part = [a-z][a-z0-9_]*`
[[nodiscard]] bool is_name(std::string_view text) noexcept;
/// `id = part { "." part }`
[[nodiscard]] bool is_code_id(std::string_view text) noexcept;

}  // namespace topos
