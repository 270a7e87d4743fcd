// SPDX-License-Identifier: Apache-2.0
#include "topos/text/header_block.hpp"

#include <algorithm>
#include <array>

#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::size_t look = 64 * 1024;
constexpr std::size_t longest_key = 40;
constexpr std::array<std::string_view, 9> known = {"title", "date", "author",  "source", "language",
                                                   "genre", "url",  "country", "outlet"};

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ' ';
}

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    return value.substr(1, value.size() - 2);
  return value;
}

std::optional<std::pair<std::string, std::string>> field_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > longest_key ||
      !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_key_character))
    return std::nullopt;
  if (line.front() == ' ' || line.front() == '-') return std::nullopt;
  // "key:value" is a URL or a time of day more often than a field.
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t' && line[colon + 1] != '\r')
    return std::nullopt;
  std::string key = lower_ascii(trimmed(line.substr(0, colon)));
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return std::pair(std::move(key), std::string(unquoted(trimmed(line.substr(colon + 1)))));
}

void set(HeaderBlock& block, std::pair<std::string, std::string> field) {
  if (!field.second.empty()) block.fields.push_back(std::move(field));
}

/// The line at `at` without its end, and where the next one begins; nothing if it does not end within `text`.
std::optional<std::string_view> line_at(std::string_view text, std::size_t& at) {
  const std::size_t feed = std::min(text.find('\n', at), text.size());
  const std::size_t end = std::min(text.substr(0, feed).find('\r', at), feed);
  if (end == text.size()) return std::nullopt;
  const std::string_view line = text.substr(at, end - at);
  at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  return line;
}

std::optional<HeaderBlock> front_matter(std::string_view text, std::size_t at) {
  HeaderBlock block;
  const auto first = line_at(text, at);
  if (!first || trimmed(*first) != "---" || first->front() != '-') return std::nullopt;
  while (true) {
    const std::size_t begin = at;
    auto line = line_at(text, at);
    if (!line && text.size() < look) {
      line = text.substr(begin);
      at = text.size();
    }
    if (!line || (at == begin)) return std::nullopt;
    const std::string_view content = trimmed(*line);
    if (content == "---" || content == "...") break;
    if (auto field = field_of(*line))
      set(block, std::move(*field));
    else if (!content.empty() && content.front() != '#')
      ++block.left_out;
  }
  block.end = at;
  if (block.fields.empty()) return std::nullopt;
  return block;
}

std::optional<HeaderBlock> plain_block(std::string_view text, std::size_t at) {
  HeaderBlock block;
  std::size_t known_keys = 0;
  while (auto line = line_at(text, at)) {
    if (is_blank_line(*line)) {
      block.end = at;
      if (known_keys >= 2) return block;
      return std::nullopt;
    }
    auto field = field_of(*line);
    if (!field) return std::nullopt;
    known_keys += std::find(known.begin(), known.end(), field->first) != known.end();
    set(block, std::move(*field));
  }
  return std::nullopt;
}

}  // namespace

std::optional<HeaderBlock> read_header_block(std::string_view text) {
  const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::string_view top = text.substr(0, look);
  return top.substr(begin).starts_with("---") ? front_matter(top, begin) : plain_block(top, begin);
}

}  // namespace topos
