// SPDX-License-Identifier: Apache-2.0
#include "topos/text/block_features.hpp"

#include <algorithm>

#include "topos/text/byte_search.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/markdown.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::uint32_t most_words = 121;
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

/// A mark of Markdown that may stand at either end of a line, or a blank.
constexpr bool is_mark(char c) noexcept { return c == ' ' || c == '#' || c == '*' || c == '_' || c == '\t'; }

/// `text` without a "[3, 4]" at its end.
std::string_view without_reference_mark(std::string_view text) noexcept {
  if (!text.ends_with(']')) return text;
  std::size_t at = text.size() - 1;
  while (at > 0 && std::string_view("0123456789, -^").find(text[at - 1]) != std::string_view::npos) --at;
  return at > 0 && at < text.size() - 1 && text[at - 1] == '[' ? text.substr(0, at - 1) : text;
}

/// Goes on counting, beyond ASCII too. `inside`: a word stands before `text`.
std::uint32_t rough_words_of_any(std::string_view text, std::uint32_t limit, std::uint32_t words,
                                 bool inside) noexcept {
  WordScanner scanner(text);
  bool half = false;
  while (words < limit && scanner.next()) {
    const std::uint64_t letters = scanner.words();
    if (scanner.unspaced() == 0) {
      words += count_bits(letters & ~(letters << 1 | std::uint64_t{inside}));
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

}  // namespace

std::uint32_t rough_words(std::string_view text, std::uint32_t limit) noexcept {
  WordCount count;
  std::uint64_t over = 0;  // whether the second byte of a letter of Cyrillic comes first
  while (count.at < text.size() && count.words < limit) {
    if (over == 0) count_plain_words(text, limit, count);
    if (count.at >= text.size() || count.words >= limit) break;
    const ByteBlock block(text, count.at);
    std::uint64_t letters = block.where(
        [](const ByteBlock::Bytes& bytes) { return ByteBlock::is_letter(bytes) | ByteBlock::is_digit(bytes); });
    if (const std::uint64_t beyond = block.beyond_ascii(); beyond != 0) {
      const std::uint64_t begins = block.where(ByteBlock::begins_cyrillic);
      const std::uint64_t cyrillic = begins | begins << 1 | over;
      if ((beyond & ~cyrillic) != 0)
        return rough_words_of_any(text.substr(count.at + over), limit, count.words, count.inside != 0);
      letters |= cyrillic;
      over = begins >> 63;
    }
    count.words += count_bits(letters & ~(letters << 1 | count.inside));
    count.inside = letters >> 63;
    count.at += ByteBlock::size;
  }
  return std::min(count.words, limit);
}

bool ends_sentence(std::string_view text) noexcept {
  if (!text.empty() && static_cast<unsigned char>(text.back()) < 0x80) {
    const auto last = static_cast<unsigned char>(text.back());
    if (is_word_character(last)) return false;
    if (is_terminal(last)) return true;
  }
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
  while (!block.empty() && (is_mark(block.front()) || block.front() == '>')) block.remove_prefix(1);
  while (!block.empty() && is_mark(block.back())) block.remove_suffix(1);
  return trim(block);
}

bool is_doubled(std::string_view text) noexcept {
  if (text.size() < 7 || text.size() > 1000) return false;
  const std::size_t half = text.size() / 2;
  for (std::size_t end = half > 2 ? half - 2 : 0; end <= half; ++end) {
    if (text[text.size() - end] != text.front()) continue;
    const std::string_view left = text.substr(0, end);
    const std::string_view rest = text.substr(end);
    if (!rest.ends_with(left) || trim(rest) != trim(left) || trim(rest).size() == rest.size()) continue;
    return rough_words(left, 3) == 3 && !ends_sentence(left);
  }
  return false;
}

bool has_mark_twice(std::string_view text, std::initializer_list<std::string_view> marks) noexcept {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    const std::size_t first = text.find(mark);
    return first != std::string_view::npos && text.find(mark, first + mark.size()) != std::string_view::npos;
  });
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
