// SPDX-License-Identifier: Apache-2.0
#include "topos/text/block_features.hpp"

#include <algorithm>

#include "topos/base/number.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/markdown.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::uint32_t most_words = 255;
constexpr std::size_t longest_label = 60;
constexpr std::uint32_t label_words = 8;

bool is_terminal(char32_t c) noexcept {
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
    case U':':
    case U';':
    case U'…':
    case U'。':
    case U'！':
    case U'？':
    case U'：':
    case U'；':
    case U'｡':
    case U'‽':
    case U'⁈':
    case U'⁉':
    case U'؟':
    case U'۔':
    case U'؛':
    case U'։':
    case U'।':
    case U'॥':
    case U'።':
    case U'፧':
    case U'။':
    case U'។':
    case U'៕':
    case U'།':
    case 0x37E:
      return true;
    default:
      return false;
  }
}

bool is_closer(char32_t c) noexcept {
  switch (c) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'}':
    case U'*':
    case U'_':
    case U'`':
    case U'”':
    case U'’':
    case U'“':
    case U'»':
    case U'›':
    case U'」':
    case U'』':
    case U'）':
    case U'】':
    case U'》':
    case U'〉':
    case U'］':
      return true;
    default:
      return false;
  }
}

bool is_superscript(char32_t c) noexcept { return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079); }

/// `text` without a "[3, 4]" at its end.
std::string_view without_reference_mark(std::string_view text) noexcept {
  if (!text.ends_with(']')) return text;
  std::size_t at = text.size() - 1;
  while (at > 0 && std::string_view("0123456789, -^").find(text[at - 1]) != std::string_view::npos) --at;
  return at > 0 && at < text.size() - 1 && text[at - 1] == '[' ? text.substr(0, at - 1) : text;
}

bool roman(std::string_view text) noexcept {
  return !text.empty() && text.size() <= 6 && text.find_first_not_of("IVX") == std::string_view::npos;
}

std::uint32_t digits_at(std::string_view text, std::size_t at) noexcept {
  std::uint32_t n = 0;
  while (at + n < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at + n]))) ++n;
  return n;
}

void measure(std::string_view text, Block& block) {
  const std::string_view content = block.span.in(text);
  block.words = static_cast<std::uint8_t>(rough_words(content, most_words));
  block.terminal = ends_sentence(content);
  block.emphasised = is_emphasised(content);
  const std::string_view bare = without_marks(content);
  if (!bare.empty()) {
    const char32_t first = code_point_at(bare, 0).value;
    block.capital = is_word_character(first) && !is_lower(first);
    block.lower = is_lower(first);
    block.unpunctuated = is_unpunctuated(first);
  }
  block.cues = find_cues(content, block.words);
}

/// "A/70/PV.20 30/09/2015": capitals, far more digits and slashes, as pages of official records carry.
bool is_document_symbol(std::string_view line) noexcept {
  if (line.size() > 40) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t slashes = 0;
  for (const char c : line) {
    if (c >= 'A' && c <= 'Z')
      ++letters;
    else if (is_ascii_digit(static_cast<unsigned char>(c)))
      ++digits;
    else if (c == '/')
      ++slashes;
    else if (c != ' ' && c != '.' && c != '-')
      return false;
  }
  return letters > 0 && slashes > 1 && digits >= 3 * letters;
}

}  // namespace

std::uint32_t rough_words(std::string_view text, std::uint32_t limit) noexcept {
  WordScanner scanner(text);
  std::uint32_t words = 0;
  bool inside = false;
  bool half = false;
  while (words < limit && scanner.next()) {
    const std::uint64_t letters = scanner.words();
    if (scanner.unspaced() == 0) {
      words += static_cast<std::uint32_t>(std::popcount(letters & ~(letters << 1 | std::uint64_t{inside})));
      inside = letters >> 63 != 0;
      half = false;
      continue;
    }
    for (std::uint64_t begins = scanner.begins(); begins != 0; begins &= begins - 1) {
      const std::uint64_t bit = begins & (~begins + 1);
      const bool unspaced = (scanner.unspaced() & bit) != 0;
      const bool word = (letters & bit) != 0;
      words += word && !(unspaced ? half : inside);
      half = unspaced && !half;
      inside = word && !unspaced;
    }
  }
  return std::min(words, limit);
}

bool ends_sentence(std::string_view text) noexcept {
  if (!text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
      is_word_character(static_cast<unsigned char>(text.back())))
    return false;
  text = without_reference_mark(trim(text));
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (is_terminal(c.value)) return true;
    if (!is_closer(c.value) && !is_superscript(c.value) && !is_blank(c.value)) return false;
    text.remove_suffix(c.size);
    text = without_reference_mark(text);
  }
  return false;
}

