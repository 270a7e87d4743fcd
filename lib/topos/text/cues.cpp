// SPDX-License-Identifier: Apache-2.0
#include "topos/text/cues.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "topos/text/code_points.hpp"
#include "topos/text/cue_needles.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

enum class Where : std::uint8_t { whole, start, within };

/// The first bytes of `text` as a number, zero bytes beyond its end.
template <typename Number>
constexpr Number head_of(std::string_view text) {
  std::array<char, sizeof(Number)> bytes{};
  std::copy_n(text.begin(), std::min(text.size(), bytes.size()), bytes.begin());
  return std::bit_cast<Number>(bytes);
}

constexpr std::size_t pair_of(std::string_view text, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(text[at])} << 8 | static_cast<unsigned char>(text[at + 1]);
}

struct Phrase {
  std::string_view text;
  std::uint64_t head;  ///< its first eight bytes
  std::uint64_t mask;  ///< which of the eight it has
  std::size_t pair;    ///< its first two
  Cue cue;
  Where where;
  std::uint8_t words;
  bool open;  ///< the last word may go on
};

constexpr std::string_view ones = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";

constexpr Phrase phrase(Cue cue, Where where, std::uint8_t words, std::string_view text) {
  const bool open = text.ends_with('*');
  if (open) text.remove_suffix(1);
  return {text,
          head_of<std::uint64_t>(text),
          head_of<std::uint64_t>(ones.substr(0, text.size())),
          pair_of(text, 0),
          cue,
          where,
          words,
          open};
}

constexpr Phrase listed[] = {
#define TOPOS_CUE(cue, where, words, text) phrase(Cue::cue, Where::where, words, text),
#include "topos/text/cues.def"
#undef TOPOS_CUE
};

constexpr auto sorted_phrases() {
  auto phrases = std::to_array(listed);
  std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) { return a.pair < b.pair; });
  return phrases;
}

constexpr auto phrases = sorted_phrases();

/// Which two bytes phrases begin with: turns most words away before any phrase is compared.
constexpr auto first_pairs() {
  std::array<std::uint64_t, 1024> bits{};
  for (const Phrase& p : phrases) bits[p.pair / 64] |= std::uint64_t{1} << p.pair % 64;
  return bits;
}

constexpr auto pairs = first_pairs();

