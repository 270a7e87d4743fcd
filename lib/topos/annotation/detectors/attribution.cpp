// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/attributions.hpp"

#include <algorithm>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/document_clauses.hpp"

namespace topos::detectors {
namespace {

FindingValue text_or_nothing(ByteSpan span, std::string_view text) {
  return span.empty() ? FindingValue() : FindingValue(std::string(span.in(text)));
}

Finding finding_of(std::string_view text, const Attribution& one) {
  ByteSpan all = one.cue;
  for (const ByteSpan part : {one.source, one.content})
    if (!part.empty()) all = {std::min(all.begin, part.begin), std::max(all.end, part.end)};
  return {"attribution",
          all,
          {{"kind", std::string(to_string(one.kind))},
           {"source", text_or_nothing(one.source, text)},
           {"cue", std::string(one.cue.in(text))},
           {"content", text_or_nothing(one.content, text)},
           {"actor", one.actor.empty() ? FindingValue() : FindingValue(std::string(one.actor))},
           {"negated", std::int64_t{one.negated ? 1 : 0}}}};
}

/// The quotations of the document, paragraph by paragraph.
void detect(const DetectorInput& input, std::vector<Finding>& out) {
  const Document& document = input.document();
  DocumentClauses own;
  DocumentClauses& clauses = clauses_of(input, own, {.attributions = true});
  const std::vector<Sentence>& sentences = input.segmentation.sentences;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (document.regions[sentences[i].region].name == RegionName::references) continue;
    for (const Attribution& one : clauses.attributions(i)) out.push_back(finding_of(document.text, one));
  }
}

}  // namespace

const Detector attribution{
    .name = "attribution",
    .summary = "Whose word or view a clause gives: speech, according to, in the eyes of, it is said",
    .languages = "en",
    .codes = "actor.*",
    .detect = detect};

}  // namespace topos::detectors
