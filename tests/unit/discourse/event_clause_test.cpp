// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_clause.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

/// The clause of a date in a sentence, "+" before it if it is projected.
std::string clause(const std::string& sentence, const std::string& date) {
  const topos::Document document = topos::test::document_of(sentence);
  topos::Segmenter segmenter("en");
  topos::Segmentation cut;
  segmenter.segment(document, topos::default_analysis(), cut, topos::Detail::tokens);
  REQUIRE(cut.sentences.size() == 1);
  const topos::EventClauses clauses(document.text, cut, segmenter.vocabulary(), cut.sentences[0]);
  const auto begin = static_cast<std::uint32_t>(sentence.find(date));
  const topos::ByteSpan place{begin, begin + static_cast<std::uint32_t>(date.size())};
  const topos::ByteSpan span = clauses.around(place);
  return (clauses.is_projected(span, place) ? "+" : "") + std::string(span.in(document.text));
}

}  // namespace

TEST_CASE("a clause reaches from mark to mark") {
  CHECK(clause("Trade grew, and the port opened in May 2022, while others waited.", "May 2022") ==
        "and the port opened in May 2022");
  CHECK(clause("The pact—signed by both in 2018—was kept.", "2018") == "signed by both in 2018");
  CHECK(clause("The port opened in 2018.", "2018") == "The port opened in 2018.");
}

TEST_CASE("a date alone takes the clause behind it, another short stretch the one before it") {
  CHECK(clause("In 2018, the port opened, and trade grew.", "2018") == "In 2018, the port opened");
  CHECK(clause("The initiative, launched in 2013, links ports.", "2013") == "The initiative, launched in 2013");
  CHECK(clause("The port opened, in 2018.", "2018") == "The port opened, in 2018.");
  CHECK(clause("2018", "2018") == "2018");
}

TEST_CASE("marks within a date cut nothing") {
  CHECK(clause("The port opened on May 3, 2018, and trade grew.", "May 3, 2018") == "The port opened on May 3, 2018");
}

TEST_CASE("what may come is told from what was") {
  CHECK(clause("The port will open in 2030.", "2030").front() == '+');
  CHECK(clause("The port opened in 2018, and trade will grow.", "2018").front() == 'T');
}

TEST_CASE("a sentence of a whole book gives a clause of a page at most") {
  std::string sentence;
  for (int i = 0; i < 50'000; ++i) sentence += "word ";
  const std::string found = clause(sentence + "in 2018 " + sentence + ".", "2018");
  CHECK(found.size() < 1000);
}
