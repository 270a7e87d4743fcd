// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/tally.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

using topos::test::code;

TEST_CASE("a document is tallied by row and by group") {
  topos::test::Finder finder(code("x", "patterns.en = [{ match = 'pivot', weight = 0.25 }, 'turn']"));
  const topos::AnnotatedDocument annotated = finder.annotate("A pivot, no turn. A “pivot”.\n\nNothing here");
  const topos::Query query({});
  const topos::DocumentTally one = topos::tally_document(query, annotated, true);
  REQUIRE(one.rows.size() == 1);
  topos::Tally first;
  first.add(one, false);
  const topos::Counts counts = first.counts();
  REQUIRE(counts.rows.size() == 1);
  const topos::RowCount& row = counts.rows.begin()->second;
  CHECK(row.n == 3);
  CHECK(row.weighted == 1.5);
  CHECK(row.sentences == 2);
  CHECK(row.documents == 1);
  CHECK(row.quoted == 1);
  CHECK(row.negated == 1);
  CHECK(row.draft == 3);
  CHECK(row.patterns.at("x#en.1") == 2);
  REQUIRE(one.groups.size() == 1);
  CHECK(one.groups.front().count.words == 8);
  CHECK(one.groups.front().count.sentences == 3);

  topos::Tally tally;
  tally.add(one, false);
  tally.add(one, true);
  const topos::Counts both = tally.counts();
  CHECK(both.rows.begin()->second.n == 6);
  CHECK(both.rows.begin()->second.documents == 2);
  CHECK(both.rows.begin()->second.patterns.at("x#en.1") == 4);
  CHECK(both.groups.begin()->second.words == 16);
  CHECK(both.groups.begin()->second.duplicates == 1);
}

TEST_CASE("words of a row are those of its group, whatever attributes of hits it is split by") {
  topos::test::Finder finder(code("x", "patterns.en = ['pivot']"));
  topos::QueryOptions options;
  options.by = {"negated", "language"};
  const topos::Query query(options);
  topos::Tally tally;
  tally.add(topos::tally_document(query, finder.annotate("a pivot, no pivot"), false), false);
  const topos::Counts counts = tally.counts();
  REQUIRE(counts.rows.size() == 2);
  for (const auto& [key, row] : counts.rows) {
    CHECK(row.n == 1);
    CHECK(counts.group_of(key.group, options.by).words == 4);
  }
  CHECK(counts.group_of({"0", "ru"}, options.by).words == 0);
}

TEST_CASE("words in references and boilerplate are told apart") {
  topos::test::Finder finder(code("x", "patterns.en = ['pivot']"));
  topos::Document document = topos::test::document_of("One two\n\nthree four five");
  document.regions[1].name = topos::RegionName::references;
  const topos::DocumentTally tally = topos::tally_document(topos::Query({}), finder.annotate(document), false);
  const topos::GroupCount& group = tally.groups.front().count;
  CHECK(group.words == 2);
  CHECK(group.furniture_words == 3);
  CHECK(group.all_words == 5);
}

TEST_CASE("documents tallied by different workers share their rows") {
  topos::test::Finder finder(code("x.a", "patterns.en = ['pivot']") + code("x.b", "patterns.en = ['turn']"));
  topos::QueryOptions options;
  options.level = 1;
  const topos::Query query(options);
  topos::Tallier one(query);
  topos::Tallier other(query);
  topos::Tally tally;
  tally.add(one.tally(finder.annotate("a pivot"), false), false);
  tally.add(other.tally(finder.annotate("a turn, a pivot"), false), false);
  tally.add(one.tally(finder.annotate("a turn"), false), false);
  const topos::Counts counts = tally.counts();
  REQUIRE(counts.rows.size() == 1);
  CHECK(counts.rows.begin()->first.code == "x");
  CHECK(counts.rows.begin()->second.n == 4);
  CHECK(counts.rows.begin()->second.documents == 3);
  CHECK(counts.rows.begin()->second.patterns.at("x.a#en.1") == 2);
}

TEST_CASE("what the machine had found stands beside what people left") {
  topos::test::Finder finder(code("x", "patterns.en = ['pivot', 'turn']"));
  const topos::Query query({});
  topos::AnnotatedDocument annotated = finder.annotate("a pivot, a turn");
  const topos::DocumentTally before = topos::tally_document(query, annotated, false);
  annotated.hits.clear();
  topos::Tally tally;
  tally.add(topos::tally_document(query, annotated, false), false);
  tally.add_machine(before);
  CHECK_FALSE(tally.found());
  const topos::Counts counts = tally.counts();
  REQUIRE(counts.rows.size() == 1);
  CHECK(counts.rows.begin()->second.n == 0);
  CHECK(counts.rows.begin()->second.machine == 2);
}
