// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/suggestions.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "kit.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/explanation.hpp"

namespace {

topos::NgramCounts count(const topos::Codebook& book, const std::vector<std::string>& texts,
                         const topos::SuggestionOptions& options) {
  topos::BookShelf shelf({&book}, {});
  topos::Annotator annotator(shelf, topos::default_analysis());
  topos::NgramCounts all;
  for (const std::string& text : texts) {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::sentence_document(text, "en");
    annotator.annotate(annotated);
    merge_ngrams(all, count_ngrams(annotated, annotator.segmentation(), annotator.vocabulary(), options));
  }
  return all;
}

const topos::Suggestion* find(const std::vector<topos::Suggestion>& all, std::string_view ngram) {
  for (const auto& one : all)
    if (one.ngram == ngram) return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("the log ratio compares relative frequencies near hits and elsewhere") {
  const auto book = book_of(code_head("f") + "patterns.en = ['pivot*']\n");
  // Near: "grand pivot east grand" without the hit has the unigrams grand, east, grand; elsewhere: seven, one of them
  // grand.
  const topos::SuggestionOptions options{"f", 1, 0, 1};
  const auto ranked =
      rank_ngrams(count(book, {"Grand pivot east grand.", "A grand old duke marched up hills."}, options), options);
  REQUIRE(find(ranked, "grand") != nullptr);
  CHECK(find(ranked, "grand")->near == 2);
  CHECK(find(ranked, "grand")->elsewhere == 1);
  CHECK(find(ranked, "grand")->documents == 1);
  CHECK(find(ranked, "grand")->log_ratio == doctest::Approx(std::log2((2.0 / 3) / (1.0 / 7))));
  CHECK(find(ranked, "east")->log_ratio == doctest::Approx(std::log2((1.0 / 3) / (0.5 / 7))));
  CHECK(find(ranked, "pivot") == nullptr);
  CHECK(find(ranked, "east")->example == "Grand pivot east grand.");
}

TEST_CASE("n-grams run over what a pattern can step over, and not over commas or hits") {
  const auto book = book_of(code_head("f") + "patterns.en = ['pivot']\n");
  const topos::SuggestionOptions options{"f", 3, 0, 1};
  const auto ranked = rank_ngrams(count(book, {"China's \"new course\", big pivot away home."}, options), options);
  CHECK(find(ranked, "china new course") != nullptr);
  CHECK(find(ranked, "course big") == nullptr);
  CHECK(find(ranked, "big away") == nullptr);
  CHECK(find(ranked, "away home") != nullptr);
  CHECK(std::isnan(find(ranked, "away home")->log_ratio));
}

TEST_CASE("function words and numbers alone are not suggested, and a window narrows what is near") {
  const auto book = book_of(code_head("f") + "patterns.en = ['pivot']\n");
  topos::SuggestionOptions options{"f", 2, 1, 1};
  const auto ranked = rank_ngrams(count(book, {"Long ago the pivot of the 19 states began."}, options), options);
  CHECK(find(ranked, "the") == nullptr);
  CHECK(find(ranked, "of the") == nullptr);
  CHECK(find(ranked, "19") == nullptr);
  CHECK(find(ranked, "ago the") != nullptr);
  CHECK(find(ranked, "long") == nullptr);
  CHECK(find(ranked, "states") == nullptr);
  options.fewest = 2;
  CHECK(rank_ngrams(count(book, {"Long ago the pivot."}, options), options).empty());
}
