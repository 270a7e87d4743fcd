// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

/// What one pattern entry (the inside of an inline table) hits.
std::string hits(const std::string& entry, std::string_view text, const std::string& language = "en") {
  topos::test::Finder finder(topos::test::code("x", "patterns." + language + " = [{ " + entry + " }]"));
  const topos::AnnotatedDocument found = finder.annotate(text, language);
  std::string all;
  for (const topos::Hit& hit : found.hits) {
    if (!all.empty()) all += " | ";
    all += std::to_string(hit.span.begin);
  }
  return all;
}

}  // namespace

TEST_CASE("right asks for a word behind the match") {
  const std::string entry = "match = 'turn', right = ['to', 'toward']";
  CHECK(hits(entry, "turn to Asia") == "0");
  CHECK(hits(entry, "turn toward Asia") == "0");
  CHECK(hits(entry, "turn of events").empty());
  CHECK(hits(entry, "we turn").empty());
  CHECK(hits(entry, "we turn. To us").empty());
}

TEST_CASE("not_left refuses words before the match") {
  const std::string entry = "match = 'will', not_left = ['free', 'at']";
  CHECK(hits(entry, "free will").empty());
  CHECK(hits(entry, "at will").empty());
  CHECK(hits(entry, "they will") == "5");
  CHECK(hits(entry, "will they") == "0");
}

TEST_CASE("entries may have wildcards and several words, in text order") {
  CHECK(hits("match = 'while', not_right = ['*ing']", "while keeping").empty());
  CHECK(hits("match = 'while', not_right = ['*ing']", "while it keeps") == "0");
  CHECK(hits("match = 'order', left = ['new world']", "a new world order") == "12");
  CHECK(hits("match = 'order', left = ['world new']", "a new world order").empty());
  CHECK(hits("match = 'order', left = ['new world']", "world order").empty());
  CHECK(hits("match = 'order', right = ['of th? day']", "order of the day") == "0");
  CHECK(hits("match = 'order', right = ['of the day']", "order of the").empty());
}

TEST_CASE("punctuation and clitics between do not matter, case neither") {
  CHECK(hits("match = 'turn', right = ['to']", "turn, \"TO\" us") == "0");
  CHECK(hits("match = 'turn', left = ['russia']", "Russia's turn") == "9");
  CHECK(hits("match = 'turn', left = ['russia']", "Russia — turn").size() == 2);
  CHECK(hits("match = 'turn', left = ['the russia']", "the “Russia’s” turn").size() > 0);
}

TEST_CASE("a sentence edge matches nothing, not even a wildcard") {
  CHECK(hits("match = 'turn', right = ['*']", "We turn. They go").empty());
  CHECK(hits("match = 'turn', left = ['*']", "Go. Turn it").empty());
  CHECK(hits("match = 'turn', not_left = ['*']", "Go. Turn it") == "4");
}

TEST_CASE("left and right hold if one entry holds, the negative ones if none does, and all guards must hold") {
  const std::string entry = "match = 'turn', left = ['a', 'the'], right = ['to', 'toward'], not_left = ['turn the']";
  CHECK(hits(entry, "a turn to") == "2");
  CHECK(hits(entry, "the turn toward") == "4");
  CHECK(hits(entry, "a turn of").empty());
  CHECK(hits(entry, "our turn to").empty());
  CHECK(hits(entry, "turn the turn to").empty());
}

TEST_CASE("a guard tests the longest match and tries no shorter one") {
  CHECK(hits("match = 'turn (to)?', right = ['to']", "turn to Asia").empty());
  CHECK(hits("match = 'turn (to)?', right = ['to']", "turn to to Asia") == "0");
}

TEST_CASE("words of a gap at the end count as the match when guards look right") {
  CHECK(hits("match = 'risk of <0-1>', right = ['war']", "risk of new war") == "0");
  CHECK(hits("match = 'risk of <0-1>', right = ['new']", "risk of new war").empty());
}

TEST_CASE("in character languages an entry is a string beside the span") {
  CHECK(hits("match = '转向', left = ['不']", "我们不转向东方", "zh") == "9");
  CHECK(hits("match = '转向', right = ['东方']", "我们转向“东方”", "zh") == "6");
  CHECK(hits("match = '转向', right = ['方']", "我们转向东方", "zh").empty());
  CHECK(hits("match = '转向', not_right = ['東方']", "我们转向东方", "zh").empty());
}

TEST_CASE("a region keeps a pattern inside it") {
  topos::test::Finder finder(
      topos::test::code("x", "patterns.en = [{ match = 'turn', region = ['title', 'lede'] }, 'pivot']"));
  topos::Document document = topos::test::document_of("The turn, the pivot\n\nThe turn, the pivot");
  document.regions[0].name = topos::RegionName::title;
  CHECK(finder.lines(document) == "x: turn | x: pivot | x: pivot");
}

TEST_CASE("a region default of the code holds for its patterns") {
  topos::test::Finder finder(
      topos::test::code("x", "region = ['body']\npatterns.en = ['turn', { match = 'pivot', region = ['title'] }]"));
  topos::Document document = topos::test::document_of("The turn, the pivot\n\nThe turn, the pivot");
  document.regions[0].name = topos::RegionName::title;
  CHECK(finder.lines(document) == "x: pivot | x: turn");
}
