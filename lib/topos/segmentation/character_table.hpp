// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "topos/text/code_points.hpp"

namespace topos {

/// What a character is to ICU's word rules (method.md T5).
enum class WordBreak : std::uint8_t {
  other,
  space,   ///< white space, line breaks too
  letter,  ///< ALetter, and `@`
  numeric,
  connector,   ///< ExtendNumLet: low lines
  mid_letter,  ///< joins letters
  mid_number,  ///< joins digits
  mid_both,    ///< apostrophes, full stop: joins either
  extend,      ///< Extend and Format: belongs to the character before it
  hangul,      ///< a syllable joins syllables only
  han,         ///< an ideograph that HanWords knows
  thai,        ///< a letter that ThaiWords knows; a letter to all rules
  thai_mark,   ///< belongs to the one before it
  ignorable,   ///< removed before words are cut; within a word of letters it changes nothing
  hard         ///< ICU decides: scripts that need a dictionary, Hebrew, flags, joiners
};

/// What a character is to the sentence rules (UAX #29, table 4); `extend` are ignorable characters too.
enum class SentenceBreak : std::uint8_t {
  other,
  extend,
  space,
  lower,
  upper,
  letter,
  numeric,
  period,
  stop,
  pause,
  close
};

/// When a matcher may step over a mark between two pattern elements (grammar.md 4.1).
enum class Passable : std::uint8_t {
  never,
  always,
  hyphen,  ///< unless white space stands on both sides
  dash     ///< unless white space stands on either side
};
/// The rule for a mark between what `space_before` and `space_after` tell of.
[[nodiscard]] constexpr bool may_pass(Passable passable, bool space_before, bool space_after) noexcept {
  if (passable == Passable::hyphen) return !(space_before && space_after);
  return passable == Passable::always || (passable == Passable::dash && !space_before && !space_after);
}
[[nodiscard]] Passable passable_mark(char32_t c) noexcept;

/// All that the tables say of one character.
struct CharacterTraits {
  WordBreak word = WordBreak::other;
  SentenceBreak sentence = SentenceBreak::other;
  Passable passable = Passable::never;
  bool notable = false;  ///< white space, hard or an end of sentences: what the search for sentences has to look at
};

/// The traits of every character, made from the properties of the ICU at hand when a character of the same 256 is first
/// asked for. Not thread-safe: one for each worker.
class CharacterTable {
 public:
  CharacterTable();

  [[nodiscard]] const CharacterTraits& of(char32_t c) {
    const Block* const block = blocks_[c >> 8].get();
    return block != nullptr ? (*block)[c & 0xFF] : fill(c >> 8)[c & 0xFF];
  }
  /// Whether a byte belongs to a letter or digit, as far as a byte can tell: of ASCII, any but the first of a
  /// character, or the first of sixty-four letters that were asked for.
  [[nodiscard]] bool goes_on(unsigned char byte) const { return goes_on_[byte]; }
  /// Whether no character that begins with two bytes is white space, hard or an end of sentences; all that begin so, of
  /// sixty-four that were asked for. Domain: the bytes of a character beyond ASCII.
  [[nodiscard]] bool is_quiet(unsigned char first, unsigned char second) const {
    if (first < 0xE0) return quiet_.data()[first & 0x1F];
    return first < 0xF0 && quiet_.data()[(first & 0x0F) << 6 | (second & 0x3F)];
  }
  /// The traits of the character that begins at `at`, and its size in bytes.
  /// Domain: valid UTF-8; at < text.size().
  [[nodiscard]] const CharacterTraits& at(std::string_view text, std::size_t at, std::uint32_t& size) {
    const auto byte = [first = text.data() + at](std::size_t i) {
      return static_cast<char32_t>(static_cast<unsigned char>(first[i]));
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) {
      size = 1;
      return ascii_[lead];
    }
    if (lead < 0xE0) {
      size = 2;
      return of((lead & 0x1F) << 6 | (byte(1) & 0x3F));
    }
    if (lead < 0xF0) {
      size = 3;
      return of((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    }
    size = 4;
    return of((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
  }

 private:
  using Block = std::array<CharacterTraits, 256>;

  const Block& fill(std::size_t block);
  void note_bytes(std::size_t block);

  std::array<std::unique_ptr<Block>, 0x1100> blocks_;
  std::array<bool, 256> goes_on_{};
  std::array<bool, 0x10000 / 64> quiet_{};  ///< by sixty-four characters
  const CharacterTraits* ascii_ = nullptr;
};

}  // namespace topos
