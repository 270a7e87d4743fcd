// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
#include "topos/annotation/detectors/passive.hpp"
#include "topos/annotation/document_grammar.hpp"
#include "topos/text/regions.hpp"

namespace {

using namespace topos;

/// The records that the detector makes of texts.
class PassiveRecords {
 public:
  std::string of(std::string_view text, std::string_view language = "en") {
    AnnotatedDocument annotated;
    annotated.document = test::document_of(text, language);
    annotator_.annotate(annotated);
    std::string all;
    for (const Finding& finding : annotated.findings) {
      all += all.empty() ? "" : " || ";
      const std::size_t begin = all.size();
      for (const auto& [name, value] : finding.fields) {
        std::string shown;
        if (const auto* number = std::get_if<std::int64_t>(&value)) shown = std::to_string(*number);
        if (const auto* words = std::get_if<std::string>(&value)) shown = *words;
        if (shown.empty()) continue;
        all.append(all.size() == begin ? "" : "; ").append(name).append("=").append(shown);
      }
    }
    return all;
  }

 private:
  Codebook book_ = parse_codebook(std::string(test::book_head) + test::code("a", "patterns.en = ['zzz']"), "book.toml");
  BookShelf shelf_{{&book_}, {}, {{}, {&detectors::passive}}};
  Annotator annotator_{shelf_, default_analysis()};
};

}  // namespace

TEST_CASE("passives are found in English alone") {
  CHECK(PassiveRecords().of("The treaty was signed.", "de").empty());
  CHECK_FALSE(PassiveRecords().of("The treaty was signed.", "en-GB").empty());
}

TEST_CASE("a document beyond the room for grammar has all its passives") {
  std::string text;
  constexpr int sentences = 30'000;
  for (int i = 0; i < sentences; ++i) text += "The treaty was signed here. ";
  PassiveRecords records;
  std::size_t found = 0;
  const std::string all = records.of(text);
  for (std::size_t at = all.find("form="); at != std::string::npos; at = all.find("form=", at + 1)) ++found;
  CHECK(found == sentences);
  CHECK(records.of("The treaty was signed.") == "form=finite; verb=signed; patient=The treaty; agentless=1; negated=0");
}

TEST_CASE("no sentence that is passed over holds a passive") {
  Segmenter segmenter("en");
  Segmentation cut;
  DocumentGrammar grammar;
  std::vector<Finding> missed;
  std::size_t passed = 0;
  std::size_t read = 0;
  for (const std::string& path : test::sample_files("en")) {
    AnnotatedDocument annotated;
    annotated.document.language = "en";
    annotated.document.text = test::file_text(path);
    find_regions(annotated.document, {});
    segmenter.segment(annotated.document, default_analysis(), cut, Detail::tokens);
    grammar.begin(annotated.document, cut, segmenter.vocabulary());
    const DetectorInput input{annotated, cut, segmenter.vocabulary(), &grammar};
    for (std::uint32_t sentence = 0; sentence < cut.sentences.size(); ++sentence) {
      ++read;
      if (detectors::may_hold_passive(grammar.traits(sentence))) continue;
      ++passed;
      detectors::find_passives(input, grammar.of(sentence), missed);
    }
  }
  CHECK(missed.empty());
  CHECK(2 * passed > read);
  CHECK(passed < read);
}
