// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/character_table.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

constexpr std::u32string_view quotes = U"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A'\u2018\u2019\u201A\u201B\u300C\u300D\u300E\u300F";

/// Whether ICU looks the words of a character's script up.
bool needs_dictionary(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

WordClass word_class(UChar32 c) {
  // ICU's rules differ from the standard's in these: '@' is a letter, colons join nothing, a Hangul syllable is no letter.
  if (c == '@') return WordClass::letter;
  if (c == ':' || c == 0xFE55 || c == 0xFF1A) return WordClass::other;
  if (c >= 0xAC00 && c <= 0xD7A3) return WordClass::hangul;
  if (needs_dictionary(c)) return WordClass::hard;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER: return WordClass::letter;
    case U_WB_NUMERIC: return WordClass::numeric;
    case U_WB_EXTENDNUMLET: return WordClass::connector;
    case U_WB_MIDLETTER: return WordClass::mid_letter;
    case U_WB_MIDNUM: return WordClass::mid_number;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE: return WordClass::mid_both;
    case U_WB_EXTEND:
    case U_WB_FORMAT: return WordClass::extend;
    case U_WB_HEBREW_LETTER:
    case U_WB_KATAKANA:
    case U_WB_REGIONAL_INDICATOR:
    case U_WB_ZWJ: return WordClass::hard;
    default: return WordClass::other;
  }
}

SentenceClass sentence_class(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_EXTEND:
    case U_SB_FORMAT: return SentenceClass::extend;
    case U_SB_SP: return SentenceClass::space;
    case U_SB_LOWER: return SentenceClass::lower;
    case U_SB_UPPER: return SentenceClass::upper;
    case U_SB_OLETTER: return SentenceClass::letter;
    case U_SB_NUMERIC: return SentenceClass::numeric;
    case U_SB_ATERM: return SentenceClass::period;
    case U_SB_STERM: return SentenceClass::stop;
    case U_SB_SCONTINUE: return SentenceClass::pause;
    case U_SB_CLOSE: return SentenceClass::close;
    default: return SentenceClass::other;
  }
}

CharacterTraits traits_of(UChar32 c) {
  if (is_ignorable(static_cast<char32_t>(c))) return {WordClass::hard, SentenceClass::extend, Passable::never, true};
  if (u_isUWhiteSpace(c)) return {WordClass::space, SentenceClass::space, Passable::never, true};
  CharacterTraits traits{word_class(c), sentence_class(c), passable_mark(static_cast<char32_t>(c)), false};
  traits.notable = traits.word == WordClass::hard || traits.sentence == SentenceClass::period || traits.sentence == SentenceClass::stop;
  return traits;
}

}  // namespace

Passable passable_mark(char32_t c) noexcept {
  if (c == U'*' || c == U'_' || quotes.find(c) != std::u32string_view::npos) return Passable::always;
  if (c == U'-' || c == U'\u2010' || c == U'\u2011') return Passable::hyphen;
  return c == U'\u2013' ? Passable::dash : Passable::never;
}

CharacterTable::CharacterTable() {
  fill(0);
  ascii_ = blocks_[0]->data();
}

void CharacterTable::fill(std::size_t block) {
  blocks_[block] = std::make_unique<Block>();
  auto point = static_cast<UChar32>(block << 8);
  for (CharacterTraits& traits : *blocks_[block]) traits = traits_of(point++);
}

}  // namespace topos