/// A set of four bytes each, hashed to 16384 bits: a few that are not in it seem to be.
class Fours {
 public:
  constexpr void insert(std::string_view four) {
    const std::size_t place = place_of(head_of<std::uint32_t>(four));
    bits_[place / 64] |= std::uint64_t{1} << place % 64;
  }
  [[nodiscard]] constexpr bool may_hold(std::uint32_t four) const noexcept {
    const std::size_t place = place_of(four);
    return (bits_[place / 64] >> place % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t place_of(std::uint32_t four) noexcept { return four * 0x9E3779B1u >> 18; }
  std::array<std::uint64_t, 256> bits_{};
};

/// What the phrases that stand anywhere begin with.
constexpr Fours within_fours = [] {
  Fours fours;
  for (const Phrase& p : phrases)
    if (p.where == Where::within) fours.insert(p.text);
  return fours;
}();

/// A set of up to eight bytes each, without regard to case, hashed to 16384 bits: a few that are not in it seem to be.
class Heads {
 public:
  constexpr void insert(std::uint64_t head) {
    const std::size_t place = place_of(head);
    bits_[place / 64] |= std::uint64_t{1} << place % 64;
  }
  [[nodiscard]] constexpr bool may_hold(std::uint64_t head) const noexcept {
    const std::size_t place = place_of(head);
    return (bits_[place / 64] >> place % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t place_of(std::uint64_t head) noexcept { return head * 0x9E3779B97F4A7C15 >> 50; }
  std::array<std::uint64_t, 256> bits_{};
};

/// Of the first eight bytes, so many.
constexpr auto head_masks = [] {
  std::array<std::uint64_t, sizeof(std::uint64_t)> masks{};
  for (std::size_t size = 1; size < masks.size(); ++size) masks[size] = head_of<std::uint64_t>(ones.substr(0, size));
  return masks;
}();
constexpr std::uint64_t case_bits = 0x2020202020202020;

/// What phrases of less than eight bytes are, or what others begin with.
constexpr Heads heads_of(bool short_ones) {
  Heads heads;
  for (const Phrase& p : phrases)
    if ((p.text.size() < sizeof p.head) == short_ones) heads.insert((p.head | case_bits) & p.mask);
  return heads;
}
static_assert(std::none_of(phrases.begin(), phrases.end(),
                           [](const Phrase& p) { return p.text.size() < sizeof p.head && p.open; }),
              "a word ends behind a short phrase");

constexpr Heads short_heads = heads_of(true);
constexpr Heads long_heads = heads_of(false);

static_assert(std::none_of(phrases.begin(), phrases.end(),
                           [](const Phrase& p) { return p.text.size() < 4 && p.where == Where::within; }),
              "phrases that stand anywhere are looked for by their first four bytes");

constexpr std::uint32_t most_words_within = [] {
  std::uint32_t most = 0;
  for (const Phrase& p : phrases)
    if (p.where == Where::within && !on_demand(p.cue)) most = std::max<std::uint32_t>(most, p.words);
  return most;
}();

/// Blocks of more words than these match only phrases in a script that begins with `far_byte`.
constexpr std::uint32_t most_words_near = 60;
constexpr char far_byte = '\xE0';
static_assert(std::all_of(phrases.begin(), phrases.end(), [](const Phrase& p) {
  return p.where == Where::start || on_demand(p.cue) || p.words <= most_words_near || p.text[0] == far_byte;
}));

constexpr std::size_t longest_phrase = [] {
  std::size_t longest = 0;
  for (const Phrase& p : phrases) longest = std::max(longest, p.text.size());
  return longest;
}();

constexpr std::size_t block_bytes = 1600;
constexpr std::size_t longest_number = 64;

/// The bytes at `at` as a number. Domain: `text` is that of a FoldedBlock, which can be read a little beyond its end.
template <typename Number>
Number bytes_at(std::string_view text, std::size_t at) noexcept {
  Number number{};
  std::memcpy(&number, text.data() + at, sizeof number);
  return number;
}

constexpr std::string_view number_bytes = "0123456789.()[]ivx";

/// Where the words begin after "2.1. ", "IV. " or "[3] ".
std::size_t after_number(std::string_view text) noexcept {
  const std::size_t digits = text.find_first_not_of(number_bytes);
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

bool ends_word(std::string_view text, std::size_t end, const Phrase& p) noexcept {
  if (p.open || end >= text.size()) return true;
  const char32_t last = code_point_before(text, end).value;
  return !is_word_character(last) || is_unspaced(last) || !is_word_character(code_point_at(text, end).value);
}

/// Whether the first eight bytes of `block` are those of the folded block but for case: printable ASCII that is not
/// dropped, and single spaces.
bool begins_plainly(std::string_view block) noexcept {
  using Bytes = ByteBlock::Bytes;
  constexpr std::uint64_t first = 0xFF;
  Bytes bytes{};
  std::memcpy(&bytes, block.data(), sizeof(std::uint64_t));
  const std::uint64_t spaces = ByteBlock::top_bits(Bytes(bytes == ' ')) & first;
  const std::uint64_t others = ByteBlock::top_bits(Bytes(is_dropped_byte(bytes)) | Bytes(bytes - ' ' > '~' - ' '));
  return (others & first) == 0 && (spaces & (spaces << 1 | 1)) == 0;
}

constexpr bool is_letter_or_digit(char c) noexcept {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
}

/// Whether the first eight bytes tell that no phrase and no number stands at the beginning.
bool begins_otherwise(std::string_view block) noexcept {
  if (block.size() < sizeof(std::uint64_t) || !begins_plainly(block)) return false;
  const auto is_numeral = [&](char c) { return c == 'i' || c == 'v' || c == 'x'; };
  const char first = static_cast<char>(block[0] | 0x20);
  const char second = static_cast<char>(block[1] | 0x20);
  if (!is_letter_or_digit(first) || (first >= '0' && first <= '9')) return false;
  if (is_numeral(first) && (is_numeral(second) || !is_letter_or_digit(second))) return false;
  const std::uint64_t head = bytes_at<std::uint64_t>(block, 0) | case_bits;
  if (long_heads.may_hold(head)) return false;
  for (std::size_t size = 2; size < sizeof head; ++size) {
    const std::uint64_t part = head & head_masks[size];
    if (!is_letter_or_digit(block[size]) && short_heads.may_hold(part)) return false;
  }
  return true;
}

bool before_pair(const Phrase& p, std::size_t pair) noexcept { return p.pair < pair; }

/// Whether a phrase gives a block of so many words its cue.
bool counts(const Phrase& p, std::uint32_t words) noexcept { return !on_demand(p.cue) && words <= p.words; }

/// Calls `each` for the phrases whose first eight bytes stand at `at`. Domain: `text` is that of a FoldedBlock.
template <typename Each>
void heads_at(std::string_view text, std::size_t at, Each&& each) {
  if (at + 1 >= text.size() || (pairs[pair_of(text, at) / 64] >> pair_of(text, at) % 64 & 1) == 0) return;
  const auto head = bytes_at<std::uint64_t>(text, at);
  const std::size_t pair = pair_of(text, at);
  const auto* p = std::lower_bound(phrases.begin(), phrases.end(), pair, before_pair);
  for (; p != phrases.end() && p->pair == pair; ++p)
    if ((head & p->mask) == p->head) each(*p);
}

/// Whether the first bytes of `block` tell that no phrase stands at its beginning, nor behind a number there.
bool begins_without_phrase(std::string_view block) noexcept {
  if (begins_otherwise(block)) return true;
  const FoldedBlock beginning(block, 3 * sizeof(std::uint64_t));
  const std::string_view text = beginning.text();
  const std::size_t from = after_number(text);
  if (text.find_first_not_of(number_bytes) > sizeof(std::uint64_t) || from > 2 * sizeof(std::uint64_t)) return false;
  bool found = false;
  heads_at(text, from, [&](const Phrase&) { found = true; });
  return !found;
}

/// Calls `each` for the phrases that stand at `at`. Domain: as heads_at.
template <typename Each>
void phrases_at(std::string_view text, std::size_t at, Each&& each) {
  heads_at(text, at, [&](const Phrase& p) {
    if (text.substr(at).starts_with(p.text) && ends_word(text, at + p.text.size(), p)) each(p);
  });
}

/// Calls `each` for the phrases that may stand anywhere, where a word begins. Domain: as phrases_at.
template <typename Each>
void phrases_within(std::string_view text, Each&& each) {
  WordScanner scanner(text);
  std::uint64_t inside = 0;
  while (scanner.next()) {
    const std::uint64_t words = scanner.words();
    std::uint64_t starts = words & scanner.begins() & (~(words << 1 | inside) | scanner.unspaced());
    inside = words >> 63;
    for (; starts != 0; starts &= starts - 1) {
      const std::size_t at = scanner.at() + lowest_bit(starts);
      if (!within_fours.may_hold(bytes_at<std::uint32_t>(text, at))) continue;
      phrases_at(text, at, [&](const Phrase& p) {
        if (p.where == Where::within) each(p);
      });
    }
  }
}

}  // namespace

std::uint32_t find_first_cues(const FoldedBlock& block, std::uint32_t words) noexcept {
  const std::string_view text = block.text();
  std::uint32_t found = 0;
  const std::size_t from = after_number(text);
  phrases_at(text, from, [&](const Phrase& p) {
    if (!counts(p, words)) return;
    const bool whole =
        p.where != Where::whole || without_end_marks(p.text).size() + from == without_end_marks(text).size();
    if (whole) found |= cue_bit(p.cue);
  });
  return found;
}

std::uint32_t find_first_cues(std::string_view block, std::uint32_t words) noexcept {
  return begins_without_phrase(block) ? 0 : find_first_cues(FoldedBlock(block), words);
}

std::uint32_t find_cues(const FoldedBlock& block, std::uint32_t words) noexcept {
  std::uint32_t found = find_first_cues(block, words);
  if (words > most_words_within) return found;
  phrases_within(block.text(), [&](const Phrase& p) {
    if (counts(p, words)) found |= cue_bit(p.cue);
  });
  return found;
}

std::uint32_t find_cues(std::string_view block, std::uint32_t words) noexcept {
  block = block.substr(0, block_bytes);
  const bool only_far = words > most_words_near && block.find(far_byte) == std::string_view::npos;
  if (only_far || words > most_words_within) {
    if (begins_without_phrase(block)) return 0;
    const FoldedBlock head(block, longest_number + longest_phrase + 8);
    if (head.text().find_first_not_of(number_bytes) < longest_number) return find_first_cues(head, words);
  }
  if (holds_no_phrase_within(block) && begins_without_phrase(block)) return 0;
  return find_cues(FoldedBlock(block), words);
}

bool begins_with_cue(std::string_view block, Cue cue) noexcept {
  // Eight bytes turn most blocks away before more of them is folded.
  const FoldedBlock beginning(block, sizeof(std::uint64_t));
  bool found = false;
  heads_at(beginning.text(), 0, [&](const Phrase& p) { found = found || p.cue == cue; });
  if (!found) return false;
  found = false;
  phrases_at(FoldedBlock(block).text(), 0, [&](const Phrase& p) { found = found || p.cue == cue; });
  return found;
}

bool contains_cue(const FoldedBlock& block, Cue cue) noexcept {
  bool found = false;
  phrases_within(block.text(), [&](const Phrase& p) { found = found || p.cue == cue; });
  return found;
}

bool contains_cue(std::string_view block, Cue cue) noexcept {
  return contains_cue(FoldedBlock(block.substr(0, block_bytes)), cue);
}

}  // namespace topos
