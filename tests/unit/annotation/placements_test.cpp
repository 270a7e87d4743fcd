// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/placements.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

namespace {

using topos::DocumentPlaces;
using topos::PartKind;
using topos::Placements;

/// Places of "pivot" in texts of one group, in this order.
Placements placed(const std::vector<std::string>& texts, PartKind parts, std::vector<std::string> by = {}) {
  topos::test::Finder finder(topos::test::code("x", "patterns.en = ['pivot', '/!/']"));
  topos::QueryOptions options;
  options.by = std::move(by);
  const topos::Query query(options);
  topos::QueryRun run(query);
  Placements placements;
  for (const std::string& text : texts) {
    const topos::AnnotatedDocument annotated = finder.annotate(text);
    placements.add(topos::places_of_document(run, annotated, finder.annotator().segmentation(), parts), false);
  }
  return placements;
}

const Placements::Row& only_row(const Placements& placements) {
  REQUIRE(placements.rows().size() == 1);
  return placements.rows().begin()->second;
}

}  // namespace

TEST_CASE("hits stand at words of the group's text, document behind document") {
  const Placements placements = placed({"A pivot, the state's pivot.", "Nothing here", "pivot"}, PartKind::document);
  const Placements::Row& row = only_row(placements);
  CHECK(row.text->words == 8);
  CHECK(row.text->documents == 3);
  CHECK(row.positions == std::vector<std::uint64_t>{1, 4, 7});
  CHECK(row.text->parts == std::vector<std::uint64_t>{5, 2, 1});
  const topos::PartCounts parts = topos::counts_by_part(row);
  CHECK(parts.sizes == std::vector<double>{1, 2, 5});
  CHECK(parts.counts == std::vector<double>{1, 0, 2});
}

TEST_CASE("paragraphs are parts, and the order of documents changes no part") {
  const std::string first = "one pivot two\n\nthree four five six";
  const std::string second = "pivot pivot";
  const Placements one = placed({first, second}, PartKind::paragraph);
  const Placements other = placed({second, first}, PartKind::paragraph);
  const topos::PartCounts parts = topos::counts_by_part(only_row(one));
  CHECK(parts.sizes == std::vector<double>{2, 3, 4});
  CHECK(parts.counts == std::vector<double>{2, 1, 0});
  CHECK(topos::counts_by_part(only_row(other)).sizes == parts.sizes);
  CHECK(topos::counts_by_part(only_row(other)).counts == parts.counts);
}

TEST_CASE("a section that comes again is one part") {
  topos::test::Finder finder(topos::test::code("x", "patterns.en = ['pivot']"));
  topos::Document document = topos::test::document_of("pivot a\n\npivot b c\n\npivot d");
  document.sections = {"", "1"};
  document.regions[1].section = 1;
  const topos::AnnotatedDocument annotated = finder.annotate(document);
  const topos::Query query({});
  topos::QueryRun run(query);
  Placements placements;
  placements.add(topos::places_of_document(run, annotated, finder.annotator().segmentation(), PartKind::section), true);
  const Placements::Row& row = only_row(placements);
  const topos::PartCounts parts = topos::counts_by_part(row);
  CHECK(parts.sizes == std::vector<double>{3, 4});
  CHECK(parts.counts == std::vector<double>{1, 2});
  CHECK(row.positions == std::vector<std::uint64_t>{0, 2, 5});
  CHECK(row.text->duplicates == 1);
}

TEST_CASE("slices are equal give or take a word, and hold every hit") {
  const Placements placements = placed({"pivot a b pivot", "c pivot d"}, PartKind::document);
  const Placements::Row& row = only_row(placements);
  for (const std::uint64_t slices : {1U, 2U, 3U, 7U, 9U}) {
    const topos::PartCounts parts = topos::counts_by_slice(row, slices);
    REQUIRE(parts.sizes.size() == slices);
    double words = 0;
    double hits = 0;
    for (std::size_t i = 0; i < parts.sizes.size(); ++i) {
      words += parts.sizes[i];
      hits += parts.counts[i];
      CHECK(std::abs(parts.sizes[i] - 7.0 / static_cast<double>(slices)) < 1);
    }
    CHECK(words == 7);
    CHECK(hits == 3);
  }
  CHECK(topos::counts_by_slice(row, 7).counts == std::vector<double>{1, 0, 0, 1, 0, 1, 0});
}

TEST_CASE("punctuation behind the last word stands at it, and what stands at one word is one position") {
  const Placements placements = placed({"a b pivot!"}, PartKind::document);
  const Placements::Row& row = only_row(placements);
  CHECK(row.positions == std::vector<std::uint64_t>{2, 2});
  CHECK(topos::distinct_positions(row) == std::vector<std::uint64_t>{2});
}

TEST_CASE("rows split by an attribute of hits share the words of their text") {
  const Placements placements = placed({"a pivot, no pivot", "", "pivot"}, PartKind::document, {"negated"});
  REQUIRE(placements.rows().size() == 2);
  for (const auto& [key, row] : placements.rows()) {
    CHECK(row.text->words == 5);
    CHECK(row.text->documents == 3);
    CHECK(topos::counts_by_part(row).sizes == std::vector<double>{1, 4});
  }
}
