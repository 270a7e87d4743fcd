// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/triangulation.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "kit/finder.hpp"

namespace {

/// Claims of two files' worth of documents, said source by source.
class Said {
 public:
  explicit Said(std::vector<std::string> by = {"source"})
      : query_(options(std::move(by))), counter_(query_, claims_, 2) {}
  void add(const std::string& id, const std::string& source, const std::string& text, const std::string* twin = nullptr,
           const std::string& cluster = {}) {
    topos::Document document = topos::test::document_of(text, "en", id);
    document.metadata.set("source", source);
    documents_.push_back(finder_.annotate(std::move(document)));
    topos::WitnessFacts facts;
    facts.cluster = cluster;
    facts.language = "en";
    result.add(counter_.count(documents_.back(), finder_.annotator()), facts, twin);
  }
  void finish() { result.finish({}, .95); }

 private:
  static topos::QueryOptions options(std::vector<std::string> by) {
    topos::QueryOptions options;
    options.by = std::move(by);
    return options;
  }
  topos::test::Finder finder_{topos::test::code("peace.affirm", "patterns.en = ['yes']") +
                              topos::test::code("peace.deny", "patterns.en = ['no']") +
                              topos::test::code("war", "patterns.en = ['war']")};
  topos::ClaimSet claims_{{}, topos::CodeSelection(), false};
  topos::Query query_;
  topos::ClaimCounter counter_;
  std::vector<topos::AnnotatedDocument> documents_;

 public:
  topos::Triangulation result{claims_, 2};
};

}  // namespace

TEST_CASE("codes are counted source by source in the order of sources") {
  Said said;
  said.add("1", "b", "War and war. Not war.");
  said.add("2", "a", "A long quiet day.");
  said.finish();
  REQUIRE(said.result.sources().size() == 2);
  CHECK(said.result.sources()[0].values[0] == "a");
  CHECK(said.result.sources()[0].words == 4);
  const topos::SourceClaim& war = said.result.of(0, 1);
  CHECK(war.count.n == 3);
  CHECK(war.count.denied == 1);
  CHECK(war.position == topos::Position::mixed);
  CHECK(war.stance == doctest::Approx(1.0 / 3));
  CHECK(said.result.of(0, 0).position == topos::Position::silent);
  CHECK(std::isnan(said.result.silence_probability(0, 0, 1)));
}

TEST_CASE("a copy within its source does not count, one of another source does") {
  Said said;
  const std::string first = "1";
  said.add("1", "a", "There is war.");
  said.add("2", "a", "There is war.", &first);
  said.add("3", "b", "There is war.", &first);
  said.finish();
  CHECK(said.result.of(0, 0).count.n == 1);
  CHECK(said.result.sources()[0].copies == 1);
  CHECK(said.result.sources()[0].words == 3);
  CHECK(said.result.of(0, 1).count.n == 1);
  CHECK(said.result.sources()[1].repeats);
  CHECK(said.result.independent(0) == 1);
}

TEST_CASE("five documents that speak give an interval, and clusters are drawn whole") {
  Said said;
  Said clustered;
  for (int i = 0; i < 6; ++i) {
    const std::string text = i < 2 ? "Not war." : "It is war.";
    said.add(std::to_string(i), "a", text);
    clustered.add(std::to_string(i), "a", text, nullptr, i < 3 ? "x" : "y");
  }
  said.finish();
  clustered.finish();
  const topos::SourceClaim& cell = said.result.of(0, 0);
  CHECK(cell.stance == doctest::Approx(1.0 / 3));
  CHECK(cell.interval.lower < 1.0 / 3);
  CHECK(cell.interval.upper > 1.0 / 3);
  CHECK(std::isnan(clustered.result.of(0, 0).interval.lower));
  CHECK(clustered.result.units(0) == 2);
}

TEST_CASE("no documents give no sources") {
  Said said;
  said.finish();
  CHECK(said.result.sources().empty());
  CHECK(said.result.languages().empty());
}

TEST_CASE("evidence is drawn and read back in the order of documents") {
  Said said;
  for (int i = 0; i < 5; ++i) said.add(std::to_string(i), "a", "There was war in the north. War again.");
  said.finish();
  const auto evidence = said.result.evidence(0, 0);
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].document <= evidence[1].document);
  CHECK(said.result.evidence(0, 0)[1].sentence.id == evidence[1].sentence.id);
}
