// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/vocabulary.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "topos/segmentation/token.hpp"

namespace {

/// The classes of a word as letters: n(umber) y(ear) c(apitalized) a(cronym).
std::string classes(std::string_view word, std::string_view language = "en") {
  topos::Vocabulary vocabulary(language);
  const topos::Type& type = vocabulary[vocabulary.intern(word)];
  std::string found;
  if (type.number) found += 'n';
  if (type.year) found += 'y';
  if (type.capitalized) found += 'c';
  if (type.acronym) found += 'a';
  return found;
}

}  // namespace

TEST_CASE("a number is digits of any script with points and commas behind the first") {
  CHECK(classes("19") == "n");
  CHECK(classes("20,000") == "n");
  CHECK(classes("3.14") == "n");
  CHECK(classes("7") == "n");
  CHECK(classes("٢٥") == "n");
  CHECK(classes(",5").empty());
  CHECK(classes("19th").empty());
  CHECK(classes("nineteen").empty());
  CHECK(classes("½").empty());
  CHECK(classes("²") == "n");  // NFKC: 2
}

TEST_CASE("a year has four digits and lies between 1800 and 2099") {
  CHECK(classes("1800") == "ny");
  CHECK(classes("2099") == "ny");
  CHECK(classes("2015") == "ny");
  CHECK(classes("1799") == "n");
  CHECK(classes("2100") == "n");
  CHECK(classes("20,5") == "n");
  CHECK(classes("201.") == "n");
  CHECK(classes("20,000") == "n");
  CHECK(classes("２０１５") == "ny");
}

TEST_CASE("a capitalized word begins with an uppercase or titlecase letter") {
  CHECK(classes("Lavrov") == "c");
  CHECK(classes("I") == "c");
  CHECK(classes("ǅ") == "c");  // NFKC makes two letters of the titlecase digraph, the second of them small
  CHECK(classes("lavrov").empty());
  CHECK(classes("Éire") == "c");
  CHECK(classes("Лавров", "ru") == "c");
  CHECK(classes("7A").empty());
}

TEST_CASE("an acronym has two letters or more, all uppercase, and digits only behind the first") {
  CHECK(classes("ASEAN") == "ca");
  CHECK(classes("G20") == "c");  // one letter
  CHECK(classes("G7A") == "ca");
  CHECK(classes("BRICS2") == "ca");
  CHECK(classes("2AB").empty());
  CHECK(classes("US") == "ca");
  CHECK(classes("Us") == "c");
  CHECK(classes("U.S") == "c");
  CHECK(classes("АСЕАН", "ru") == "ca");
}

TEST_CASE("a surface has one number, dense from 0, and surfaces that differ in hidden characters differ") {
  topos::Vocabulary vocabulary("en");
  CHECK(vocabulary.intern("Asia") == 0);
  CHECK(vocabulary.intern("asia") == 1);
  CHECK(vocabulary.intern("Asia") == 0);
  CHECK(vocabulary.intern("As\u00ADia") == 2);
  CHECK(vocabulary.size() == 3);
  CHECK(vocabulary[0].folded == vocabulary[1].folded);
  CHECK(vocabulary[0].cased == "Asia");
  CHECK(vocabulary[2].cased == "Asia");
}

TEST_CASE("many types keep their numbers and forms while the table grows") {
  topos::Vocabulary vocabulary("en");
  constexpr topos::TypeId many = 200'000;
  for (topos::TypeId i = 0; i < many; ++i) REQUIRE(vocabulary.intern("Word" + std::to_string(i)) == i);
  for (topos::TypeId i = 0; i < many; i += 997) {
    REQUIRE(vocabulary.intern("Word" + std::to_string(i)) == i);
    REQUIRE(vocabulary[i].folded == "word" + std::to_string(i));
    REQUIRE(vocabulary[i].cased == "Word" + std::to_string(i));
  }
  CHECK(vocabulary.size() == many);
  CHECK(vocabulary.memory() > many * 16);
}

TEST_CASE("clearing forgets every type, gives the memory back and begins a new generation") {
  topos::Vocabulary vocabulary("en");
  const std::size_t before = vocabulary.memory();
  for (int i = 0; i < 10'000; ++i) (void)vocabulary.intern(std::to_string(i));
  const std::uint64_t generation = vocabulary.generation();
  vocabulary.clear();
  CHECK(vocabulary.size() == 0);
  CHECK(vocabulary.generation() == generation + 1);
  CHECK(vocabulary.memory() == before);
  CHECK(vocabulary.intern("new") == 0);
}

TEST_CASE("no two vocabularies share a generation") {
  topos::Vocabulary first("en");
  topos::Vocabulary second("en");
  const std::uint64_t before = second.generation();
  CHECK(first.generation() != before);
  second.clear();
  CHECK(first.generation() != second.generation());
}

TEST_CASE("a giant word is decided by its first 4096 bytes, cut between characters") {
  topos::Vocabulary vocabulary("en");
  const std::string longest(300'000, 'X');
  const topos::TypeId id = vocabulary.intern(longest);
  CHECK(vocabulary[id].folded == std::string(4096, 'x'));
  CHECK(vocabulary.intern(longest + "Y") == id);
  CHECK(vocabulary.intern("Y" + longest) != id);
  std::string accents = "x";
  while (accents.size() < 5000) accents += "é";
  CHECK(vocabulary[vocabulary.intern(accents)].cased.size() == 4095);
}

TEST_CASE("the empty surface is a type like any other") {
  topos::Vocabulary vocabulary("en");
  const topos::TypeId id = vocabulary.intern("");
  CHECK(vocabulary.intern("") == id);
  CHECK(vocabulary[id].folded.empty());
  CHECK_FALSE(vocabulary[id].number);
}

TEST_CASE("words that get their types together get those that they get one by one") {
  // As many words as fill batches of any size, and some more; long ones among them; the last end with the text.
  std::mt19937 random(11);
  for (std::size_t words = 0; words < 200; words += 1 + words / 16) {
    std::string text;
    std::vector<topos::Token> tokens;
    for (std::size_t i = 0; i < words; ++i) {
      const std::size_t size = random() % 20 == 0 ? 30 + random() % 10 : 1 + random() % 18;
      const auto begin = static_cast<std::uint32_t>(text.size());
      for (std::size_t at = 0; at < size; ++at) text += static_cast<char>('a' + random() % 2);
      tokens.emplace_back(begin, static_cast<std::uint32_t>(text.size()), 0, topos::TokenKind::word, false);
      if (random() % 2 == 0) text += ' ';
    }
    topos::Vocabulary together("en");
    topos::Vocabulary alone("en");
    together.intern(text, tokens);
    for (const topos::Token& token : tokens)
      REQUIRE(token.type == alone.intern(std::string_view(text).substr(token.begin, token.end - token.begin)));
    REQUIRE(together.size() == alone.size());
  }
}
