// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/explanation.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <utility>

#include "kit.hpp"
#include "topos/annotation/annotator.hpp"

using Outcome = topos::ExplainedMatch::Outcome;

namespace {

/// "hedge:masked>hedge fund hedging:hit"
std::string outcomes(const topos::Codebook& book, const std::string& text, const std::string& language = "en") {
  const topos::Document document = topos::sentence_document(text, language);
  std::string told;
  for (const topos::ExplainedMatch& match : topos::Explainer(book, language).explain(document, {}, false).matches) {
    if (!told.empty()) told += ' ';
    told += std::string(match.span.in(text)) + ':' + std::string(topos::to_string(match.outcome));
    if (match.by_pattern != nullptr) told += '>' + std::string(match.by_span.in(text));
    if (match.guard != nullptr) told += '>' + topos::guard_text(*match.guard);
  }
  return told;
}

}  // namespace

TEST_CASE("a match that a mask touches is told with the mask and its place") {
  const auto book = book_of(code_head("f") + "patterns.en = ['hedg*']\nmasks.en = ['hedge fund*', 'the hedge']\n");
  CHECK(outcomes(book, "A hedge fund kept hedging.") == "hedge:masked>hedge fund hedging:hit");
  CHECK(outcomes(book, "The hedge fund.") == "hedge:masked>hedge fund hedge:masked>The hedge");
}

TEST_CASE("a guard that fails is told as written") {
  const auto book =
      book_of(code_head("f") +
              "patterns.en = [{ match = 'will', near = ['@f:document', 'strong'], not_left = ['free'] }, 'iron']\n");
  CHECK(outcomes(book, "A strong free will.") == "will:guard>not_left = ['free']");
  CHECK(outcomes(book, "A will.") == "will:guard>near = ['@f:document', 'strong']");
  CHECK(outcomes(book, "An iron will.") == "iron:hit will:hit");
}

TEST_CASE("what lost to another match names the winner") {
  const auto book = book_of(code_head("a") + "group = 'g'\npatterns.en = ['southeast asian nations']\n" +
                            code_head("b") + "group = 'g'\npatterns.en = ['southeast asian', 'asian']\n");
  CHECK(outcomes(book, "Southeast Asian nations") ==
        "Southeast Asian nations:hit Southeast Asian:group>Southeast Asian nations Asian:overlapped>Southeast Asian");
}

TEST_CASE("a negated hit under the policy drop is withheld") {
  const auto book = book_of(code_head("f") + "patterns.en = [{ match = 'sanctions', negation = 'drop' }]\n");
  CHECK(outcomes(book, "No sanctions, but sanctions.") == "sanctions:withheld sanctions:hit");
}

TEST_CASE("patterns that began are told with how far they came") {
  const auto book = book_of(code_head("f") + "patterns.en = ['turn to asia', 'turn', '@f.x to']\n" + code_head("f.x") +
                            "patterns.en = ['east']\n");
  const auto document = topos::sentence_document("Turn to the East.", "en");
  const auto told = topos::Explainer(book, "en").explain(document, topos::CodeSelection({"f"}), true);
  REQUIRE(told.begun.size() == 2);
  CHECK(told.begun[0].pattern->id == "f#en.1");
  CHECK(told.begun[0].taken.in(document.text) == "Turn to");
  CHECK(told.begun[0].next == "the");
  CHECK(told.begun[1].pattern->id == "f#en.3");
  CHECK(told.begun[1].next == ".");
}

TEST_CASE("tokens carry their forms, classes and whether they can be stepped over") {
  const auto book = book_of(code_head("f") + "patterns.en = ['x']\n");
  const auto document = topos::sentence_document("\"ASEAN's 19\"", "en");
  const auto told = topos::Explainer(book, "en").explain(document, {}, false);
  REQUIRE(told.tokens.size() == 5);
  CHECK(told.tokens[0].passable);
  CHECK(told.tokens[1].folded == "asean");
  CHECK(told.tokens[1].classes == "#CAP #ACRO");
  CHECK(told.tokens[2].kind == topos::TokenKind::clitic);
  CHECK(told.tokens[3].classes == "#NUM");
}

TEST_CASE("the hits that are explained are those that annotation finds") {
  const topos::Codebook& book = topos::built_in_codebook();
  topos::BookShelf shelf({&book}, {});
  topos::Annotator annotator(shelf, topos::default_analysis());
  std::map<std::string, topos::Explainer> explainers;
  for (const topos::Code& code : book.codes)
    for (const auto& [language, side] : code.languages)
      for (const topos::Example& example : side.examples) {
        CAPTURE(example.text);
        topos::AnnotatedDocument annotated;
        annotated.document = topos::sentence_document(example.text, language);
        annotator.annotate(annotated);
        std::set<std::pair<std::string, std::uint32_t>> found;
        for (const topos::Hit& hit : annotated.hits) found.insert({std::string(hit.code()), hit.span.begin});
        std::set<std::pair<std::string, std::uint32_t>> told;
        const auto explainer = explainers.try_emplace(language, book, language).first;
        for (const auto& match : explainer->second.explain(annotated.document, {}, true).matches)
          if (match.outcome == Outcome::hit) told.insert({match.code->id, match.span.begin});
        CHECK(told == found);
      }
}

TEST_CASE("an empty text is explained by nothing") {
  const auto book = book_of(code_head("f") + "patterns.en = ['x']\n");
  CHECK(outcomes(book, "").empty());
  CHECK(outcomes(book, " \n\t ").empty());
}

TEST_CASE("characters of a character language are its tokens") {
  const auto book = book_of(code_head("f") + "patterns.zh = ['以东盟为中心']\n", "'zh'");
  CHECK(outcomes(book, "以“東盟”為中心。", "zh") == "以“東盟”為中心:hit");
}
