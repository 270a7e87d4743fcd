// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

using topos::test::code;
using topos::test::Finder;
using topos::test::lines;

/// The patterns that the hits carry.
std::string patterns(const std::string& book, std::string_view text) {
  Finder finder(book);
  std::string all;
  for (const topos::Hit& hit : finder.annotate(text).hits) {
    if (!all.empty()) all += ' ';
    all += hit.pattern();
  }
  return all;
}

}  // namespace

TEST_CASE("within a code the leftmost match stays, of those the longest") {
  CHECK(lines(code("x", "patterns.en = ['b c', 'a b']"), "a b c") == "x: a b");
  CHECK(lines(code("x", "patterns.en = ['a', 'a b c', 'c d e f']"), "a b c d e f") == "x: a b c");
  CHECK(lines(code("x", "patterns.en = ['a b', 'c', 'b c d']"), "a b c d") == "x: a b | x: c");
}

TEST_CASE("the first pattern in the list gives an equal span its id") {
  CHECK(patterns(code("x", "patterns.en = ['turn*', 'turn', 'tur?']"), "turn") == "x#en.1");
  CHECK(patterns(code("x", "patterns.en = ['turn', { match = 'turn*', id = 'stem' }]"), "turn turned") ==
        "x#en.1 x#stem");
  CHECK(patterns(code("x", "patterns.en = [{ match = 'turn*', near = ['@x:9'] }, 'turn']"), "turn, turn") ==
        "x#en.1 x#en.1");
}

TEST_CASE("codes of no group or of different groups overlap freely") {
  const std::string book = code("a", "patterns.en = ['energy security']") +
                           code("b", "group = 'g'\npatterns.en = ['security cooperation']") +
                           code("c", "group = 'h'\npatterns.en = ['energy', 'energy security cooperation']");
  CHECK(lines(book, "energy security cooperation") ==
        "c: energy security cooperation | a: energy security | b: security cooperation");
}

TEST_CASE("in a group a hit inside a strictly longer hit is dropped") {
  const std::string book =
      code("actor.org.asean", "group = 'actor'\npatterns.en = ['association of southeast asian nations']") +
      code("actor.collective.southeast_asia", "group = 'actor'\npatterns.en = ['southeast asia*']") +
      code("actor.state.china", "group = 'actor'\npatterns.en = ['sino-russian', 'china']") +
      code("actor.state.russia", "group = 'actor'\npatterns.en = ['sino-russian', 'russia']");
  CHECK(lines(book, "the Association of Southeast Asian Nations") ==
        "actor.org.asean: Association of Southeast Asian Nations");
  CHECK(lines(book, "Southeast Asia") == "actor.collective.southeast_asia: Southeast Asia");
  CHECK(lines(book, "Sino-Russian ties") == "actor.state.china: Sino-Russian | actor.state.russia: Sino-Russian");
}

TEST_CASE("in a group partial overlaps stay") {
  const std::string book =
      code("a", "group = 'g'\npatterns.en = ['one two']") + code("b", "group = 'g'\npatterns.en = ['two three']");
  CHECK(lines(book, "one two three") == "a: one two | b: two three");
}

TEST_CASE("identical spans of a group stay unless the priorities differ") {
  const auto book = [](int a, int b, int c) {
    return code("a", "group = 'g'\npriority = " + std::to_string(a) + "\npatterns.en = ['one']") +
           code("b", "group = 'g'\npriority = " + std::to_string(b) + "\npatterns.en = ['one']") +
           code("c", "group = 'g'\npriority = " + std::to_string(c) + "\npatterns.en = ['one']");
  };
  CHECK(lines(book(0, 0, 0), "one") == "a: one | b: one | c: one");
  CHECK(lines(book(1, 0, 0), "one") == "a: one");
  CHECK(lines(book(0, 2, 1), "one") == "b: one");
  CHECK(lines(book(-1, 0, 0), "one") == "b: one | c: one");
  CHECK(lines(book(3, 1, 3), "one") == "a: one | c: one");
}

TEST_CASE("length goes before priority") {
  const std::string book = code("a", "group = 'g'\npriority = 9\npatterns.en = ['asian']") +
                           code("b", "group = 'g'\npatterns.en = ['southeast asian']");
  CHECK(lines(book, "Southeast Asian") == "b: Southeast Asian");
}

TEST_CASE("a hit that is dropped still drops what lies inside it") {
  const std::string book = code("a", "group = 'g'\npatterns.en = ['one two three']") +
                           code("b", "group = 'g'\npatterns.en = ['one two']") +
                           code("c", "group = 'g'\npatterns.en = ['two']");
  CHECK(lines(book, "one two three") == "a: one two three");
}

TEST_CASE("a group is resolved before any other code sees its hits") {
  const std::string book = code("a", "group = 'g'\npatterns.en = ['association of nations']") +
                           code("b", "group = 'g'\npatterns.en = ['nations']") +
                           code("x", "patterns.en = ['@b agree', { match = 'they', near = ['@b:document'] }]");
  CHECK(lines(book, "They say the association of nations agree") == "a: association of nations");
  CHECK(lines(book, "They say nations agree") == "x: They | x: nations agree | b: nations");
}

TEST_CASE("hits come by first byte, then longer first, then code id") {
  const std::string book = code("b", "patterns.en = ['one two', 'three']") +
                           code("a", "patterns.en = ['one', 'three']") + code("a.b", "patterns.en = ['one', 'two']");
  CHECK(lines(book, "one two three") == "b: one two | a: one | a.b: one | a.b: two | a: three | b: three");
}

TEST_CASE("weights are those of the patterns") {
  Finder finder(code("x", "weight = 0.5\npatterns.en = ['one', { match = 'two', weight = 0.25 }]"));
  const topos::AnnotatedDocument found = finder.annotate("one two");
  REQUIRE(found.hits.size() == 2);
  CHECK(found.hits[0].weight == 0.5);
  CHECK(found.hits[1].weight == 0.25);
}
