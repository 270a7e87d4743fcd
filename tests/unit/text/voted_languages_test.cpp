// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <ios>
#include <map>
#include <string>
#include <vector>

#include "topos/text/telling_letters.hpp"
#include "topos/text/voted_languages.hpp"
#include "topos/text/word_bytes.hpp"

using namespace topos;

namespace {

std::vector<std::uint8_t> languages_of(const std::string& word) {
  const auto found = languages_with_word(folded_word_head(word, 0, word.size()), word);
  return {found.begin(), found.end()};
}

std::map<std::string, std::vector<std::uint8_t>> listed_words() {
  std::map<std::string, std::vector<std::uint8_t>> words;
  std::uint8_t language = 0;
  for (std::string rest : {
#define TOPOS_LANGUAGE(tag, words) words " ",
#include "topos/text/language_words.def"
#undef TOPOS_LANGUAGE
       }) {
    for (; !rest.empty(); rest.erase(0, rest.find(' ') + 1)) words[rest.substr(0, rest.find(' '))].push_back(language);
    ++language;
  }
  return words;
}

}  // namespace

TEST_CASE("every function word has its languages, and what is no function word has none") {
  const auto words = listed_words();
  for (const auto& [word, languages] : words) {
    const std::string& shown = word;
    CAPTURE(shown);
    CHECK(languages_of(word) == languages);
    for (const std::string& other : {word + "q", "q" + word, word.substr(0, word.size() - 1)})
      if (!other.empty() && !words.contains(other)) CHECK(languages_of(other).empty());
  }
}

TEST_CASE("function words are found in capitals, those longer than eight bytes too") {
  CHECK(languages_of("THE") == languages_of("the"));
  CHECK_FALSE(languages_of("the").empty());
  CHECK(languages_of("Perdagangan") == languages_of("perdagangan"));
  CHECK_FALSE(languages_of("perdagangan").empty());
}

TEST_CASE("the rows of a telling letter are those it is listed in") {
  for (const TellingLetters* script : {&latin_letters, &cyrillic_letters, &arabic_letters})
    for (char32_t letter = 1; letter < 0x3000; ++letter) {
      std::uint32_t rows = 0;
      for (std::size_t row = 0; row < script->rows().size(); ++row)
        if (script->rows()[row].letters.find(letter) != std::u32string_view::npos) rows |= std::uint32_t{1} << row;
      if (script->rows_of(letter) != rows) FAIL_CHECK("U+" << std::hex << static_cast<std::uint32_t>(letter));
    }
}
