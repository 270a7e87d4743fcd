// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace topos {

/// Letters that a few languages of a script use and their neighbours do not.
struct Telling {
  std::u32string_view letters;
  std::uint8_t language;  ///< place in voted_languages
  std::uint8_t weight;    ///< votes of each letter
};

/// The telling letters of one script.
class TellingLetters {
 public:
  /// Domain: at most 32 `rows`, less than 400 letters.
  constexpr explicit TellingLetters(std::span<const Telling> rows) : rows_(rows) {
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (const char32_t letter : rows[row].letters) {
        std::size_t slot = slot_of(letter);
        while (letters_[slot] != 0 && letters_[slot] != letter) slot = (slot + 1) % slots;
        letters_[slot] = letter;
        sets_[slot] |= std::uint32_t{1} << row;
      }
  }

  [[nodiscard]] constexpr std::span<const Telling> rows() const noexcept { return rows_; }
  /// The rows that hold `letter`, as a set of bits.
  [[nodiscard]] constexpr std::uint32_t rows_of(char32_t letter) const noexcept {
    std::size_t slot = slot_of(letter);
    while (letters_[slot] != 0 && letters_[slot] != letter) slot = (slot + 1) % slots;
    return letters_[slot] == letter ? sets_[slot] : 0;
  }

 private:
  static constexpr std::size_t slots = 512;
  static constexpr std::size_t slot_of(char32_t letter) noexcept { return letter * 0x9E3779B1u >> 23; }

  std::span<const Telling> rows_;
  std::array<char32_t, slots> letters_{};
  std::array<std::uint32_t, slots> sets_{};
};

extern const TellingLetters latin_letters;
extern const TellingLetters cyrillic_letters;
extern const TellingLetters arabic_letters;

}  // namespace topos
