// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/mechanism.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

const std::string book = topos::test::code("actor.state.x", "patterns.en = ['Xland']\n") +
                         topos::test::code("actor.state.y", "patterns.en = ['Yland']\n") +
                         topos::test::code("frame.growth", "patterns.en = ['growth']\n") +
                         topos::test::code("action.coerce", "patterns.en = ['besieged']\n");

std::vector<topos::Relation> relations(const std::string& text, const std::string& id = "doc",
                                       const std::string& language = "en") {
  topos::test::Finder finder(book);
  topos::Document document = topos::test::document_of(text, language, id);
  const topos::AnnotatedDocument annotated = finder.annotate(std::move(document));
  const topos::Query query(topos::QueryOptions{});
  const topos::CodeSelection ends({"actor.*", "frame.*"});
  topos::MechanismReader reader(query, {"source", ends, ends});
  return reader.read(annotated, finder.annotator());
}

/// "x enables y" for each, with "not " before it if it is denied.
std::string listed(const std::vector<topos::Relation>& found) {
  std::string all;
  for (const topos::Relation& one : found) {
    if (!all.empty()) all += ", ";
    all += (one.supposed ? "if " : "") + std::string(one.negated ? "not " : "") +
           one.source.substr(one.source.rfind('.') + 1) + ' ' + std::string(to_string(one.kind)) + ' ' +
           one.target.substr(one.target.rfind('.') + 1);
  }
  return all;
}

}  // namespace

TEST_CASE("a verb tells what its subject does to its object") {
  CHECK(listed(relations("Xland supports Yland.")) == "x enables y");
  CHECK(listed(relations("Yland was constrained by Xland.")) == "x constrains y");
  CHECK(listed(relations("Xland did not undermine Yland.")) == "not x constrains y");
  CHECK(listed(relations("Xland forces Yland to sign.")) == "x compels y");
  CHECK(listed(relations("Xland besieged Yland.")) == "x constrains y");
  CHECK(relations("Xland met Yland.").empty());
  CHECK(relations("Xland supports Xland.").empty());
}

TEST_CASE("what links cause and effect tells a relation, too") {
  CHECK(listed(relations("Growth in the north led to the rise of Yland.")) == "growth causes y");
  CHECK(listed(relations("Xland enables Yland to stop growth.")) == "x enables y");
  CHECK(relations("Xland unterstützt Yland.", "doc", "de").empty());
}

TEST_CASE("what is asked or made a condition is not affirmed") {
  CHECK(listed(relations("If Xland supports Yland, trade grows.")) == "if x enables y");
  CHECK(listed(relations("If trade grows, Xland supports Yland; Yland undermines Xland.")) ==
        "if x enables y, y constrains x");
  CHECK(listed(relations("Even if trade falls, Xland supports Yland.")) == "x enables y");
  CHECK(listed(relations("So Xland supports Yland?")) == "if x enables y");
  CHECK(listed(relations("We study how Xland supports Yland.")) == "if x enables y");
  CHECK(listed(relations("It is unclear whether Xland supports Yland.")) == "if x enables y");
  CHECK(listed(relations("This shows how Xland supports Yland.")) == "x enables y");
}

TEST_CASE("what is laid to somebody is told by them") {
  const auto teller = [](const std::string& text) {
    const std::vector<topos::Relation> found = relations(text);
    return found.size() == 1 ? found.front().teller : "of " + std::to_string(found.size());
  };
  CHECK(teller("Xland supports Yland.") == relations("Xland supports Yland.").front().document);
  CHECK(teller("The minister said that Xland supports Yland.") == "The minister");
  CHECK(teller("The minister said: “Trade is good. Xland supports Yland.”") == "The minister");
  CHECK(teller("He said that Xland supports Yland.") == "unknown");
  CHECK(teller("It is often said that Xland supports Yland.") == "vague");
}

TEST_CASE("what is only supposed has no weight") {
  topos::Mechanism mechanism;
  mechanism.add(relations("If Xland supports Yland, trade grows."));
  mechanism.finish(1);
  REQUIRE(mechanism.edges().size() == 1);
  CHECK(mechanism.edges()[0].supposed == 1);
  CHECK(mechanism.edges()[0].sentences == 1);
  CHECK(mechanism.edges()[0].weight() == 0);
}

TEST_CASE("to influence is not to cause") {
  CHECK(topos::relation_of_verb("shaped") == topos::RelationClass::influences);
  CHECK(topos::relation_of_verb("triggers") == topos::RelationClass::causes);
  CHECK(topos::relation_of_action("action.influence") == topos::RelationClass::influences);
  CHECK(topos::relation_of_marker("led to") == topos::RelationClass::causes);
}

TEST_CASE("an edge counts sentences and who tells them") {
  topos::Mechanism mechanism;
  mechanism.add(relations("Xland supports Yland. Xland supports Yland.", "a"));
  mechanism.add(relations("Xland does not support Yland.", "b"));
  mechanism.finish(1);
  REQUIRE(mechanism.edges().size() == 1);
  const topos::MechanismEdge& edge = mechanism.edges()[0];
  CHECK(edge.sentences == 3);
  CHECK(edge.affirmed == 2);
  CHECK(edge.negated == 1);
  CHECK(edge.sources() == 2);
  CHECK(edge.weight() == 6);
  CHECK(edge.contested());
  CHECK(edge.affirmed_by == std::vector<std::string>{"a"});
  CHECK(edge.negated_by == std::vector<std::string>{"b"});
  CHECK(mechanism.nodes()[edge.from].acts == 3);
}

TEST_CASE("edges of few sentences are left out") {
  topos::Mechanism mechanism;
  mechanism.add(relations("Xland supports Yland."));
  mechanism.finish(2);
  CHECK(mechanism.edges().empty());
  CHECK(mechanism.nodes().empty());
}

TEST_CASE("irregular and doubled forms of verbs are known") {
  for (const char* verb :
       {"compelling", "permitted", "deterred", "pushes", "drove", "undermining", "enabled", "forcing"})
    CHECK(topos::relation_of_verb(verb) != topos::RelationClass::none);
  CHECK(topos::relation_of_verb("is") == topos::RelationClass::none);
}

TEST_CASE("a relation has the modality of its verb") {
  const auto modality = [](const std::string& text) { return std::string(relations(text).at(0).modality); };
  CHECK(modality("Xland supports Yland.") == "none");
  CHECK(modality("Xland may support Yland.") == "low");
  CHECK(modality("Xland would support Yland.") == "mid");
  CHECK(modality("Xland is likely to undermine Yland.") == "mid");
  CHECK(modality("Xland will support Yland.") == "high");
  CHECK(modality("Xland must support Yland.") == "deontic");
  CHECK(modality("Growth in the north may have led to the rise of Yland.") == "low");
  topos::Mechanism all;
  all.add(relations("Xland may support Yland. Xland supports Yland. Xland should support Yland."));
  all.finish(1);
  CHECK(all.edges().at(0).hedged == 1);
  CHECK(all.edges().at(0).deontic == 1);
  CHECK(all.edges().at(0).sentences == 3);
}
