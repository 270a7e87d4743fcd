// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

const std::string book = topos::test::code("actor.state.x", "patterns.en = ['Xland']\n") +
                         topos::test::code("actor.state.y", "patterns.en = ['Yland']\n") +
                         topos::test::code("action.cooperate", "patterns.en = ['pact', 'agreement']\n") +
                         topos::test::code("action.coerce", "patterns.en = ['sanctions']\n") +
                         topos::test::code("domain.trade", "patterns.en = ['trade']\n") +
                         topos::test::code("case.port", "patterns.en = ['port']\n");

topos::DocumentEvents events(const std::string& text, const std::string& date = {}) {
  topos::test::Finder finder(book);
  topos::Document document = topos::test::document_of(text);
  if (!date.empty()) document.metadata.set("date", date);
  document.metadata.set("source", "paper");
  const topos::AnnotatedDocument annotated = finder.annotate(std::move(document));
  const topos::Query query(topos::QueryOptions{});
  topos::EventReader reader(query, {"source", topos::CodeSelection({"case.*"})});
  return reader.read(annotated, finder.annotator());
}

}  // namespace

TEST_CASE("a mention has actors, action, domains and cases of its clause") {
  const topos::DocumentEvents found =
      events("In May 2018, Xland and Yland signed a trade pact, and sanctions on the port ended.");
  REQUIRE(found.mentions.size() == 1);
  const topos::EventMention& one = found.mentions[0];
  CHECK(one.words == "May 2018");
  CHECK(one.clause == "In May 2018, Xland and Yland signed a trade pact");
  CHECK(one.actors == std::vector<std::string>{"actor.state.x", "actor.state.y"});
  CHECK(one.action == "action.cooperate");
  CHECK(one.domains == std::vector<std::string>{"domain.trade"});
  CHECK(one.cases == std::vector<std::string>{"case.port"});
  CHECK(one.source == "paper");
  CHECK(one.sentence == 1);
  CHECK(one.line == 1);
  CHECK_FALSE(one.projected);
}

TEST_CASE("a clause without an actor takes the one before it") {
  const topos::DocumentEvents found =
      events("The league of Xland, founded in 1976, links ports.\n\nFounded in 1980, it grew.");
  REQUIRE(found.mentions.size() == 2);
  CHECK(found.mentions[0].actors == std::vector<std::string>{"actor.state.x"});
  CHECK(found.mentions[1].actors.empty());
  CHECK(found.mentions[1].line == 3);
}

TEST_CASE("what lies behind the document's date is projected") {
  CHECK(events("The pact was meant to end in 2030.", "2024-05-01").mentions.at(0).projected);
  CHECK_FALSE(events("The pact would end in 1991.", "2024-05-01").mentions.at(0).projected);
  CHECK(events("The pact may end in 1991.").mentions.at(0).projected);
}

TEST_CASE("causes join dates and phrases") {
  const topos::DocumentEvents found =
      events("The 2022 sanctions on Xland led to a pact with Yland. The decline is not the effect of the war.");
  REQUIRE(found.links.size() == 2);
  CHECK(found.mentions[found.links[0].cause].words == "2022");
  CHECK(found.mentions[found.links[0].effect].clause == "a pact with Yland");
  CHECK(found.mentions[found.links[0].effect].actors == std::vector<std::string>{"actor.state.y"});
  CHECK(found.links[0].marker == "led to");
  CHECK(found.links[1].negated);
  CHECK_FALSE(found.links[0].before_cause);
  CHECK(found.links[1].before_cause);
}

TEST_CASE("a condition is no cause that is told") {
  CHECK(events("If the 2022 sanctions on Xland led to a pact with Yland, trade grew.").links.at(0).supposed);
}

TEST_CASE("dates that no calendar has, and names, are no events") {
  CHECK(events("On 31 February 2018, in the year 0, under Vision 2025 and Agenda 2030.").mentions.empty());
  CHECK(events("Xland keeps resolution 2254 (2015) in mind.").mentions.empty());
  CHECK(events("").mentions.empty());
}

TEST_CASE("a sentence with a hundred thousand dates costs a little for each") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "in 2018 Xland ";
  CHECK(events(text + ".").mentions.size() == 100'000);
}
