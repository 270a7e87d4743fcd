// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

using topos::test::code;
using topos::test::lines;

namespace {
const std::string actors =
    code("actor.org.asean",
         "patterns.en = ['=ASEAN', 'association of southeast asian nations']\npatterns.zh = ['东盟']") +
    code("actor.state.china", "patterns.en = ['china', 'sino']\npatterns.zh = ['中国']");
}

TEST_CASE("@id takes one hit of a code or of a descendant") {
  CHECK(lines(actors + code("x", "patterns.en = ['@actor led']"), "ASEAN-led, China-led, Asean led, us led") ==
        "x: ASEAN-led | actor.org.asean: ASEAN | x: China-led | actor.state.china: China");
  CHECK(lines(actors + code("x", "patterns.en = ['@actor.org led']"), "ASEAN-led, China-led") ==
        "x: ASEAN-led | actor.org.asean: ASEAN | actor.state.china: China");
  CHECK(lines(actors + code("x", "patterns.en = ['by @actor.state.china']"), "by China, by ASEAN") ==
        "x: by China | actor.state.china: China | actor.org.asean: ASEAN");
}

TEST_CASE("a reference takes the whole hit, however long, and the pattern goes on behind it") {
  CHECK(
      lines(actors + code("x", "patterns.en = ['the @actor meet*']"),
            "the Association of Southeast Asian Nations meets") ==
      "x: the Association of Southeast Asian Nations meets | actor.org.asean: Association of Southeast Asian Nations");
  CHECK(lines(actors + code("x", "patterns.en = ['@actor <0-2> @actor']"), "China and ASEAN") ==
        "x: China and ASEAN | actor.state.china: China | actor.org.asean: ASEAN");
}

TEST_CASE("a clitic behind the hit is stepped over") {
  CHECK(lines(actors + code("x", "patterns.en = ['@actor influence']"), "China's influence") ==
        "x: China's influence | actor.state.china: China");
  CHECK(lines(actors + code("x", "patterns.en = [\"@actor's influence\"]"), "China influence, China’s influence") ==
        "actor.state.china: China | x: China’s influence | actor.state.china: China");
}

TEST_CASE("where several hits begin, each way is tried") {
  CHECK(lines(code("a.one", "patterns.en = ['new']") + code("a.two", "patterns.en = ['new world']") +
                  code("x", "patterns.en = ['@a order']"),
              "new world order, new order") ==
        "x: new world order | a.two: new world | a.one: new | x: new order | a.one: new");
}

TEST_CASE("a pattern that is a reference matches where that does, with the longest of the hits that begin there") {
  const std::string words = code("a.one", "patterns.en = ['new']") + code("a.two", "patterns.en = ['new world']");
  CHECK(lines(words + code("x", "patterns.en = ['@a']"), "new world, new") ==
        "a.two: new world | x: new world | a.one: new | a.one: new | x: new");
  CHECK(lines(words + code("x", "patterns.en = ['@a <0-1>']"), "new order") == "x: new order | a.one: new");
  CHECK(lines(words + code("x", "patterns.en = ['@a']\nmasks.en = ['world']"), "new world, new") ==
        "a.two: new world | a.one: new | a.one: new | x: new");
}

TEST_CASE("a pattern matches without a reference that it can do without, and only then") {
  CHECK(lines(actors + code("x", "patterns.en = ['(the)? @actor turns']"), "the turns").empty());
  CHECK(lines(actors + code("x", "patterns.en = ['the (@actor)? turn*']"), "the turns") == "x: the turns");
  CHECK(lines(actors + code("x", "patterns.en = ['the (@actor|west) turn*']"), "the West turns") ==
        "x: the West turns");
  CHECK(lines(actors + code("x", "patterns.en = ['the @actor turn*', 'the west']"), "the West turns") == "x: the West");
  CHECK(lines(actors + code("x", "patterns.en = ['west']\nmasks.en = ['the (@actor)? west']"), "the West").empty());
  CHECK(lines(actors + code("x", "patterns.en = ['west']\nmasks.en = ['the @actor west']"), "the West") == "x: West");
}

