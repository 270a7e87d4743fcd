// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/document_clauses.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"

namespace {

using namespace topos;

/// What is found in the sentences that the signs of their words pass over.
struct Missed {
  std::size_t sentences = 0;
  std::size_t read_for_attributions = 0;
  std::size_t read_for_causes = 0;
  std::vector<Attribution> attributions;
  std::vector<CauseLink> causes;

  void add(Document document) {
    Segmenter segmenter("en");
    Segmentation cut;
    AnnotatedDocument annotated;
    annotated.document = std::move(document);
    segmenter.segment(annotated.document, default_analysis(), cut, Detail::tokens);
    const DetectorInput input{annotated, cut, segmenter.vocabulary()};
    const SpeakerFrame frame(input);
    ClauseWords words;
    for (const Sentence& sentence : cut.sentences) {
      const ClauseSigns signs = clause_signs(input, sentence);
      ++sentences;
      if (signs.attribution) ++read_for_attributions;
      if (signs.cause) ++read_for_causes;
      words.read(input, sentence);
      if (!signs.attribution) find_attributions(words, frame, {}, attributions);
      if (!signs.cause) find_causes(words, causes);
    }
  }
};

}  // namespace

TEST_CASE("no sentence whose clauses are passed over holds an attribution or a cause") {
  Missed missed;
  for (const std::string& path : test::sample_files("en")) missed.add(test::document_of(test::file_text(path), "en"));
  CHECK(missed.attributions.empty());
  CHECK(missed.causes.empty());
  CHECK(missed.read_for_attributions < missed.sentences);
  CHECK(missed.read_for_causes < missed.sentences);
}

TEST_CASE("clauses begin behind marks and with names where the signs of their words say so") {
  Missed missed;
  missed.add(test::document_of(
      "(2) States that the plan failed. For Russia, the corridor is a lifeline. As States by Russia, it holds. "
      "There is a view that it works. In their eyes, it is late. It is believed that rain helps.",
      "en"));
  CHECK(missed.attributions.empty());
  CHECK(missed.read_for_attributions + 1 >= missed.sentences);
}
