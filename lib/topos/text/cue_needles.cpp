// SPDX-License-Identifier: Apache-2.0
#include "topos/text/cue_needles.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "topos/text/cues.hpp"
#include "topos/text/folded_block.hpp"
#include "topos/text/four_letters.hpp"

namespace topos {
namespace {

struct Phrase {
  Cue cue;
  bool within;  ///< it may stand anywhere
  std::string_view text;
};

constexpr std::string_view without_star(std::string_view text) {
  if (text.ends_with('*')) text.remove_suffix(1);
  return text;
}

constexpr Phrase phrases[] = {
#define TOPOS_CUE(cue, where, words, text) {Cue::cue, std::string_view(#where) == "within", without_star(text)},
#include "topos/text/cues.def"
#undef TOPOS_CUE
};

constexpr bool is_letter(char c) noexcept { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// How rare letters are in most languages, from the commonest on.
constexpr std::string_view letters_by_rarity = "etaoinsrhdlucmfygpwbvkxjqz";

/// Where the four letters begin that stand side by side in `text` and are rarest; npos if it has none.
constexpr std::size_t rarest_four(std::string_view text) {
  std::size_t rarest = std::string_view::npos;
  std::size_t most = 0;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    std::size_t rarity = 1;
    for (const char c : text.substr(at, 4)) {
      const std::size_t place = letters_by_rarity.find(c);
      rarity = place == std::string_view::npos || rarity == 0 ? 0 : rarity + place;
    }
    if (rarity > most) most = rarity, rarest = at;
  }
  return rarest;
}

/// What a phrase of ASCII is looked for by: four letters, and its words from the one on that holds them.
struct Needle {
  std::string_view words;
  std::size_t four = 0;      ///< where they begin
  std::uint32_t number = 0;  ///< the four letters
};

constexpr std::uint32_t number_of(const char* four) {
  return std::bit_cast<std::uint32_t>(std::array{four[0], four[1], four[2], four[3]});
}

constexpr Needle needle_of(std::string_view text) {
  const std::size_t four = rarest_four(text);
  if (four == std::string_view::npos) throw "phrases of ASCII are looked for by four letters";
  std::size_t word = four;
  while (word > 0 && is_letter(text[word - 1])) --word;
  return {text.substr(word), four - word, number_of(text.data() + four)};
}

constexpr bool is_needle(const Phrase& p) {
  const bool ascii = std::all_of(p.text.begin(), p.text.end(), [](char c) { return c > 0; });
  return p.within && !on_demand(p.cue) && ascii;
}
// Folding makes no marks from U+2000 to U+203F of anything else, so phrases beyond ASCII stand in no block of these.
static_assert(std::none_of(std::begin(phrases), std::end(phrases),
                           [](const Phrase& p) { return p.text.find("\xE2\x80") != std::string_view::npos; }));

constexpr auto needles = [] {
  std::array<Needle, std::count_if(std::begin(phrases), std::end(phrases), is_needle)> all;
  std::size_t count = 0;
  for (const Phrase& p : phrases)
    if (is_needle(p)) all[count++] = needle_of(p.text);
  return all;
}();

constexpr FourLetters letters = [] {
  std::array<std::string_view, needles.size()> fours;
  std::transform(needles.begin(), needles.end(), fours.begin(),
                 [](const Needle& needle) { return needle.words.substr(needle.four, 4); });
  return FourLetters(fours);
}();

/// Whether `text` begins with the words of `wanted`, in either case and with anything but letters between them.
bool begins_with_words(std::string_view text, std::string_view wanted) noexcept {
  std::size_t at = 0;
  for (std::size_t i = 0; i < wanted.size();) {
    if (is_letter(wanted[i])) {
      if (at == text.size() || (text[at] | 0x20) != wanted[i]) return false;
      ++at, ++i;
      continue;
    }
    while (i < wanted.size() && !is_letter(wanted[i])) ++i;
    while (at < text.size() && !is_letter(text[at])) ++at;
  }
  return true;
}

bool may_be_phrase(std::string_view block, std::size_t four) noexcept {
  const std::uint32_t number = number_of(block.data() + four) | 0x20202020;
  return std::any_of(needles.begin(), needles.end(), [&](const Needle& needle) {
    return needle.number == number && four >= needle.four &&
           begins_with_words(block.substr(four - needle.four), needle.words);
  });
}

}  // namespace

bool holds_no_phrase_within(std::string_view block) noexcept {
  if (!keeps_letters_together(block)) return false;
  for (std::size_t at = letters.next(block, 0); at < block.size(); at = letters.next(block, at + 1))
    if (may_be_phrase(block, at)) return false;
  return true;
}

}  // namespace topos
