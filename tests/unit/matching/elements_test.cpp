// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/elements.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "topos/segmentation/vocabulary.hpp"

namespace {

using topos::FoldedWord;
using topos::Word;

/// `*` and `?` are wildcards.
FoldedWord word(std::string_view text, bool case_sensitive = false) {
  FoldedWord made;
  made.case_sensitive = case_sensitive;
  for (const char c : text) made.text += c == '*' ? Word::any_run : c == '?' ? Word::any_one : c;
  return made;
}

/// The definition of a wildcard match, by trying everything. Domain: ASCII.
bool plainly_matches(std::string_view pattern, std::string_view form) {
  if (pattern.empty()) return form.empty();
  if (pattern[0] == '*')
    return plainly_matches(pattern.substr(1), form) || (!form.empty() && plainly_matches(pattern, form.substr(1)));
  return !form.empty() && (pattern[0] == '?' || pattern[0] == form[0]) &&
         plainly_matches(pattern.substr(1), form.substr(1));
}

std::string random_text(std::mt19937& random, std::string_view letters, std::size_t most) {
  std::string text;
  for (std::size_t left = random() % (most + 1); left > 0; --left) text += letters[random() % letters.size()];
  return text;
}

}  // namespace

TEST_CASE("a word with wildcards stands for the forms that its definition gives") {
  std::mt19937 random(1);
  for (int i = 0; i < 50'000; ++i) {
    const std::string pattern = random_text(random, "ab*?", 8);
    const std::string form = random_text(random, "ab", 8);
    CAPTURE(pattern);
    CAPTURE(form);
    REQUIRE(topos::word_matches(word(pattern).text, form) == plainly_matches(pattern, form));
  }
}

TEST_CASE("? is one code point, however many bytes") {
  CHECK(topos::word_matches(word("caf?").text, "café"));
  CHECK_FALSE(topos::word_matches(word("caf??").text, "café"));
  CHECK(topos::word_matches(word("?").text, "𝔸"));
  CHECK(topos::word_matches(word("*?").text, "é"));
  CHECK_FALSE(topos::word_matches(word("??*").text, "é"));
}

TEST_CASE("stars without end do not take time without end") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "a*";
  CHECK_FALSE(topos::word_matches(word(pattern + "b").text, std::string(20'000, 'a')));
}

TEST_CASE("deciding a type finds exactly the sets that hold it") {
  std::mt19937 random(2);
  topos::Elements elements;
  struct Set {
    std::vector<std::string> words;
    std::vector<bool> cased;
    std::vector<topos::WordClass> classes;
  };
  std::vector<Set> sets;
  std::vector<topos::ElementId> ids;
  for (int i = 0; i < 300; ++i) {
    Set set;
    std::vector<FoldedWord> words;
    for (std::size_t left = random() % 4; left > 0; --left) {
      set.words.push_back(random_text(random, "abAB*?", 5));
      if (set.words.back().empty()) set.words.back() = "a";
      set.cased.push_back(random() % 3 == 0);
      if (!set.cased.back())
        for (char& c : set.words.back()) c = static_cast<char>(c == 'A' ? 'a' : c == 'B' ? 'b' : c);
      words.push_back(word(set.words.back(), set.cased.back()));
    }
    if (words.empty() || random() % 4 == 0)
      set.classes.push_back(static_cast<topos::WordClass>(random() % topos::word_classes));
    ids.push_back(elements.add(words, set.classes));
    sets.push_back(std::move(set));
  }
  topos::Vocabulary vocabulary("en");
  std::vector<topos::ElementId> decided;
  for (int i = 0; i < 3'000; ++i) {
    const std::string form = random_text(random, i % 5 == 0 ? "0123456789." : "abAB", 5);
    const topos::Type& type = vocabulary[vocabulary.intern(form)];
    elements.decide(type, decided);
    const bool classes[] = {type.number, type.year, type.capitalized, type.acronym, true};
    std::vector<bool> wanted(elements.size());
    for (std::size_t s = 0; s < sets.size(); ++s) {
      bool holds = false;
      for (std::size_t w = 0; w < sets[s].words.size(); ++w)
        holds = holds || plainly_matches(sets[s].words[w], sets[s].cased[w] ? type.cased : type.folded);
      for (const topos::WordClass one : sets[s].classes) holds = holds || classes[static_cast<std::size_t>(one)];
      wanted[ids[s]] = holds;
    }
    std::vector<topos::ElementId> plain;
    for (topos::ElementId id = 0; id < wanted.size(); ++id)
      if (wanted[id]) plain.push_back(id);
    CAPTURE(form);
    REQUIRE(decided == plain);
  }
}

TEST_CASE("equal sets share a number, whatever the order of their words") {
  topos::Elements elements;
  const auto first = elements.add({word("a"), word("b*")}, {topos::WordClass::number});
  CHECK(elements.add({word("b*"), word("a")}, {topos::WordClass::number}) == first);
  CHECK(elements.add({word("a"), word("b*")}, {}) != first);
  CHECK(elements.add({word("a", true), word("b*")}, {topos::WordClass::number}) != first);
}

TEST_CASE("a control character is not taken for a wildcard") {
  topos::Elements elements;
  const auto star = elements.add({word("a*")}, {});
  CHECK(elements.add({word("a\x01")}, {}) != star);
  const auto one = elements.add({word("a?")}, {});
  CHECK(elements.add({word("a\x02")}, {}) != one);
  const auto two = elements.add({word("a"), word("b")}, {});
  CHECK(elements.add({word("a\x03~b")}, {}) != two);
}

TEST_CASE("a word is folded with its wildcards kept") {
  const topos::Folder folder("en");
  Word written;
  written.text = std::string("CIVILI") + Word::any_one + "ATION" + Word::any_run;
  CHECK(topos::word_matches(topos::fold_word(written, false, folder).text, "civilizations"));
  CHECK_FALSE(topos::word_matches(topos::fold_word(written, true, folder).text, "civilizations"));
  CHECK(topos::word_matches(topos::fold_word(written, true, folder).text, "CIVILISATION"));
}