TEST_CASE("codes are evaluated in order of their references, wherever they stand in the file") {
  CHECK(lines(code("c", "patterns.en = ['@b now']") + code("b", "patterns.en = ['@a turn']") +
                  code("a", "patterns.en = ['east']"),
              "east turn now") == "c: east turn now | b: east turn | a: east");
}

TEST_CASE("a self-referring pattern needs a hit of its own code that it does not overlap") {
  const std::string book =
      code("x", "patterns.en = ['pivot to asia', { match = 'the pivot', near = ['@x:document'] }]");
  CHECK(lines(book, "The pivot goes on").empty());
  CHECK(lines(book, "The pivot to Asia is real") == "x: pivot to Asia");
  CHECK(lines(book, "The pivot to Asia is real; the pivot goes on") == "x: pivot to Asia | x: the pivot");
  CHECK(lines(book, "The pivot goes on.\n\nA pivot to Asia") == "x: The pivot | x: pivot to Asia");
}

TEST_CASE("self-referring patterns see the matches of those before them, and not of those behind") {
  const std::string forward =
      code("x", "patterns.en = ['one', { match = 'two', near = ['@x:0'] }, { match = 'three', near = ['@x:0'] }]");
  const std::string backward =
      code("x", "patterns.en = ['one', { match = 'three', near = ['@x:0'] }, { match = 'two', near = ['@x:0'] }]");
  CHECK(lines(forward, "one two three") == "x: one | x: two | x: three");
  CHECK(lines(backward, "one two three") == "x: one | x: two");
}

TEST_CASE("self-reference sees what was accepted before selection") {
  // 'b c' loses to 'a b', yet it was accepted and lies near.
  CHECK(lines(code("x", "patterns.en = ['a b', 'b c', { match = 'd', near = ['@x:0'] }]"), "a b c d") ==
        "x: a b | x: d");
}

TEST_CASE("self-reference may forbid") {
  CHECK(lines(code("x", "patterns.en = ['pivot to asia', { match = 'pivot', not_near = ['@x:sentence'] }]"),
              "A pivot. A pivot to Asia and a pivot") == "x: pivot | x: pivot to Asia");
}

TEST_CASE("an ancestor's own patterns count among the hits of its id") {
  CHECK(lines(code("actor", "patterns.en = ['someone']") + code("actor.asean", "patterns.en = ['asean']") +
                  code("x", "patterns.en = ['by @actor']"),
              "by someone by ASEAN") == "x: by someone | actor: someone | x: by ASEAN | actor.asean: ASEAN");
}

TEST_CASE("references work on code points") {
  CHECK(lines(actors + code("x", "patterns.zh = ['以 @actor.org 为中心']"), "以“東盟”为中心，以中国为中心", "zh") ==
        "x: 以“東盟”为中心 | actor.org.asean: 東盟 | actor.state.china: 中国");
}

TEST_CASE("hits that a negation policy withholds still serve references and guards") {
  const std::string book = code("a", "negation = 'drop'\npatterns.en = ['sanctions']") +
                           code("x", "patterns.en = [{ match = 'trade', near = ['@a'] }]");
  CHECK(lines(book, "no sanctions on trade") == "x: trade");
  CHECK(lines(book, "sanctions on trade") == "a: sanctions | x: trade");
}

TEST_CASE("macros stand for a group and may hold macros") {
  const std::string book = "[macros]\ntoward = 'to|toward|towards'\nturn = 'turn*|pivot* $toward'\n" +
                           code("x", "patterns.en = ['$turn <0-1> (asia|east)']");
  CHECK(lines(book, "turns East, pivoted towards the East, pivot East") ==
        "x: turns East | x: pivoted towards the East");
}
