// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/code_pairs.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

using topos::test::code;
using topos::test::document_of;
using Bound = topos::WordPlaces::Bound;

namespace {

/// Documents one after the other through one worker.
struct Worker {
  topos::test::Finder finder{code("x", "patterns.en = ['ex', 'ex why']") + code("y", "patterns.en = ['why']") +
                             code("z", "patterns.en = ['zed']")};
  topos::Query query;
  topos::PairCounter counter;
  topos::CodePairs pairs;

  explicit Worker(const topos::PairOptions& options = {}, std::vector<std::string> by = {},
                  std::size_t budget = std::size_t{1} << 20)
      : query({{}, {}, std::move(by), 0, {}}), counter(query, options),
        pairs(options.window.has_value(), true, "/tmp", budget) {}

  void add(topos::Document document) {
    const topos::AnnotatedDocument annotated = finder.annotate(std::move(document));
    pairs.add(counter.count(annotated, finder.annotator()), false);
  }
  void add(std::string_view text) { add(document_of(text)); }

  /// "a b both of units of a, of b, of all; documents" of every pair, joined by " | ".
  std::string shown() {
    std::string all;
    for (const topos::PairRow& row : pairs.rows()) {
      all += all.empty() ? "" : " | ";
      all.append(row.a->code).append(" ").append(row.b->code);
      for (const std::string& value : row.a->group) all += '/' + value;
      for (const std::uint64_t n :
           {row.n, pairs.facts(*row.a).near, pairs.facts(*row.b).units, pairs.facts(row.a->group).units, row.documents})
        all += ' ' + std::to_string(n);
    }
    return all;
  }
};

constexpr std::string_view text = "Ex and why. Ex ex, no zed.\n\nWhy? Zed. None.";

}  // namespace

TEST_CASE("a sentence counts once however many hits it has") {
  Worker worker;
  worker.add(text);
  CHECK(worker.shown() == "x y 1 2 2 5 1 | x z 1 2 2 5 1");
}

TEST_CASE("paragraphs and documents are wider") {
  Worker paragraphs({Bound::paragraph, {}});
  paragraphs.add(text);
  CHECK(paragraphs.shown() == "x y 1 1 2 2 1 | x z 1 1 2 2 1 | y z 2 2 2 2 1");
  Worker documents({Bound::document, {}});
  documents.add(text);
  documents.add("why");
  CHECK(documents.shown() == "x y 1 1 2 2 1 | x z 1 1 1 2 1 | y z 1 2 1 2 1");
}

TEST_CASE("a window holds its own hit and ends with the sentence") {
  Worker worker({Bound::sentence, topos::WordWindow{1, 1}});
  worker.add("Ex zed why ex. Why ex why no.");
  // From x are seen places 0 to 3 and, because the words on 5 and 6 are one hit, 4 to 7; hits of y begin on 2, 4 and 6.
  CHECK(worker.shown().starts_with("x y 3 8 3 8 1 | x z 1 8 1 8 1 | y x "));
}

TEST_CASE("hits on the same words stand together") {
  Worker worker({Bound::sentence, topos::WordWindow{0, 0}});
  worker.add("An ex why of note");
  CHECK(worker.shown() == "x y 1 2 1 5 1");
}

TEST_CASE("groups have pairs of their own and documents add up") {
  Worker worker({}, {"document"});
  worker.add(document_of("ex why", "en", "one"));
  worker.add(document_of("why ex here. None", "en", "two"));
  worker.add(document_of("None", "en", "three"));
  CHECK(worker.shown() == "x y/one 1 1 1 1 1 | x y/two 1 1 1 2 1");
  Worker both;
  both.add("ex why");
  both.add("why ex here. None");
  both.add("None");
  CHECK(both.shown() == "x y 2 2 2 4 2");
  const topos::PairRow row = both.pairs.rows().front();
  CHECK(both.pairs.facts(row.a->group).documents == 3);
  CHECK(both.pairs.documents_of(row).size() == 2);
  CHECK(both.pairs.documents_of(row.a->group).size() == 3);
}

TEST_CASE("codes that never meet have a row of zeros and strata of both") {
  Worker worker;
  worker.add("Ex here. Why not.");
  const topos::PairRow row = worker.pairs.row(*worker.pairs.codes()[1], *worker.pairs.codes()[0]);
  CHECK(row.a->code == "y");
  CHECK(row.n == 0);
  const auto strata = worker.pairs.strata(row);
  REQUIRE(strata.size() == 1);
  CHECK(strata[0].units == 2);
  CHECK(strata[0].near_a == 1);
  CHECK(strata[0].b == 1);
}

TEST_CASE("parts of one document that --by tells apart do not meet") {
  Worker worker({Bound::document, {}}, {"region"});
  topos::Document document = document_of("ex\n\nwhy");
  document.regions[1].name = topos::RegionName::lede;
  worker.add(document);
  CHECK(worker.shown().empty());
}

TEST_CASE("pairs whose documents wait in files are the same") {
  const auto shown = [](std::size_t budget, std::vector<std::string> by) {
    Worker worker({}, std::move(by), budget);
    for (int i = 0; i < 50; ++i) {
      const std::string id = "d" + std::to_string(i % 10) + "/" + std::to_string(i);
      worker.add(document_of(i % 3 == 0 ? "Ex and why. Zed." : i % 3 == 1 ? "Ex. Zed, why." : "None.", "en", id));
    }
    worker.pairs.finish();
    std::string all = worker.shown();
    for (const topos::PairRow& row : worker.pairs.rows()) {
      for (const topos::PairStratum& one : worker.pairs.strata(row))
        all += ' ' + std::to_string(one.units) + ',' + std::to_string(one.near_a) + ',' + std::to_string(one.b);
      for (const auto& documents : {worker.pairs.documents_of(row), worker.pairs.documents_of(*row.a)})
        for (const topos::DocumentUnits& one : documents)
          all += ' ' + std::to_string(one.document) + ':' + std::to_string(one.units);
      all += ' ' + std::to_string(worker.pairs.documents_of(row.a->group).size());
    }
    return all;
  };
  for (const std::vector<std::string>& by : {std::vector<std::string>{}, {"document"}}) {
    const std::string wanted = shown(std::size_t{1} << 20, by);
    CHECK(wanted.size() > 500);
    CHECK(shown(1, by) == wanted);
    CHECK(shown(300, by) == wanted);
  }
}

TEST_CASE("codes that are split by an attribute of hits are two, and others stay one") {
  Worker worker({Bound::sentence, {}, [](std::string_view code) { return code == "y"; }}, {"negated"});
  worker.add("Ex not why. Ex why. Why not ex.");
  // In the last sentence the second ex is denied, which is not asked of x.
  CHECK(worker.shown() == "x y/ 2 3 2 3 1 | x y/ 1 3 1 3 1");
}

TEST_CASE("places of codes and pairs are numbers of their units") {
  topos::test::Finder finder{code("x", "patterns.en = ['ex']") + code("y", "patterns.en = ['why']")};
  const topos::Query query({{}, {}, {}, 0, {}});
  topos::PairCounter counter(query, {Bound::sentence, {}, {}, true});
  const topos::DocumentPairs found =
      counter.count(finder.annotate(document_of("Ex why. No. Ex ex.\n\nWhy ex.")), finder.annotator());
  REQUIRE(found.pairs.size() == 1);
  CHECK(found.pairs[0].places == std::vector<std::uint32_t>{1, 4});
  CHECK(found.codes[0].places == std::vector<std::uint32_t>{1, 3, 4});
}
