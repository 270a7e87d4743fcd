// SPDX-License-Identifier: Apache-2.0
#include "topos/text/language.hpp"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bit>

#include "topos/text/byte_block.hpp"
#include "topos/text/chinese_script.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/language_vote.hpp"

namespace topos {
namespace {

constexpr std::size_t looked_at = 8 * 1024;

/// Scripts that one language (as far as this program is asked) is written in.
struct ScriptLanguage {
  UScriptCode script;
  std::string_view tag;
};
constexpr std::array single_scripts = {
    ScriptLanguage{USCRIPT_THAI, "th"},       ScriptLanguage{USCRIPT_LAO, "lo"},
    ScriptLanguage{USCRIPT_KHMER, "km"},      ScriptLanguage{USCRIPT_MYANMAR, "my"},
    ScriptLanguage{USCRIPT_HEBREW, "he"},     ScriptLanguage{USCRIPT_GREEK, "el"},
    ScriptLanguage{USCRIPT_DEVANAGARI, "hi"}, ScriptLanguage{USCRIPT_BENGALI, "bn"},
    ScriptLanguage{USCRIPT_TAMIL, "ta"},      ScriptLanguage{USCRIPT_TELUGU, "te"},
    ScriptLanguage{USCRIPT_KANNADA, "kn"},    ScriptLanguage{USCRIPT_MALAYALAM, "ml"},
    ScriptLanguage{USCRIPT_GUJARATI, "gu"},   ScriptLanguage{USCRIPT_GURMUKHI, "pa"},
    ScriptLanguage{USCRIPT_SINHALA, "si"},    ScriptLanguage{USCRIPT_GEORGIAN, "ka"},
    ScriptLanguage{USCRIPT_ARMENIAN, "hy"},   ScriptLanguage{USCRIPT_ETHIOPIC, "am"},
    ScriptLanguage{USCRIPT_TIBETAN, "bo"},    ScriptLanguage{USCRIPT_MONGOLIAN, "mn"},
};

/// Letters of each script, by UScriptCode.
using Census = std::array<std::uint32_t, 256>;

Census take_census(std::string_view text) {
  Census census{};
  const auto count = [](std::uint64_t bits) { return static_cast<std::uint32_t>(std::popcount(bits)); };
  for (std::size_t at = 0; at < text.size(); at += ByteBlock::size) {
    const ByteBlock block(text, at);
    census[USCRIPT_LATIN] += count(block.where(ByteBlock::is_letter));
    if (block.beyond_ascii() == 0) continue;
    const std::uint64_t cyrillic = block.where(ByteBlock::begins_cyrillic);
    const std::uint64_t han = block.where(ByteBlock::begins_han);
    census[USCRIPT_CYRILLIC] += count(cyrillic);
    census[USCRIPT_HAN] += count(han);
    std::uint64_t others = block.beyond_ascii() & ~block.continuations() & ~cyrillic & ~han;
    for (; others != 0; others &= others - 1) {
      const CodePoint c = code_point_at(text, at + static_cast<std::size_t>(std::countr_zero(others)));
      if (!is_word_character(c.value)) continue;
      UErrorCode status = U_ZERO_ERROR;
      const auto script = static_cast<std::size_t>(uscript_getScript(static_cast<UChar32>(c.value), &status));
      if (script < census.size()) ++census[script];
    }
  }
  return census;
}

}  // namespace

std::string guess_language(std::string_view text) {
  // A cut inside a character would only lose that character.
  text = text.substr(0, looked_at);
  const Census census = take_census(text);
  std::string_view tag = "und";
  std::uint32_t most = 0;
  const auto offer = [&](std::uint32_t letters, std::string_view offered) {
    if (letters > most) most = letters, tag = offered;
  };
  for (std::size_t i = 0; i < single_scripts.size(); ++i)
    offer(census[single_scripts[i].script], single_scripts[i].tag);
  // An ideograph says about as much as three letters.
  const std::uint32_t kana = census[USCRIPT_HIRAGANA] + census[USCRIPT_KATAKANA];
  offer(3 * (census[USCRIPT_HAN] + kana), 10 * kana > census[USCRIPT_HAN] ? "ja" : "zh");
  offer(2 * census[USCRIPT_HANGUL], "ko");
  offer(census[USCRIPT_ARABIC], "ar");
  offer(census[USCRIPT_CYRILLIC], "ru");
  offer(census[USCRIPT_LATIN], "en");
  if (tag == "zh") return is_traditional_chinese(text) ? "zh-Hant" : "zh";
  if (tag == "ar") return vote_arabic(text);
  if (tag == "ru") return vote_cyrillic(text);
  if (tag == "en") return vote_latin(text);
  return std::string(tag);
}

std::string primary_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : primary)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return primary;
}

bool is_character_language(std::string_view primary) {
  constexpr std::array<std::string_view, 6> languages = {"ja", "km", "lo", "my", "th", "zh"};
  return std::binary_search(languages.begin(), languages.end(), primary);
}

}  // namespace topos
