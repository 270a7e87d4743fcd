// SPDX-License-Identifier: Apache-2.0
#include "topos/text/front_lines.hpp"

#include <algorithm>
#include <string_view>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/cues.hpp"
#include "topos/text/lines.hpp"

namespace topos {
namespace {

constexpr std::uint32_t block_words = 60;
constexpr std::uint32_t line_words = 16;
constexpr std::uint32_t words_around_date = 7;
constexpr std::uint32_t words_around_year = 2;

std::uint32_t number_runs(std::string_view text) noexcept {
  std::uint32_t runs = 0;
  bool inside = false;
  for (const char c : text) {
    const bool digit = is_ascii_digit(static_cast<unsigned char>(c));
    runs += digit && !inside;
    inside = digit;
  }
  return runs;
}

/// Thai words are about three times as long as the rough count takes them for.
std::uint32_t scale(std::string_view line) noexcept { return is_unpunctuated(code_point_at(line, 0).value) ? 3 : 1; }

bool is_date_line(std::string_view line, bool under_title) noexcept {
  const std::uint32_t words = rough_words(line, 99);
  const std::uint32_t others = words - std::min(words, number_runs(line));
  if (has_full_date(line)) return others <= words_around_date * scale(line);
  return under_title && has_year(line) && others <= words_around_year * scale(line);
}

/// Two to four capitalised words and nothing else.
bool is_name(std::string_view line) noexcept {
  const std::string_view bare = without_marks(line);
  const std::uint32_t words = rough_words(bare, 6);
  if (words < 2 || words > 4) return false;
  bool start = true;
  for (std::size_t at = 0; at < bare.size();) {
    const CodePoint c = code_point_at(bare, at);
    at += c.size;
    const bool joiner = c.value == U' ' || c.value == U'.' || c.value == U'-' || c.value == U'\'' || c.value == U'’';
    if (start ? !is_upper(c.value) : !joiner && !is_word_character(c.value)) return false;
    start = c.value == U' ';
  }
  return true;
}

std::string_view line_rule(std::string_view line, bool under_title) {
  if (has_address(line)) return "by-line";
  if (is_date_line(line, under_title)) return "date line";
  const std::uint32_t words = rough_words(line, 99);
  if (words > 1 && (find_first_cues(line, words) & cue_bit(Cue::byline)) != 0) return "by-line";
  return under_title && is_name(line) ? "name" : std::string_view();
}

}  // namespace

std::string_view byline_rule(std::string_view block, bool under_title) {
  if (rough_words(block, block_words + 1) > block_words) return {};
  std::string_view rule;
  LineScanner scanner(block, 0);
  Line line;
  while (scanner.next(line)) {
    const std::string_view content = line.span.in(block);
    if (content.empty()) continue;
    const bool address = has_address(content);
    if (rough_words(content, 99) > line_words * scale(content)) return {};
    if (!address && ends_sentence(content)) return {};
    if (rule.empty()) rule = line_rule(content, under_title);
  }
  return rule;
}

}  // namespace topos