bool is_page_number(std::string_view line) noexcept {
  if (is_document_symbol(line)) return true;
  if (line.size() > 24 || has_full_date(line)) return false;
  std::size_t at = 0;
  for (const std::string_view word : {"Page ", "page ", "p. ", "P a g e "})
    if (line.starts_with(word)) at = word.size();
  const bool named = at > 0;
  bool digit = false;
  std::uint32_t run = 0;
  for (; at < line.size(); ++at) {
    const auto c = static_cast<unsigned char>(line[at]);
    run = is_ascii_digit(c) ? run + 1 : 0;
    if (run > 6) return false;
    digit = digit || run > 0;
    if (run > 0 || c == ' ' || c == '-' || c == '/' || c == '|') continue;
    if (named && line.substr(at).starts_with("of "))
      ++at;
    else if (line.substr(at).starts_with("–") || line.substr(at).starts_with("—"))
      at += 2;
    else
      return false;
  }
  return digit;
}

std::size_t bracket_number(std::string_view text) noexcept {
  const std::size_t mark = text.starts_with("- ") ? 2 : 0;
  if (mark >= text.size() || text[mark] != '[') return 0;
  const std::uint32_t digits = digits_at(text, mark + 1);
  const std::size_t close = mark + 1 + digits;
  if (digits == 0 || digits > 4 || close >= text.size() || text[close] != ']') return 0;
  return close + 1;
}

NumberedText split_number(std::string_view text) noexcept {
  std::size_t at = 0;
  while (const std::uint32_t n = digits_at(text, at)) {
    if (n > 3) return {{}, text};
    at += n;
    if (at < text.size() && text[at] == '.' && digits_at(text, at + 1) > 0)
      ++at;
    else
      break;
  }
  std::string_view number = text.substr(0, at);
  if (number.empty()) {
    const std::size_t dot = text.substr(0, 8).find('.');
    if (dot == std::string_view::npos || !roman(text.substr(0, dot))) return {{}, text};
    number = text.substr(0, dot);
    at = dot;
  }
  const bool marked = at < text.size() && (text[at] == '.' || text[at] == ')');
  if (marked) ++at;
  const std::string_view title = trim(text.substr(at));
  if (title.empty()) return {number, title};
  const char32_t first = code_point_at(title, 0).value;
  const bool spaced = title.size() < text.size() - at;
  if (marked ? !spaced && !is_unspaced(first) : !spaced || !is_upper(first)) return {{}, text};
  return {number, title};
}

bool is_label_line(std::string_view line) {
  if (line.empty() || line.size() > longest_label || is_lower(code_point_at(line, 0).value) || ends_sentence(line))
    return false;
  constexpr std::uint32_t labels = cue_bit(Cue::abstract_label) | cue_bit(Cue::references_label) |
                                   cue_bit(Cue::section_word) | cue_bit(Cue::back_matter) | cue_bit(Cue::notes_label) |
                                   cue_bit(Cue::author_label);
  const bool may_be_label = (find_first_cues(line, 0) & labels) != 0;
  const NumberedText numbered = split_number(line);
  const bool has_title = !numbered.number.empty() && !numbered.title.empty();
  if (!may_be_label && !has_title) return false;
  const std::uint32_t words = rough_words(line, most_words);
  if (may_be_label && (find_first_cues(line, words) & labels) != 0) return true;
  return has_title && words <= label_words && is_upper(code_point_at(numbered.title, 0).value);
}

std::string_view without_marks(std::string_view block) noexcept {
  while (!block.empty() && std::string_view("#*_> \t").find(block.front()) != std::string_view::npos)
    block.remove_prefix(1);
  while (!block.empty() && std::string_view("#*_ \t").find(block.back()) != std::string_view::npos)
    block.remove_suffix(1);
  return trim(block);
}

bool is_doubled(std::string_view text) noexcept {
  if (text.size() < 7 || text.size() > 1000) return false;
  const std::size_t half = text.size() / 2;
  for (std::size_t end = half > 2 ? half - 2 : 0; end <= half; ++end) {
    const std::string_view left = text.substr(0, end);
    const std::string_view rest = text.substr(end);
    if (!rest.ends_with(left) || trim(rest) != trim(left) || trim(rest).size() == rest.size()) continue;
    return rough_words(left, 3) == 3 && !ends_sentence(left);
  }
  return false;
}

bool has_full_date(std::string_view text) noexcept {
  bool day = false;
  bool year = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t n = digits_at(text, at);
    if (n == 0) {
      ++at;
      continue;
    }
    const std::int64_t value = parse_integer(text.substr(at, n)).value_or(0);
    day = day || (n <= 2 && value >= 1 && value <= 31);
    year = year || (n == 4 && value >= 1800 && value < 2700);
    at += n;
  }
  return day && year;
}

bool has_year(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t n = digits_at(text, at);
    if (n == 4 && (text[at] == '1' || text[at] == '2')) return true;
    at += n == 0 ? 1 : n;
  }
  return false;
}

bool has_address(std::string_view text) noexcept {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 3 < text.size() && text[at - 1] != ' ' &&
         text.find('.', at) != std::string_view::npos;
}

void measure_blocks(std::string_view text, std::vector<Block>& blocks) {
  for (Block& block : blocks) measure(text, block);
}

}  // namespace topos
