// SPDX-License-Identifier: Apache-2.0
#include "topos/text/cues.hpp"

#include <algorithm>
#include <array>

#include "topos/text/code_points.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

enum class Where : std::uint8_t { whole, start, within };

struct Phrase {
  std::string_view text;
  Cue cue;
  Where where;
  std::uint8_t words;
  bool open;  ///< the last word may go on
};

constexpr Phrase phrase(Cue cue, Where where, std::uint8_t words, std::string_view text) {
  const bool open = text.ends_with('*');
  return {open ? text.substr(0, text.size() - 1) : text, cue, where, words, open};
}

constexpr Phrase listed[] = {
#define TOPOS_CUE(cue, where, words, text) phrase(Cue::cue, Where::where, words, text),
#include "topos/text/cues.def"
#undef TOPOS_CUE
};

constexpr auto sorted_phrases() {
  auto phrases = std::to_array(listed);
  std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
    return static_cast<unsigned char>(a.text.front()) < static_cast<unsigned char>(b.text.front());
  });
  return phrases;
}

constexpr auto phrases = sorted_phrases();

constexpr auto first_bytes() {
  std::array<std::uint16_t, 257> begins{};
  std::size_t at = 0;
  for (std::size_t byte = 0; byte <= 256; ++byte) {
    while (at < phrases.size() && static_cast<unsigned char>(phrases[at].text.front()) < byte) ++at;
    begins[byte] = static_cast<std::uint16_t>(at);
  }
  return begins;
}

constexpr auto begins = first_bytes();

constexpr std::size_t pair_of(std::string_view text, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(text[at])} << 8 | static_cast<unsigned char>(text[at + 1]);
}

/// Which two bytes phrases begin with: turns most words away before any phrase is compared.
constexpr auto first_pairs() {
  std::array<std::uint64_t, 1024> bits{};
  for (const Phrase& p : phrases) bits[pair_of(p.text, 0) / 64] |= std::uint64_t{1} << pair_of(p.text, 0) % 64;
  return bits;
}

constexpr auto pairs = first_pairs();
constexpr std::size_t folded_limit = 800;

bool is_dropped(char32_t c) noexcept {
  return c == U'*' || c == U'_' || c == U'#' || c == U'"' || c == U'“' || c == U'”' || c == U'«' || c == U'»' ||
         c == U'„' || c == 0xAD || c == U'`' || c == U'>';
}

char32_t plain(char32_t c) noexcept {
  if (c == U'’' || c == U'ʼ' || c == U'‘') return U'\'';
  if (c >= 0x2010 && c <= 0x2015) return U'-';
  return fold_case(c);
}

/// Where the words begin after "2.1. ", "IV. " or "[3] ".
std::size_t after_number(std::string_view text) noexcept {
  const std::size_t digits = text.find_first_not_of("0123456789.()[]ivx");
  if (digits == std::string_view::npos || digits == 0 || text[digits] != ' ') return 0;
  return digits + 1;
}

std::string_view without_end_marks(std::string_view text) noexcept {
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (is_word_character(c.value) || c.value == U')') break;
    text.remove_suffix(c.size);
  }
  return text;
}

bool begins_word(std::string_view text, std::size_t at) noexcept {
  return at == 0 || !is_word_character(code_point_before(text, at).value) || is_unspaced(code_point_at(text, at).value);
}

bool ends_word(std::string_view text, std::size_t end, const Phrase& p) noexcept {
  if (p.open || end >= text.size()) return true;
  const char32_t last = code_point_before(text, end).value;
  return !is_word_character(last) || is_unspaced(last) || !is_word_character(code_point_at(text, end).value);
}

template <typename Each>
void phrases_at(std::string_view text, std::size_t at, Each&& each) {
  if (at + 1 >= text.size() || (pairs[pair_of(text, at) / 64] >> pair_of(text, at) % 64 & 1) == 0) return;
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::string_view rest = text.substr(at);
  for (std::size_t i = begins[byte]; i < begins[byte + std::size_t{1}]; ++i)
    if (rest.starts_with(phrases[i].text) && ends_word(text, at + phrases[i].text.size(), phrases[i])) each(phrases[i]);
}

}  // namespace

void fold_for_cues(std::string_view block, std::string& out) {
  out.clear();
  bool space = false;
  for (std::size_t at = 0; at < block.size() && out.size() < folded_limit;) {
    const CodePoint c = code_point_at(block, at);
    at += c.size;
    if (is_blank(c.value)) {
      space = !out.empty();
      continue;
    }
    if (is_dropped(c.value)) continue;
    if (space) out.push_back(' ');
    space = false;
    append_utf8(out, plain(c.value));
  }
}

std::uint32_t find_cues(std::string_view folded, std::uint32_t words) noexcept {
  if (folded.empty()) return 0;
  std::uint32_t found = 0;
  const std::size_t from = after_number(folded);
  const std::string_view bare = without_end_marks(folded);
  phrases_at(folded, from, [&](const Phrase& p) {
    if (words > p.words) return;
    const bool whole = without_end_marks(p.text).size() + from == bare.size();
    if (p.where != Where::whole || whole) found |= cue_bit(p.cue);
  });
  for (std::size_t at = 0; at < folded.size() && words <= 120; at += code_point_at(folded, at).size) {
    if (!begins_word(folded, at)) continue;
    phrases_at(folded, at, [&](const Phrase& p) {
      if (p.where == Where::within && words <= p.words) found |= cue_bit(p.cue);
    });
  }
  return found;
}

bool begins_with_cue(std::string_view folded, Cue cue) noexcept {
  bool found = false;
  if (!folded.empty()) phrases_at(folded, 0, [&](const Phrase& p) { found = found || p.cue == cue; });
  return found;
}

bool contains_cue(std::string_view folded, Cue cue) noexcept {
  bool found = false;
  for (std::size_t at = 0; at < folded.size() && !found; at += code_point_at(folded, at).size)
    if (begins_word(folded, at))
      phrases_at(folded, at, [&](const Phrase& p) { found = found || (p.cue == cue && p.where == Where::within); });
  return found;
}

}  // namespace topos
