// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

namespace topos {

/// What went wrong, as listed in errors.def.
enum class Errc {
#define TOPOS_ERROR(id, slug, meaning) id,
#include "topos/base/errors.def"
#undef TOPOS_ERROR
};

/// Where it went wrong. `line` and `column` count from 1; 0 means unknown. `column` counts code points.
struct Location {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// The library's one exception: the input or the machine is wrong, not the program.
class Error : public std::exception {
 public:
  /// `hint` says what to do about it, in the imperative; it may be empty.
  Error(Errc code, std::string message, Location where = {}, std::string hint = {});
  [[nodiscard]] Errc code() const noexcept { return code_; }
  /// What went wrong, without its place.
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  [[nodiscard]] const Location& where() const noexcept { return where_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  /// "path:line:column: message [slug]", without the parts that are unknown.
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  Errc code_;
  std::string message_;
  Location where_;
  std::string hint_;
  std::string text_;
};

[[nodiscard]] std::string_view slug(Errc code) noexcept;
[[nodiscard]] std::string_view meaning(Errc code) noexcept;

/// `text` with control characters, bidi overrides and invalid UTF-8 shown as escapes, fit for a terminal.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace topos
