// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "kit/finder.hpp"
#include "topos/annotation/literal_search.hpp"

namespace {

using Random = std::mt19937;

const std::string& one_of(const std::vector<std::string>& choices, Random& random) {
  return choices[random() % choices.size()];
}

std::string pattern(Random& random, int depth = 2) {
  static const std::vector<std::string> words = {"cold", "war",  "wars", "war*", "*war", "c?ld", "s",  "don't",
                                                 "u.s",  "=War", "ab2",  "#NUM", "café", "co*d", "'s", "cold-war"};
  std::string all;
  for (std::size_t i = 0, n = 1 + random() % 3; i < n; ++i) {
    if (i > 0) all += random() % 4 == 0 ? " <0-2> " : " ";
    const std::size_t kind = depth == 0 ? 9 : random() % 10;
    if (kind == 0 && i > 0)
      all += "(" + pattern(random, depth - 1) + ")?";
    else if (kind < 3)
      all += "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
    else
      all += one_of(words, random);
  }
  return all;
}

std::string text(Random& random) {
  static const std::vector<std::string> words = {
      "cold",     "Cold",  "COLD",  "war",  "War", "wars", "warcold",    "s",          "don't",     "don’t",
      "u.s",      "U.S.",  "ab2",   "12",   "1,2", "café", "cafe\u0301", "co\u00ADld", "w\u200Bar", "ｗar",
      "cold_war", "_war_", "war’s", "12's", "cod", "nwar", "\u212A",     "中"};
  static const std::vector<std::string> joints = {" ",   " ",  " ",    "\n", "\n", "\"", ", ", "’s ", "'s ",   "-",
                                                  " – ", ". ", "\n\n", " “", "” ", "_",  "/",  " * ", "\u00A0"};
  std::string all;
  for (std::size_t i = 0, n = random() % 12; i < n; ++i) all += one_of(words, random) + one_of(joints, random);
  return all;
}

/// As it stands in JSON.
std::string in_json(const std::string& text) {
  std::string all;
  for (const char c : text) all += c == '\n' ? "\\n" : c == '"' ? "\\\"" : std::string(1, c);
  return all;
}

}  // namespace

TEST_CASE("no text with a hit is dismissed by the literals of the pattern") {
  Random random(20);
  int found = 0;
  int dismissed = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string expression = pattern(random);
    CAPTURE(expression);
    std::optional<topos::Codebook> book;
    try {
      book = topos::expression_codebook({expression}, nullptr);
    } catch (const topos::Error&) {
      continue;
    }
    const auto phrases = topos::required_literals({&*book}, topos::CodeSelection());
    if (!phrases) continue;
    topos::LiteralSearch search(*phrases);
    topos::test::Finder finder(*book);
    for (int i = 0; i < 60; ++i) {
      const std::string one = text(random);
      CAPTURE(one);
      const bool hits = !finder.annotate(one, i % 5 == 0 ? "de" : "en").hits.empty();
      const bool may_hold = search.may_hold(one);
      REQUIRE((may_hold || !hits));
      REQUIRE(search.may_hold(in_json(one), topos::LiteralSearch::Form::json) == may_hold);
      found += hits ? 1 : 0;
      dismissed += may_hold ? 0 : 1;
    }
  }
  CHECK(found > 500);
  CHECK(dismissed > 500);
}
