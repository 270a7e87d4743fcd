// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/pattern_words.hpp"

#include <utility>

#include "topos/segmentation/fold.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_word = 1024;
constexpr std::string_view apostrophes[] = {"'s", "'S", "\u2019s", "\u2019S"};

void add_wildcard(Word& word, char wildcard) {
  const bool repeated = wildcard == Word::any_run && word.text.ends_with(wildcard);
  if (!repeated) word.text += wildcard;
}

/// Takes the wildcard or character that comes next into `word`; returns whether it was an escaped one.
bool read_character(Scanner& scanner, const PatternLanguage& language, Word& word) {
  const Mark begin = scanner.mark();
  const char32_t c = scanner.peek();
  const std::string_view bytes = scanner.next();
  if (c == U'*' || c == U'?') {
    if (language.characters) {
      scanner.fail(begin, std::string(bytes) + " has no meaning in a language without spaces between words",
                   "use a gap such as <0-2>");
    }
    add_wildcard(word, c == U'*' ? Word::any_run : Word::any_one);
  } else if (c == U'\\') {
    if (scanner.done()) scanner.fail(begin, "nothing follows the backslash", "write \\\\ for a backslash");
    word.text += scanner.next();
    return true;
  } else if (!is_ignorable(c)) {
    word.text += bytes;
  }
  return false;
}

/// Cuts a final 's off `word`; only what stands behind `plain_from` was written without a backslash.
bool cut_clitic(Word& word, std::size_t plain_from) {
  for (const std::string_view clitic : apostrophes) {
    if (word.text.size() < plain_from + clitic.size() || !word.text.ends_with(clitic)) continue;
    word.text.resize(word.text.size() - clitic.size());
    return true;
  }
  return false;
}

}  // namespace

std::string filled(const Word& word, std::string_view run, std::string_view one) {
  std::string text;
  for (const char c : word.text) {
    if (Word::is_wildcard(c))
      text += c == Word::any_run ? run : one;
    else
      text += c;
  }
  return text;
}

PatternLanguage::PatternLanguage(std::string_view language)
    : characters(is_character_language(language)), clitics(language.empty() || language == "en") {}

bool is_separator(char32_t c, const PatternLanguage& language) noexcept {
  if (c == U'-' || c == U'\u2010' || c == U'\u2011' || is_pattern_space(c)) return true;
  return !language.characters && (c == U'\u2013' || c == U'\u2014');
}

bool is_word_character(char32_t c, const PatternLanguage& language) noexcept {
  return c != Scanner::end && c != U'(' && c != U')' && c != U'|' && c != U'<' && !is_separator(c, language);
}

WordAndClitic read_word(Scanner& scanner, const PatternLanguage& language, bool case_sensitive) {
  const Mark begin = scanner.mark();
  Word word;
  word.case_sensitive = case_sensitive;
  std::size_t plain_from = 0;
  while (is_word_character(scanner.peek(), language)) {
    if (read_character(scanner, language, word)) plain_from = word.text.size();
    if (scanner.offset() - begin.offset > longest_word)
      scanner.fail(begin, "the word is too big: more than 1024 bytes");
  }
  if (word.text.empty()) scanner.fail(begin, "a word without a visible character");
  word.where = scanner.spot(begin);
  WordAndClitic found;
  found.clitic = language.clitics && cut_clitic(word, plain_from);
  const bool bare = (word.text == "'s" || word.text == "\u2019s") && plain_from == 0;
  if (!found.clitic && bare) {
    scanner.fail(begin, language.characters ? "the clitic 's has no meaning in a language without spaces between words"
                                            : "the clitic 's is English only");
  }
  if (!word.text.empty()) found.word = std::move(word);
  return found;
}

}  // namespace topos
