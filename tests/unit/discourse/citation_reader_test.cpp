// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/citation_reader.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"
#include "topos/discourse/cited_work.hpp"
#include "topos/discourse/quoted_speaker.hpp"

namespace {

/// What a view reads in a text.
topos::DocumentCitations read(std::string_view text, topos::CitationView view) {
  topos::test::Finder finder(topos::test::code("actor.state.russia", "patterns.en = ['russia']") +
                             topos::test::code("actor.scholar", "patterns.en = ['kapoor']"));
  const topos::AnnotatedDocument annotated = finder.annotate(text);
  const topos::Query query({});
  return topos::CitationReader(query, view).read(annotated, finder.annotator());
}

}  // namespace

TEST_CASE("a marker behind a full stop belongs to the sentence that it ends") {
  const auto found = read("Trade grew fast. [3] It fell later. It rose [4].", topos::CitationView::citations);
  REQUIRE(found.citations.size() == 2);
  CHECK(found.citations[0].place.sentence == 1);
  CHECK(found.citations[0].text.starts_with("Trade grew"));
  CHECK(found.citations[1].place.sentence == 3);
}

TEST_CASE("integral citations have an author and a verb") {
  const auto found =
      read("Kapoor (2024) highlights the risk. It was described by Cau (2018).", topos::CitationView::citations);
  REQUIRE(found.citations.size() == 2);
  CHECK(found.citations[0].integral);
  CHECK(found.citations[0].author == "Kapoor");
  CHECK(found.citations[0].verb == "highlights");
  CHECK(found.citations[1].author == "Cau");
  CHECK(found.citations[1].verb == "described");
}

TEST_CASE("what opens a sentence is no part of a name") {
  const auto found = read("While Kapoor [2] notes the risk, others do not. As Kapoor wrote [2], it is high.",
                          topos::CitationView::citations);
  REQUIRE(found.citations.size() == 2);
  CHECK(found.citations[0].author == "Kapoor");
  CHECK(found.citations[1].author == "Kapoor");
  CHECK(found.citations[1].verb == "wrote");
}

TEST_CASE("sentences without marker and with a sign of a claim are listed") {
  const auto found =
      read("Trade rose by 12 percent. Trade rose by 14 percent [1]. It is the most open market. It was fine.",
           topos::CitationView::uncited);
  REQUIRE(found.uncited.size() == 2);
  CHECK(found.uncited[0].place.sentence == 1);
  CHECK(found.uncited[0].paragraph_cited);
  CHECK(found.uncited[0].signs.test(static_cast<std::size_t>(topos::ClaimSign::number)));
  CHECK(found.uncited[1].signs.test(static_cast<std::size_t>(topos::ClaimSign::superlative)));
}

TEST_CASE("a sentence counts once under each voice") {
  const auto found =
      read("Russia says that it turned. Russia says that it turned [2]. Trade grew. Critics say that it fell.",
           topos::CitationView::voices);
  std::string voices;
  for (const topos::VoiceCount& one : found.voices) voices += one.voice + ' ' + std::to_string(one.sentences) + '\n';
  CHECK(voices == "attributed:actor.state.russia 2\nauthor 1\ncited 1\nvague 1\n");
}

TEST_CASE("speakers rest on what their sentence cites") {
  const auto found = read("Russia says that it turned [2].", topos::CitationView::edges);
  std::string edges;
  for (const topos::AttributionEdge& one : found.edges)
    edges += one.from + ' ' + std::string(topos::edge_relation_names[static_cast<std::size_t>(one.relation)]) + ' ' +
             one.to + '\n';
  CHECK(edges == " attributes actor.state.russia\n cites [2]\nactor.state.russia rests_on [2]\n");
}

TEST_CASE("a speaker rests on what is cited for his own words alone") {
  const auto found = read("Russia says that it turned [2], while China argues that trade fell [3]. It rose [4].",
                          topos::CitationView::edges);
  std::string edges;
  for (const topos::AttributionEdge& one : found.edges)
    if (one.relation == topos::AttributionEdge::Relation::rests_on) edges += one.from + ' ' + one.to + '\n';
  CHECK(edges == "actor.state.russia [2]\nChina [3]\n");
}

TEST_CASE("a pronoun is who was named last in the paragraph") {
  const auto found =
      read("The Minister said that it grew. They said that it rose. He said that it fell.\n\nShe said that it stopped.",
           topos::CitationView::voices);
  std::string voices;
  for (const topos::VoiceCount& one : found.voices)
    voices += one.voice + ' ' + one.speaker + ' ' + std::to_string(one.sentences) + '\n';
  CHECK(voices == "attributed the Minister 2\nunknown  2\n");
}

TEST_CASE("a pronoun with a verb drawn to it is one, and letters of a name are not") {
  const topos::Finding contraction("attribution", {0, 8},
                                   {{"kind", std::string("indirect")}, {"source", std::string("I'll")}});
  CHECK(topos::speaker_of(contraction, false, "I'll say", nullptr).voice == "unknown");
  const topos::Finding name("attribution", {0, 7}, {{"kind", std::string("indirect")}, {"source", std::string("US")}});
  CHECK(topos::speaker_of(name, false, "US says", nullptr).written == "US");
}

TEST_CASE("works of two lists are one by DOI or by author, year and title") {
  topos::ListedReference one;
  one.number = "1";
  one.authors = {"Tan, C."};
  one.years = {"2021"};
  one.title = "Trade of the region";
  topos::ListedReference other = one;
  other.number = "7";
  other.title = "Trade of the Region.";
  CHECK(topos::listed_work(one, "a") ==
        topos::CitedWork{topos::listed_work(other, "b").key, "Tan 2021", "Trade of the region"});
  other.title = "Trade of the world";
  CHECK(topos::listed_work(one, "a").key != topos::listed_work(other, "b").key);
  one.doi = "10.1/ABC";
  other.doi = "10.1/abc";
  CHECK(topos::listed_work(one, "a").key == topos::listed_work(other, "b").key);
  CHECK(topos::unlisted_work("7", "a").key != topos::unlisted_work("7", "b").key);
  CHECK(topos::unlisted_work("7", "a").label == "[7]");
}

TEST_CASE("speakers without a code are named as they are written within a sentence") {
  const auto found = read("The Ministry said that it grew. He said, as the Ministry's report did, that it fell.",
                          topos::CitationView::edges);
  REQUIRE(!found.edges.empty());
  CHECK(found.edges[0].to == "the Ministry");
}
