// SPDX-License-Identifier: Apache-2.0
#include "options/window.hpp"

#include <optional>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"

namespace topos::cli {
namespace {

constexpr std::int64_t widest = 10'000;

std::optional<std::uint32_t> words(std::string_view text) {
  const auto number = parse_integer(text);
  if (!number || *number < 0 || *number > widest) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

/// "3L" of "3L,2R" gives 3 for 'L'.
std::optional<std::uint32_t> side(std::string_view text, char letter) {
  if (text.empty() || (text.back() != letter && text.back() != letter + ('a' - 'A'))) return std::nullopt;
  return words(text.substr(0, text.size() - 1));
}

}  // namespace

WordWindow parse_window(std::string_view text) {
  if (text == "sentence") return {WordWindow::all, WordWindow::all};
  const std::size_t comma = text.find(',');
  const std::string_view first = text.substr(0, comma);
  std::optional<WordWindow> window;
  if (comma != std::string_view::npos) {
    const auto left = side(first, 'L');
    const auto right = side(text.substr(comma + 1), 'R');
    if (left && right) window = {*left, *right};
  } else if (const auto both = words(text)) {
    window = {*both, *both};
  } else if (const auto left = side(first, 'L')) {
    window = {*left, 0};
  } else if (const auto right = side(first, 'R')) {
    window = {0, *right};
  }
  if (!window || (window->left == 0 && window->right == 0))
    throw Error(Errc::usage, "'" + printable(text) + "' is no window", {},
                "say 5 (words on both sides), 3L,2R, 3L, 2R, at most 10000, or sentence");
  return *window;
}

}  // namespace topos::cli
