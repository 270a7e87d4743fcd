// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

using topos::test::code;
using topos::test::lines;
using topos::test::matches;

TEST_CASE("a word matches itself in any case") {
  CHECK(matches("hegemony", "HEGEMONY ends") == "HEGEMONY");
  CHECK(matches("HEGEMONY", "the hegemony") == "hegemony");
  CHECK(matches("hegemony", "hegemonic power").empty());
}

TEST_CASE("* is any run inside one word, also none") {
  CHECK(matches("civili?ation*", "many civilizations") == "civilizations");
  CHECK(matches("civili?ation*", "Civilisational ties") == "Civilisational");
  CHECK(matches("civili?ation*", "a civilization") == "civilization");
  CHECK(matches("civili?ation*", "civil aviation").empty());
  CHECK(matches("*polar*", "a multipolar, unipolar, polar world") == "multipolar | unipolar | polar");
  CHECK(matches("re*ing", "reading reing ring re-ing") == "reading | reing");
  CHECK(matches("a*b*c", "abc aXbYc acb abcb") == "abc | aXbYc");
}

TEST_CASE("? is exactly one character") {
  CHECK(matches("moderni?ation", "modernisation") == "modernisation");
  CHECK(matches("moderni?ation", "modernization") == "modernization");
  CHECK(matches("moderni?ation", "modernation").empty());
  CHECK(matches("caf?", "a café, cafe, caf") == "café | cafe");
  CHECK(matches("??", "a an the") == "an");
}

TEST_CASE("words match in sequence") {
  CHECK(matches("foreign policy concept", "the Foreign Policy Concept") == "Foreign Policy Concept");
  CHECK(matches("foreign policy concept", "foreign-policy, concept").empty());
  CHECK(matches("foreign policy concept", "foreign-policy concept") == "foreign-policy concept");
}

TEST_CASE("a hyphen is a space is an unspaced dash") {
  for (const char* pattern : {"win-win", "win win"}) {
    CAPTURE(pattern);
    CHECK(matches(pattern, "a win-win") == "win-win");
    CHECK(matches(pattern, "a win win") == "win win");
    CHECK(matches(pattern, "a win–win deal") == "win–win");
    CHECK(matches(pattern, "a win\u2011win deal") == "win\u2011win");
    CHECK(matches(pattern, "a win\u00A0win deal") == "win\u00A0win");
    CHECK(matches(pattern, "a win - win deal").empty());
    CHECK(matches(pattern, "a win – win deal").empty());
    CHECK(matches(pattern, "win, win").empty());
    CHECK(matches(pattern, "winwin").empty());
  }
}

TEST_CASE("= makes a word case-sensitive, all of its hyphenated parts") {
  CHECK(matches("=US", "The US acted") == "US");
  CHECK(matches("=US", "told us").empty());
  CHECK(matches("=Singapor*", "Singaporean firms") == "Singaporean");
  CHECK(matches("=Singapor*", "singapore").empty());
  CHECK(matches("=Sino-Russian", "Sino-Russian ties") == "Sino-Russian");
  CHECK(matches("=Sino-Russian", "Sino-russian ties").empty());
  CHECK(matches("=Sino-Russian", "sino-Russian ties").empty());
  CHECK(matches("=Don’t", "Don't go") == "Don't");
}

TEST_CASE("the key case makes every word case-sensitive") {
  const auto book = code("x",
                         "patterns.en = [{ match = 'Quad (States|powers)', case = true }]\nmasks.en = [{ "
                         "match = 'The Quad', case = true }]");
  CHECK(lines(book, "Quad States, quad States, Quad powers, Quad Powers") == "x: Quad States | x: Quad powers");
  CHECK(lines(book, "The Quad States and the Quad States") == "x: Quad States");
}

TEST_CASE("a clitic matches where it is asked for, and is stepped over elsewhere") {
  CHECK(matches("driver's seat", "in the driver’s seat") == "driver’s seat");
  CHECK(matches("driver’s seat", "in the driver's seat") == "driver's seat");
  CHECK(matches("driver's seat", "driver seat").empty());
  CHECK(matches("china influence", "China's influence") == "China's influence");
  CHECK(matches("china influence", "China, influence").empty());
  CHECK(matches("china 's influence", "China's influence") == "China's influence");
  CHECK(matches("#YEAR plan", "2025's plan") == "2025's plan");
}

TEST_CASE("a final clitic does not belong to a match") {
  CHECK(matches("china", "China's influence") == "China");
  CHECK(matches("china's", "China's influence") == "China");
  CHECK(matches("china's", "China influence").empty());
  CHECK(matches("the (china|russia)'s", "the China's, the Russia") == "the China");
}

TEST_CASE("a group is one of its alternatives") {
  CHECK(matches("(dialogue|summit) format*", "summit formats") == "summit formats");
  CHECK(matches("(dialogue|summit) format*", "dialogue, format").empty());
  CHECK(matches("(turn to|pivot) (asia|the east)", "turn to the East, pivot Asia, turn Asia") ==
        "turn to the East | pivot Asia");
  CHECK(matches("((a|b) c|d (e|f))", "b c d f a d") == "b c | d f");
  CHECK(matches("(asean|china)-led", "ASEAN-led and China led") == "ASEAN-led | China led");
}

