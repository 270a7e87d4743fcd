// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/actor_sets.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

namespace {

const std::string book = topos::test::code("actor.state.x", "patterns.en = ['Xland']\n") +
                         topos::test::code("actor.state.y", "patterns.en = ['Yland']\n") +
                         topos::test::code("actor.org.z", "patterns.en = ['Zorg']\n") +
                         topos::test::code("actor.org.w", "patterns.en = ['Worg']\n");

topos::DocumentActorSets read(const std::string& text) {
  topos::test::Finder finder(book);
  const topos::AnnotatedDocument annotated = finder.annotate(topos::test::document_of(text));
  const topos::Query query(topos::QueryOptions{});
  return topos::ActorSetReader(query, {}).read(annotated, finder.annotator());
}

const char* const text = "Xland met Yland and Zorg. Xland met Yland. Zorg and Xland met Worg. Yland slept.";

}  // namespace

TEST_CASE("every three actors of a sentence are a set and the pair that meets most comes first") {
  topos::ActorSetTally tally({});
  tally.add(read(text));
  const std::vector<topos::ActorTriple> rows = tally.triples();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].names == std::array<std::string, 3>{"actor.org.z", "actor.state.x", "actor.org.w"});
  CHECK(rows[0].sentences == 1);
  CHECK(rows[0].pairs == std::array<std::uint64_t, 3>{2, 1, 1});
  CHECK(rows[0].places == std::vector<std::string>{"doc:3"});
}

TEST_CASE("ends are taken by an actor each") {
  using topos::CodeSelection;
  topos::ActorSetTally tally({{"x", CodeSelection({"actor.state.x"})},
                              {"states", CodeSelection({"actor.state.*"})},
                              {"orgs", CodeSelection({"actor.org.*"})}});
  tally.add(read(text));
  const std::vector<topos::ActorTriple> rows = tally.triples();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].sentences == 1);
  CHECK(rows[0].documents == 1);
  CHECK(rows[0].pairs == std::array<std::uint64_t, 3>{2, 2, 2});
  topos::ActorSetTally nothing({{"x", CodeSelection({"actor.state.x"})},
                                {"x", CodeSelection({"actor.state.x"})},
                                {"orgs", CodeSelection({"actor.org.*"})}});
  nothing.add(read(text));
  CHECK(nothing.triples().at(0).sentences == 0);
}
