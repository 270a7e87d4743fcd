// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/character_table.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "topos/segmentation/fold.hpp"
#include "topos/segmentation/han_words.hpp"
#include "topos/segmentation/thai_words.hpp"

namespace topos {
namespace {

/// Whether ICU looks the words of a character's script up.
bool needs_dictionary(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/// What a character of a script whose words are looked up is.
WordBreak dictionary_class(UChar32 c) {
  if (is_plain_han(static_cast<char32_t>(c))) return WordBreak::han;
  if (!is_plain_thai(static_cast<char32_t>(c))) return WordBreak::hard;
  return u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_EXTEND ? WordBreak::thai_mark : WordBreak::thai;
}

WordBreak word_class(UChar32 c) {
  // ICU's rules differ from the standard's in these: '@' is a letter, colons join nothing, a Hangul syllable is no
  // letter.
  if (c == '@') return WordBreak::letter;
  if (c == ':' || c == 0xFE55 || c == 0xFF1A) return WordBreak::other;
  if (c >= 0xAC00 && c <= 0xD7A3) return WordBreak::hangul;
  if (needs_dictionary(c)) return dictionary_class(c);
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordBreak::letter;
    case U_WB_NUMERIC:
      return WordBreak::numeric;
    case U_WB_EXTENDNUMLET:
      return WordBreak::connector;
    case U_WB_MIDLETTER:
      return WordBreak::mid_letter;
    case U_WB_MIDNUM:
      return WordBreak::mid_number;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordBreak::mid_both;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return WordBreak::extend;
    case U_WB_HEBREW_LETTER:
    case U_WB_KATAKANA:
    case U_WB_REGIONAL_INDICATOR:
    case U_WB_ZWJ:
      return WordBreak::hard;
    default:
      return WordBreak::other;
  }
}

SentenceBreak sentence_class(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_EXTEND:
    case U_SB_FORMAT:
      return SentenceBreak::extend;
    case U_SB_SP:
      return SentenceBreak::space;
    case U_SB_LOWER:
      return SentenceBreak::lower;
    case U_SB_UPPER:
      return SentenceBreak::upper;
    case U_SB_OLETTER:
      return SentenceBreak::letter;
    case U_SB_NUMERIC:
      return SentenceBreak::numeric;
    case U_SB_ATERM:
      return SentenceBreak::period;
    case U_SB_STERM:
      return SentenceBreak::stop;
    case U_SB_SCONTINUE:
      return SentenceBreak::pause;
    case U_SB_CLOSE:
      return SentenceBreak::close;
    default:
      return SentenceBreak::other;
  }
}

bool ends_sentence(const CharacterTraits& traits) {
  return traits.sentence == SentenceBreak::period || traits.sentence == SentenceBreak::stop;
}

CharacterTraits traits_of(UChar32 c) {
  if (is_ignorable(static_cast<char32_t>(c)))
    return {WordBreak::ignorable, SentenceBreak::extend, Passable::never, true};
  if (u_isUWhiteSpace(c)) return {WordBreak::space, SentenceBreak::space, Passable::never, true};
  CharacterTraits traits{word_class(c), sentence_class(c), passable_mark(static_cast<char32_t>(c)), false};
  traits.notable = traits.word == WordBreak::hard || ends_sentence(traits);
  return traits;
}

}  // namespace

Passable passable_mark(char32_t c) noexcept {
  switch (c) {
    case U'*':
    case U'_':
    case U'"':
    case U'\'':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2039':
    case U'\u203A':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u300C':
    case U'\u300D':
    case U'\u300E':
    case U'\u300F':
      return Passable::always;
    case U'-':
    case U'\u2010':
    case U'\u2011':
      return Passable::hyphen;
    case U'\u2013':
      return Passable::dash;
    default:
      return Passable::never;
  }
}

CharacterTable::CharacterTable() : ascii_(fill(0).data()) {
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    goes_on_[byte] = ascii_[byte].word == WordBreak::letter || ascii_[byte].word == WordBreak::numeric;
  }
  std::fill(goes_on_.begin() + 0x80, goes_on_.begin() + 0xC0, true);
  std::fill(quiet_.begin() + 0x5000 / 64, quiet_.begin() + 0xA000 / 64, true);  // all of it Han
}

const CharacterTable::Block& CharacterTable::fill(std::size_t block) {
  blocks_[block] = std::make_unique<Block>();
  auto point = static_cast<UChar32>(block << 8);
  for (CharacterTraits& traits : *blocks_[block]) traits = traits_of(point++);
  if (block < 0x100) note_bytes(block);
  return *blocks_[block];
}

/// What the first bytes of a block's characters tell: sixty-four share them.
void CharacterTable::note_bytes(std::size_t block) {
  for (std::size_t part = 0; part < 4; ++part) {
    const auto begin = blocks_[block]->begin() + static_cast<std::ptrdiff_t>(part * 64);
    const std::size_t number = block * 4 | part;
    quiet_[number] = std::none_of(begin, begin + 64, [](const CharacterTraits& one) { return one.notable; });
    if (number >= 2 && number < 0x20)
      goes_on_[0xC0 | number] =
          std::all_of(begin, begin + 64, [](const CharacterTraits& one) { return one.word == WordBreak::letter; });
  }
}

}  // namespace topos
