// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/triads.hpp"

namespace topos::detectors {
namespace {

FindingValue code_of(const Hit* hit) {
  return hit == nullptr ? FindingValue() : FindingValue(std::string(hit->code()));
}
FindingValue flag(bool value) { return std::int64_t{value ? 1 : 0}; }

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  if (!input.grammar->supported()) return;
  for (const Triad& triad : find_triads(input.annotated, input.segmentation, *input.grammar, is_triad_actor)) {
    // The clause's own number tells which rows belong together; what needs the codebook is left to the command.
    out.push_back({"triad",
                   triad.span,
                   {{"source", code_of(triad.source)},
                    {"class", code_of(triad.action)},
                    {"verb", std::string(triad.verb.in(input.document().text))},
                    {"target", code_of(triad.target)},
                    {"symmetric", flag(triad.symmetric)},
                    {"negated", flag(triad.negated)},
                    {"modality", std::string(triad.modality)},
                    {"agent_deleted", flag(triad.agent_deleted)},
                    {"source_role", triad.source == nullptr ? FindingValue()
                                                            : FindingValue(std::string(to_string(triad.source_role)))},
                    {"target_role", triad.target == nullptr ? FindingValue()
                                                            : FindingValue(std::string(to_string(triad.target_role)))},
                    {"rule", std::string(to_string(triad.rule))},
                    {"confidence", std::string(triad.confidence == Confidence::high ? "high" : "low")},
                    {"clause", std::int64_t{triad.clause}}}});
  }
}

}  // namespace

const Detector triad{.name = "triad",
                     .summary = "Actors, actions and actors acted on",
                     .languages = "en",
                     .codes = "actor.*,action.*",
                     .detect = detect};

}  // namespace topos::detectors
