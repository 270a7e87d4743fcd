// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <unordered_map>

#include "topos/annotation/detectors/acronyms.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/field_values.hpp"

namespace topos {
namespace {

/// An expansion as it is compared with others: folded words.
std::string key_of(const SentenceWords& words, ByteSpan expansion) {
  std::string key;
  for (int at = words.at_byte(expansion.begin); words.has(at) && words.token(at).begin < expansion.end; ++at)
    if (words.is_word(at)) key.append(words.folded(at)).append(" ");
  return key;
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  const std::string_view text = input.document().text;
  std::unordered_map<std::string, std::string> first;  // acronym by expansion
  std::vector<AcronymDefinition> found;
  for (const Sentence& sentence : input.segmentation.sentences) {
    const SentenceWords words(input, sentence);
    found.clear();
    find_acronyms(words, text, found);
    for (const AcronymDefinition& one : found) {
      const std::string acronym(one.acronym.in(text));
      const std::string& known = first.try_emplace(key_of(words, one.expansion), acronym).first->second;
      out.push_back({"acronym",
                     one.span,
                     {{"acronym", acronym},
                      {"expansion", std::string(one.expansion.in(text))},
                      {"verdict", std::string(to_string(one.verdict))},
                      {"borrowed", text_or_null(one.borrowed.in(text))},
                      {"variant_of", text_or_null(known == acronym ? std::string() : known)}}});
    }
  }
}

}  // namespace

namespace detectors {

const Detector acronym{.name = "acronym",
                       .summary = "Acronyms that the text explains, and whether their letters fit",
                       .languages = "en",
                       .codes = "",
                       .detect = detect};

}  // namespace detectors
}  // namespace topos
