// SPDX-License-Identifier: Apache-2.0
// Holds the built-in codebook to the frames that were planted in the sample corpus (corpus/truth).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

#include "kit/finder.hpp"
#include "kit/reading.hpp"

namespace {

const std::string root = TOPOS_SOURCE_DIR;

/// What was planted of one frame in one language and what the codebook makes of it.
struct Score {
  int planted = 0;
  int found = 0;
  int friends = 0;
  int fooled = 0;           ///< friends that are hit
  int negated_wrongly = 0;  ///< of those found
  int quoted_wrongly = 0;
};
using Scores = std::map<std::pair<std::string, std::string>, Score>;

/// Adds what one row of frames.tsv says.
void add_row(const std::vector<std::string>& row, const topos::AnnotatedDocument& annotated, Score& score) {
  const std::string& text = annotated.document.text;
  const std::size_t sentence = text.find(row[2]);
  REQUIRE_MESSAGE(sentence != std::string::npos, row[0], ": ", row[2]);
  const std::size_t begin = sentence + row[2].find(row[3]);
  const std::size_t end = begin + row[3].size();
  const auto hit = std::find_if(annotated.hits.begin(), annotated.hits.end(), [&](const topos::Hit& one) {
    return one.code() == row[1] && one.span.begin < end && begin < one.span.end;
  });
  const bool found = hit != annotated.hits.end();
  if (row[7] == "friend") {
    ++score.friends;
    if (found) ++score.fooled;
    return;
  }
  ++score.planted;
  if (!found) return;
  ++score.found;
  if ((hit->negated == topos::Flag::yes) != (row[4] == "1")) ++score.negated_wrongly;
  if ((hit->quoted == topos::Flag::yes) != (row[5] == "1")) ++score.quoted_wrongly;
}

Scores score(const std::string& language) {
  topos::test::Finder finder(topos::built_in_codebook());
  std::map<std::string, topos::AnnotatedDocument> documents;
  Scores scores;
  for (const std::vector<std::string>& row :
       topos::test::table_rows(root + "/corpus/truth/" + language + "/frames.tsv")) {
    REQUIRE(row.size() == 8);
    auto [document, added] = documents.try_emplace(row[0]);
    if (added)
      document->second =
          finder.annotate(topos::test::document_of_file(root + "/corpus/texts/" + language + '/' + row[0]));
    add_row(row, document->second, scores[{language, row[1]}]);
  }
  return scores;
}

/// What expected.tsv records.
Scores recorded() {
  Scores scores;
  for (const std::vector<std::string>& row : topos::test::table_rows(root + "/tests/truth/expected.tsv")) {
    REQUIRE(row.size() == 8);
    scores[{row[0], row[1]}] = {std::stoi(row[2]), std::stoi(row[3]), std::stoi(row[4]),
                                std::stoi(row[5]), std::stoi(row[6]), std::stoi(row[7])};
  }
  return scores;
}

/// Fails where a score is worse than the one recorded in expected.tsv.
void hold(const std::string& language) {
  const Scores floors = recorded();
  const Scores scores = score(language);
  REQUIRE(!scores.empty());
  for (const auto& [key, now] : scores) {
    std::printf("%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\n", key.first.c_str(), key.second.c_str(), now.planted, now.found,
                now.friends, now.fooled, now.negated_wrongly, now.quoted_wrongly);
    CAPTURE(key.second);
    const auto floor = floors.find(key);
    CHECK_MESSAGE(floor != floors.end(), "expected.tsv lacks this row");
    if (floor == floors.end()) continue;
    CHECK(now.planted == floor->second.planted);
    CHECK(now.friends == floor->second.friends);
    CHECK(now.found >= floor->second.found);
    CHECK(now.fooled <= floor->second.fooled);
    CHECK(now.negated_wrongly <= floor->second.negated_wrongly);
    CHECK(now.quoted_wrongly <= floor->second.quoted_wrongly);
  }
}

}  // namespace

TEST_CASE("planted English frames are found no worse than recorded") { hold("en"); }
TEST_CASE("planted Russian frames are found no worse than recorded") { hold("ru"); }
TEST_CASE("planted Chinese frames are found no worse than recorded") { hold("zh"); }
TEST_CASE("planted Indonesian frames are found no worse than recorded") { hold("id"); }
TEST_CASE("planted Malay frames are found no worse than recorded") { hold("ms"); }
TEST_CASE("planted Vietnamese frames are found no worse than recorded") { hold("vi"); }
TEST_CASE("planted Thai frames are found no worse than recorded") { hold("th"); }
