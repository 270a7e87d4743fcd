// SPDX-License-Identifier: Apache-2.0
#include "topos/text/pdf/line_joiner.hpp"

#include "topos/text/code_points.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view hyphen = "\xE2\x80\x90";

std::string_view without_hyphen(std::string_view line) noexcept {
  for (const std::string_view mark : {std::string_view("-"), soft_hyphen, hyphen})
    if (line.ends_with(mark)) return line.substr(0, line.size() - mark.size());
  return line;
}

std::string folded(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    append_utf8(result, fold_case(c.value));
    at += c.size;
  }
  return result;
}

/// The letters at the end of `text`, hyphens inside words too.
std::string_view last_word(std::string_view text) noexcept {
  std::size_t begin = text.size();
  while (begin > 0) {
    const CodePoint c = code_point_before(text, begin);
    if (!is_word_character(c.value) && c.value != U'-') break;
    begin -= c.size;
  }
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) noexcept {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (!is_word_character(c.value) && c.value != U'-') break;
    end += c.size;
  }
  return text.substr(0, end);
}

}  // namespace

bool LineJoiner::ends_cut(std::string_view line) noexcept {
  const std::string_view stem = without_hyphen(line);
  return stem.size() < line.size() && !stem.empty() && is_word_character(code_point_before(stem, stem.size()).value);
}

void LineJoiner::learn(std::string_view line, bool cut_before) {
  std::string_view rest = cut_before ? line.substr(first_word(line).size()) : line;
  if (ends_cut(rest))
    rest = without_hyphen(rest).substr(0, without_hyphen(rest).size() - last_word(without_hyphen(rest)).size());
  while (!rest.empty()) {
    const std::string_view word = first_word(rest);
    if (word.size() > 1) words_.insert(folded(word));
    rest.remove_prefix(word.empty() ? code_point_at(rest, 0).size : word.size());
  }
}

void LineJoiner::join(std::string& text, std::string_view line) const {
  if (!ends_cut(text) || line.empty() || !is_lower(code_point_at(line, 0).value)) {
    if (!text.empty()) text += ' ';
    text += line;
    return;
  }
  const std::string_view stem = without_hyphen(text);
  const std::string left = folded(last_word(stem));
  const std::string right = folded(first_word(line));
  const bool known = words_.count(left + right) != 0 && words_.count(left + "-" + right) == 0;
  if (known || text.ends_with(soft_hyphen)) text.resize(stem.size());
  text += line;
}

}  // namespace topos
