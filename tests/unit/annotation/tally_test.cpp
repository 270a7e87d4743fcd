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
  const topos::RowCount& row = one.rows.begin()->second;
  CHECK(row.n == 3);
  CHECK(row.weighted == 1.5);
  CHECK(row.sentences == 2);
  CHECK(row.documents == 1);
  CHECK(row.quoted == 1);
  CHECK(row.negated == 1);
  CHECK(row.draft == 3);
  CHECK(row.patterns.at("x#en.1") == 2);
  REQUIRE(one.groups.size() == 1);
  CHECK(one.groups.begin()->second.words == 8);
  CHECK(one.groups.begin()->second.sentences == 3);

  topos::Tally tally;
  tally.add(one, false);
  tally.add(one, true);
  CHECK(tally.rows.begin()->second.n == 6);
  CHECK(tally.rows.begin()->second.documents == 2);
  CHECK(tally.groups.begin()->second.words == 16);
  CHECK(tally.groups.begin()->second.duplicates == 1);
}

TEST_CASE("words of a row are those of its group, whatever attributes of hits it is split by") {
  topos::test::Finder finder(code("x", "patterns.en = ['pivot']"));
  topos::QueryOptions options;
  options.by = {"negated", "language"};
  const topos::Query query(options);
  topos::Tally tally;
  tally.add(topos::tally_document(query, finder.annotate("a pivot, no pivot"), false), false);
  REQUIRE(tally.rows.size() == 2);
  for (const auto& [key, row] : tally.rows) {
    CHECK(row.n == 1);
    CHECK(tally.group_of(key.group, options.by).words == 4);
  }
  CHECK(tally.group_of({"0", "ru"}, options.by).words == 0);
}

TEST_CASE("words in references and boilerplate are told apart") {
  topos::test::Finder finder(code("x", "patterns.en = ['pivot']"));
  topos::Document document = topos::test::document_of("One two\n\nthree four five");
  document.regions[1].name = topos::RegionName::references;
  const topos::DocumentTally tally = topos::tally_document(topos::Query({}), finder.annotate(document), false);
  const topos::GroupCount& group = tally.groups.begin()->second;
  CHECK(group.words == 2);
  CHECK(group.furniture_words == 3);
  CHECK(group.all_words == 5);
}
