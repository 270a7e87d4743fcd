// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace topos {

/// The languages that votes can go to: those with function words, in their order there, then those that letters alone
/// tell.
inline constexpr std::array voted_languages = {
#define TOPOS_LANGUAGE(tag, words) std::string_view(tag),
#include "topos/text/language_words.def"
#undef TOPOS_LANGUAGE
    std::string_view("kk"), std::string_view("tg"),  std::string_view("mn"),      std::string_view("tt"),
    std::string_view("ar"), std::string_view("fa"),  std::string_view("ur"),      std::string_view("ug"),
    std::string_view("ps"), std::string_view("ckb"), std::string_view("ms-Arab"),
};
inline constexpr std::size_t languages_with_words = voted_languages.size() - 11;

/// The place of `tag` in `voted_languages`. Domain: it stands there.
[[nodiscard]] constexpr std::uint8_t voted_language(std::string_view tag) {
  std::uint8_t place = 0;
  while (voted_languages.at(place) != tag) ++place;
  return place;
}

/// The languages, as places in `voted_languages`, among whose function words is `word`, once for each time it stands
/// there; none if no language has it.
/// `head`: folded_word_head of `word`, whose ASCII letters may be of either case; other letters are folded.
/// Cost: one look-up in a table that is made when the program is compiled.
[[nodiscard]] std::span<const std::uint8_t> languages_with_word(std::uint64_t head, std::string_view word) noexcept;

}  // namespace topos
