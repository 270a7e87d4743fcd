// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

using topos::test::code;

/// A small book with the codes that attributes rest on.
std::string book() {
  return code("frame.x", "patterns.en = ['centre', 'growth', 'x-led', 'asean-led']") +
         code("actor.asean", "patterns.en = ['asean']") + code("actor.china", "patterns.en = ['china', 'beijing']") +
         code("actor.scholar", "patterns.en = ['meyer']") + code("modality.epistemic.low", "patterns.en = ['may']") +
         code("modality.epistemic.high", "patterns.en = ['surely', 'no doubt']") +
         code("modality.deontic", "patterns.en = ['must']") + code("attribution.vague", "patterns.en = ['some say']") +
         code("action.say", "patterns.en = ['argues', 'maintains']") +
         code("perspectivation.view", "patterns.en = ['in china eyes', 'in the eyes of @actor']") +
         code("legitimation.authorization.expert", "patterns.en = ['meyer']");
}

struct Setting {
  topos::Codebook own = topos::parse_codebook(std::string(topos::test::book_head) + book(), "book.toml");
  topos::BookShelf shelf{{&own}, {topos::CodeSelection({"frame.*"}), {}}, {topos::AttributeSet::all(), {}}};
  topos::Annotator annotator{shelf, topos::default_analysis()};

  topos::AnnotatedDocument annotate(std::string_view text, std::string_view language = "en") {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of(text, language);
    annotator.annotate(annotated);
    return annotated;
  }
};

/// One attribute of every hit of frame.x, joined by spaces; - for an unknown one.
std::string all(std::string_view text, std::string_view topos::HitNotes::*attribute) {
  Setting setting;
  const topos::AnnotatedDocument annotated = setting.annotate(text);
  std::string values;
  for (const topos::Hit& hit : annotated.hits) {
    const std::string_view value = annotated.notes_of(hit).*attribute;
    values.append(values.empty() ? "" : " ").append(value.empty() ? "-" : value);
  }
  return values;
}
std::string holders(std::string_view text) { return all(text, &topos::HitNotes::holder); }
std::string modality(std::string_view text) { return all(text, &topos::HitNotes::modality); }
std::string voice(std::string_view text) { return all(text, &topos::HitNotes::voice); }

}  // namespace

TEST_CASE("H1 takes the actor that begins inside the span") {
  CHECK(holders("China praised the ASEAN-led talks.") == "actor.asean");
}

TEST_CASE("H2 takes the actor directly left, a possessive too") {
  CHECK(holders("In ASEAN the China centre stands.") == "actor.china");
  CHECK(holders("In ASEAN, China's centre stands.") == "actor.china");
}

TEST_CASE("H3 takes the last actor on the left that no preposition governs") {
  CHECK(holders("ASEAN with China has built a centre.") == "actor.asean");
  CHECK(holders("ASEAN and China have built a centre.") == "actor.china");
  CHECK(holders("ASEAN, in turn, of, China is the centre.") == "actor.china");
}

TEST_CASE("H4 and H5 take what is left") {
  CHECK(holders("In talks with China a centre was built.") == "actor.china");
  CHECK(holders("The centre that ASEAN built for China.") == "actor.asean");
  CHECK(holders("The centre was built.") == "-");
}

TEST_CASE("a scholar holds nothing, and another sentence's actor neither") {
  CHECK(holders("Meyer built the centre.") == "-");
  CHECK(holders("ASEAN stands. The centre was built.") == "-");
}

TEST_CASE("the nearest modal word of the clause before the span wins, the later one on a tie") {
  CHECK(modality("The centre was built.") == "none");
  CHECK(modality("The centre may hold.") == "none");
  CHECK(modality("It may become a centre.") == "low");
  CHECK(modality("It surely may become a centre.") == "low");
  CHECK(modality("It may surely become a centre.") == "high");
  CHECK(modality("It must grow, and it may become a centre with growth.") == "low low");
  CHECK(modality("This risks becoming a centre.") == "risk");
}

TEST_CASE("a clause ends at a semicolon, a spaced dash, or a comma before an opener") {
  CHECK(modality("It may grow; the centre holds.") == "none");
  CHECK(modality("It may grow \u2014 the centre holds.") == "none");
  CHECK(modality("It may grow - the centre holds.") == "none");
  CHECK(modality("It may grow, while the centre holds.") == "none");
  CHECK(modality("It may grow, and the centre holds.") == "low");
}

