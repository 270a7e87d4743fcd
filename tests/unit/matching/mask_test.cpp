// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "kit/finder.hpp"

using topos::test::code;
using topos::test::lines;

TEST_CASE("a match that shares a token with a mask of its code is dropped") {
  const auto book =
      code("x", "patterns.en = ['hedg*', 'central*']\nmasks.en = ['central (bank*|asia*)', 'hedge fund*']");
  CHECK(lines(book, "The hedge fund kept hedging") == "x: hedging");
  CHECK(lines(book, "Central banks are central") == "x: central");
  CHECK(lines(book, "central Asia, Central-Asian, central, Asia") == "x: central");
}

TEST_CASE("one shared token is enough, whichever begins first") {
  CHECK(lines(code("x", "patterns.en = ['turn to the east']\nmasks.en = ['middle east*', 'the east river']"),
              "turn to the east river")
            .empty());
  CHECK(lines(code("x", "patterns.en = ['east river']\nmasks.en = ['the east']"), "the east river").empty());
  CHECK(lines(code("x", "patterns.en = ['river']\nmasks.en = ['the east']"), "the east river") == "x: river");
}

TEST_CASE("a mask is found as far before a match as its last word may reach into it") {
  const auto book = code("x", "patterns.en = ['river*']\nmasks.en = ['old <0-2> river bank', 'deep']");
  CHECK(lines(book, "old and very river bank").empty());
  CHECK(lines(book, "old, and - very; river bank").empty());
  CHECK(lines(book, "old and not very river bank") == "x: river");
  CHECK(lines(book, "old river, deep river") == "x: river | x: river");
  CHECK(lines(code("x", "patterns.en = ['bank']\nmasks.en = ['old <0-2> river bank']"), "old and very river bank")
            .empty());
}

TEST_CASE("a mask makes no hits and does not touch other codes") {
  const auto book =
      code("a", "patterns.en = ['east']\nmasks.en = ['middle east']") + code("b", "patterns.en = ['east']");
  CHECK(lines(book, "the Middle East") == "b: East");
}

TEST_CASE("masks are of one language") {
  const auto book = code("x", "patterns.en = ['asia']\npatterns.id = ['asia']\nmasks.en = ['central asia']");
  CHECK(lines(book, "central Asia", "en").empty());
  CHECK(lines(book, "central Asia", "id") == "x: Asia");
}

TEST_CASE("masks take the longest match and macros, gaps and references") {
  const auto book =
      "[macros]\ntoward = 'to|toward|towards'\n" + code("place", "patterns.en = ['middle east']") +
      code("x",
           "patterns.en = ['turn <0-4> east']\nmasks.en = ['$toward <0-1> middle east', 'back <0-2>', 'near @place']");
  CHECK(lines(book, "They turn to the Middle East") == "place: Middle East");
  CHECK(lines(book, "They turn to the far East") == "x: turn to the far East");
  CHECK(lines(book, "Back they turn East").empty());
  CHECK(lines(book, "They turn near Middle East") == "place: Middle East");
}

TEST_CASE("a mask in a character language drops what shares a code point") {
  const auto book = code("x", "patterns.zh = ['东盟中心']\nmasks.zh = ['心理']");
  CHECK(lines(book, "东盟中心地位", "zh") == "x: 东盟中心");
  CHECK(lines(book, "东盟中心理念", "zh").empty());
}

TEST_CASE("a masked match leaves its place to a shorter one of another pattern") {
  const auto book = code("x", "patterns.en = ['the turn to asia', 'turn']\nmasks.en = ['asia minor']");
  CHECK(lines(book, "the turn to Asia Minor") == "x: turn");
}
