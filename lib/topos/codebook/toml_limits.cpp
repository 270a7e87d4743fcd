// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/toml.hpp"

namespace topos {
namespace {

constexpr std::size_t deepest_brackets = 64;
constexpr std::size_t most_dots_in_line = 32;
constexpr std::size_t most_values = 1000000;

/// Byte behind the string that opens at `at`; a broken string ends where its line does.
std::size_t skip_string(std::string_view text, std::size_t at, std::size_t& line) {
  const char quote = text[at];
  const bool escapes = quote == '"';
  const std::string three(3, quote);
  const bool multiline = text.substr(at, 3) == three;
  at += multiline ? 3 : 1;
  while (at < text.size()) {
    if (escapes && text[at] == '\\') {
      if (at + 1 < text.size() && text[at + 1] == '\n') ++line;
      at += 2;
    } else if (multiline && text.substr(at, 3) == three) {
      at += 3;
      while (at < text.size() && text[at] == quote) ++at;
      return at;
    } else if (!multiline && text[at] == quote) {
      return at + 1;
    } else if (text[at] == '\n') {
      if (!multiline) return at;
      ++line;
      ++at;
    } else {
      ++at;
    }
  }
  return text.size();
}

}  // namespace

void check_toml_limits(std::string_view text, const std::string& path) {
  std::size_t line = 1;
  std::size_t depth = 0;
  std::size_t dots = 0;
  std::size_t values = 0;
  const auto refuse = [&](const char* why) { throw Error(Errc::codebook, why, {path, line, 0}); };
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = skip_string(text, at, line);
      continue;
    }
    if (c == '#') {
      at = text.find('\n', at);
      if (at == std::string_view::npos) return;
      continue;
    }
    if (c == '\n') {
      ++line;
      dots = 0;
    }
    if (c == '.' && ++dots > most_dots_in_line) refuse("a key is nested too deeply");
    if ((c == '[' || c == '{') && ++depth > deepest_brackets) refuse("brackets are nested too deeply");
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if ((c == ',' || c == '=' || c == '[') && ++values > most_values) refuse("the file holds too many values");
    ++at;
  }
}

}  // namespace topos