TEST_CASE("an optional group may be left out") {
  CHECK(matches("(economic)? pragmatis*", "pragmatism") == "pragmatism");
  CHECK(matches("(economic)? pragmatis*", "economic pragmatism") == "economic pragmatism");
  CHECK(matches("(economic)? pragmatis*", "pragma").empty());
  CHECK(matches("a (b)? (c)? d", "a d, a b d, a c d, a b c d, a c b d") == "a d | a b d | a c d | a b c d");
}

TEST_CASE("a gap skips words, whatever the punctuation, but no more than it may and never a sentence's end") {
  CHECK(matches("long <0-2> pivot", "long before the pivot") == "long before the pivot");
  CHECK(matches("long <0-2> pivot", "long before the big pivot").empty());
  CHECK(matches("trade <0-2> low", "trade, however, low") == "trade, however, low");
  CHECK(matches("trade <0-2> low", "trade was. Low").empty());
  CHECK(matches("a <2> b", "a b, a x b, a x x b, a x x x b") == "a b | a x b | a x x b");
}

TEST_CASE("classes of words") {
  CHECK(matches("#NUM states", "19 states") == "19 states");
  CHECK(matches("#NUM states", "20,000 states") == "20,000 states");
  CHECK(matches("#NUM states", "nineteen states").empty());
  CHECK(matches("since #YEAR", "since 2015") == "since 2015");
  CHECK(matches("since #YEAR", "since 20,000").empty());
  CHECK(matches("since #YEAR", "since 1799, since 2100").empty());
  CHECK(matches("minister #CAP", "minister Lavrov") == "minister Lavrov");
  CHECK(matches("minister #CAP", "minister said").empty());
  CHECK(matches("the #ACRO", "the ASEAN, the Asean, the G7A, the A") == "the ASEAN | the G7A");
  CHECK(matches("(#NUM|several) states", "19 states, several states, no states") == "19 states | several states");
}

TEST_CASE("#PUNCT takes exactly one mark") {
  CHECK(matches("trade #PUNCT however", "trade, however") == "trade, however");
  CHECK(matches("trade #PUNCT however", "trade however").empty());
  CHECK(matches("trade #PUNCT however", "trade,; however").empty());
  CHECK(matches("trade #PUNCT #PUNCT however", "trade,; however") == "trade,; however");
  CHECK(matches("#PUNCT however", "trade, however") == ", however");
  CHECK(matches("trade #PUNCT", "trade (now)") == "trade (");
  CHECK(matches("trade #PUNCT (so)?", "trade: so") == "trade: so");
  CHECK(matches("the #PUNCT pivot", "the “pivot”") == "the “pivot");
}

TEST_CASE("a special character is taken literally behind a backslash") {
  CHECK(matches("a\\@un.org", "to a@un.org") == "a@un.org");
}

TEST_CASE("words of patterns are folded like words of texts") {
  CHECK(matches("re\u0301gime", "the régime") == "régime");
  CHECK(matches("régime", "the re\u0301gime") == "re\u0301gime");
  CHECK(matches("cooperation", "co\u00ADoperation") == "co\u00ADoperation");
  CHECK(matches("полёт*", "полетов", "ru") == "полетов");
  CHECK(matches("полет*", "ПОЛЁТОВ", "ru") == "ПОЛЁТОВ");
  CHECK(matches("hòa bình", "hoà bình", "vi") == "hoà bình");
  CHECK(matches("hoà bình", "Hòa bình", "vi") == "Hòa bình");
  CHECK(matches("hòa bình", "ho\u0300a bi\u0300nh", "vi") == "ho\u0300a bi\u0300nh");
  CHECK(matches("strasse", "Straße", "de") == "Straße");
}

TEST_CASE("only patterns of the document's language run, by primary subtag") {
  const auto book = code("x", "patterns.en = ['asia']\npatterns.zh = ['亚洲']\npatterns.id = ['asia']");
  CHECK(lines(book, "Asia 亚洲", "en-GB") == "x: Asia");
  CHECK(lines(book, "Asia 亚洲", "zh-Hant") == "x: 亚洲");
  CHECK(lines(book, "Asia 亚洲", "id") == "x: Asia");
  CHECK(lines(book, "Asia 亚洲", "ru").empty());
  CHECK(lines(book, "Asia 亚洲", "und").empty());
}

TEST_CASE("hits come in text order, longer ones first, then by code, whether few or many") {
  const std::string book = code("z", "patterns.en = ['one two three']") + code("b", "patterns.en = ['one two']") +
                           code("a", "patterns.en = ['one two', 'three']") + code("c", "patterns.en = ['one']");
  const std::string hits = "z: one two three | a: one two | b: one two | c: one | a: three";
  std::string words;
  for (int i = 0; i < 60; ++i) words += "so ";
  CHECK(lines(book, "one two three") == hits);
  CHECK(lines(book, words + "one two three. " + words + "one two three") == hits + " | " + hits);
  std::string text;
  std::string all = hits;
  for (int i = 0; i < 8; ++i) text += "one two three ";
  for (int i = 1; i < 8; ++i) all += " | " + hits;
  CHECK(lines(book, text) == all);
}
