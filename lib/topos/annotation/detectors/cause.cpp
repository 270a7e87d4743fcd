// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/annotation/detectors/cause_links.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/document_clauses.hpp"

namespace topos::detectors {
namespace {

Finding finding_of(std::string_view text, const CauseLink& link) {
  const ByteSpan all{std::min({link.cause.begin, link.marker.begin, link.effect.begin}),
                     std::max({link.cause.end, link.marker.end, link.effect.end})};
  return {"cause",
          all,
          {{"cause", std::string(link.cause.in(text))},
           {"marker", std::string(link.marker.in(text))},
           {"effect", std::string(link.effect.in(text))},
           {"negated", std::int64_t{link.negated ? 1 : 0}}}};
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  const Document& document = input.document();
  DocumentClauses own;
  DocumentClauses& clauses = clauses_of(input, own, {.causes = true});
  const std::vector<Sentence>& sentences = input.segmentation.sentences;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (document.regions[sentences[i].region].name == RegionName::references) continue;
    for (const CauseLink& link : clauses.causes(i)) out.push_back(finding_of(document.text, link));
  }
}

}  // namespace

const Detector cause{.name = "cause",
                     .summary = "What a sentence gives as the cause of what",
                     .languages = "en",
                     .codes = "",
                     .detect = detect};

}  // namespace topos::detectors
