// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/pattern_words.hpp"

#include <utility>

#include "topos/segmentation/fold.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_word = 1024;
constexpr std::string_view apostrophes[] = {"'s", "'S", "\u2019s", "\u2019S"};

using Piece = Word::Piece;

void add_text(Word& word, std::string_view bytes) {
  if (word.pieces.empty() || word.pieces.back().kind != Piece::Kind::text) word.pieces.push_back({Piece::Kind::text, {}});
  word.pieces.back().text += bytes;
}

void add_wildcard(Word& word, Piece::Kind kind) {
  const bool repeated = kind == Piece::Kind::any_run && !word.pieces.empty() && word.pieces.back().kind == kind;
  if (!repeated) word.pieces.push_back({kind, {}});
}

/// Takes the wildcard or character that comes next into `word`; returns whether it was an escaped one.
bool read_character(Scanner& scanner, const PatternLanguage& language, Word& word) {
  const Mark begin = scanner.mark();
  const char32_t c = scanner.peek();
  const std::string_view bytes = scanner.next();
  if (c == U'*' || c == U'?') {
    if (language.characters) {
      scanner.fail(begin, std::string(bytes) + " has no meaning in a language without spaces between words", "use a gap such as <0-2>");
    }
    add_wildcard(word, c == U'*' ? Piece::Kind::any_run : Piece::Kind::any_one);
  } else if (c == U'\\') {
    if (scanner.done()) scanner.fail(begin, "nothing follows the backslash", "write \\\\ for a backslash");
    add_text(word, scanner.next());
    return true;
  } else if (!is_ignorable(c)) {
    add_text(word, bytes);
  }
  return false;
}

/// Cuts a final 's off `word`; only the part of the last piece behind `plain_from` was written without a backslash.
bool cut_clitic(Word& word, std::size_t plain_from) {
  if (word.pieces.empty() || word.pieces.back().kind != Piece::Kind::text) return false;
  std::string& text = word.pieces.back().text;
  for (const std::string_view clitic : apostrophes) {
    if (text.size() < plain_from + clitic.size() || !text.ends_with(clitic)) continue;
    text.resize(text.size() - clitic.size());
    if (text.empty()) word.pieces.pop_back();
    return true;
  }
  return false;
}

}  // namespace

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
    if (read_character(scanner, language, word)) plain_from = word.pieces.back().text.size();
    else if (!word.pieces.empty() && word.pieces.back().kind != Piece::Kind::text) plain_from = 0;
    if (scanner.offset() - begin.offset > longest_word) scanner.fail(begin, "the word is too big: more than 1024 bytes");
  }
  if (word.pieces.empty()) scanner.fail(begin, "a word without a visible character");
  word.where = scanner.spot(begin);
  WordAndClitic found;
  found.clitic = language.clitics && cut_clitic(word, plain_from);
  const bool bare = word.pieces.size() == 1 && (word.pieces[0].text == "'s" || word.pieces[0].text == "\u2019s") && plain_from == 0;
  if (!found.clitic && bare) {
    scanner.fail(begin, language.characters ? "the clitic 's has no meaning in a language without spaces between words"
                                            : "the clitic 's is English only");
  }
  if (!word.pieces.empty()) found.word = std::move(word);
  return found;
}

}  // namespace topos