TEST_CASE("voice is vague before cited before attributed before author") {
  CHECK(voice("The centre holds.") == "author");
  CHECK(voice("China argues that the centre holds.") == "attributed:actor.china");
  CHECK(voice("The paper argues that the centre holds.") == "author");
  CHECK(voice("In the eyes of China the centre holds.") == "attributed:actor.china");
  CHECK(voice("China argues, with Meyer [3, 5-6], that the centre holds.") == "cited:3,5,6");
  CHECK(voice("[3] Meyer saw that the centre holds.") == "attributed");
  CHECK(voice("Some say, with Meyer [3], that the centre holds.") == "vague");
}

TEST_CASE("a hit has the voice of the clause that it stands in") {
  CHECK(voice("China believes that the centre holds, but the centre fell.") == "attributed:actor.china author");
  CHECK(voice("The centre fell, according to the minister.") == "attributed");
  CHECK(voice("It is often said that the centre fell.") == "vague");
  CHECK(voice("The minister said that China believes that the centre fell.") == "attributed:actor.china");
  CHECK(voice("We believe that the centre holds.") == "author");
}

TEST_CASE("who is quoted speaks on until the quotation ends") {
  const std::string china = "attributed:actor.china";
  CHECK(voice("China said: “The centre holds. The centre stands. The centre grows.” The centre fell.") ==
        china + ' ' + china + ' ' + china + " author");
  CHECK(voice("China said, \"The centre holds. The centre stands.\" The centre fell.") ==
        china + ' ' + china + " author");
  // Named at the end.
  CHECK(voice("“The centre holds. The centre stands,” China said. The centre fell.") ==
        china + ' ' + china + " author");
  // A new paragraph, and a mark that nothing closes.
  CHECK(voice("China said: “The centre holds.”\n\nThe centre stands.") == china + " author");
  CHECK(voice("China said: “The centre holds. The centre stands.").ends_with(" author"));
}

TEST_CASE("codes that only serve attributes are not among the hits") {
  Setting setting;
  const topos::AnnotatedDocument annotated = setting.annotate("China may become the centre.");
  REQUIRE(annotated.hits.size() == 1);
  CHECK(annotated.hits[0].code() == "frame.x");
  CHECK(annotated.notes_of(annotated.hits[0]).holder == "actor.china");
}

TEST_CASE("a language without patterns for them leaves attributes unknown") {
  const topos::Codebook own = topos::parse_codebook(
      std::string(topos::test::book_head) + code("frame.x", "patterns.en = ['centre']\npatterns.de = ['zentrum']") +
          code("modality.low", "patterns.en = ['may']"),
      "book.toml");
  topos::BookShelf shelf({&own}, {topos::CodeSelection({"frame.*"}), {}}, {topos::AttributeSet::all(), {}});
  topos::Annotator annotator(shelf, topos::default_analysis());
  for (const auto& [text, language, expected] :
       {std::tuple("the centre", "en", "none"), std::tuple("das Zentrum", "de", "")}) {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of(text, language);
    annotator.annotate(annotated);
    REQUIRE(annotated.hits.size() == 1);
    CHECK(annotated.notes_of(annotated.hits[0]).modality == expected);
    CHECK(annotated.notes_of(annotated.hits[0]).voice.empty());
    CHECK(annotated.notes_of(annotated.hits[0]).holder.empty());
  }
}

TEST_CASE("a book without such codes borrows them") {
  Setting lends;
  const topos::Codebook own = topos::parse_codebook(
      std::string(topos::test::book_head) + code("mine", "patterns.en = ['centre']"), "book.toml");
  topos::BookShelf shelf({&own}, {}, {topos::AttributeSet::all(), {}}, &lends.own);
  topos::Annotator annotator(shelf, topos::default_analysis());
  topos::AnnotatedDocument annotated;
  annotated.document = topos::test::document_of("China may become the centre.");
  annotator.annotate(annotated);
  REQUIRE(annotated.hits.size() == 1);
  CHECK(annotated.hits[0].code() == "mine");
  CHECK(annotated.notes_of(annotated.hits[0]).holder == "actor.china");
  CHECK(annotated.notes_of(annotated.hits[0]).modality == "low");
  CHECK(shelf.lender() == &lends.own);
}

TEST_CASE("a sentence of a hundred thousand hits takes no longer than its hits") {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "argues china , , may centre ";
  Setting setting;
  const topos::AnnotatedDocument annotated = setting.annotate(text);
  CHECK(annotated.hits.size() == 30'000);
  CHECK(annotated.notes.size() < 10);
}
