// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/stance.hpp"

#include <array>
#include <utility>

namespace topos {
namespace {

constexpr std::array<std::pair<std::string_view, ClaimStance>, 3> endings{
    {{".affirm", ClaimStance::affirm}, {".deny", ClaimStance::deny}, {".value", ClaimStance::value}}};

bool is_hedge(std::string_view modality) { return modality == "low" || modality == "mid" || modality == "risk"; }
bool is_report(std::string_view voice) { return voice == "vague" || voice.starts_with("attributed:"); }

}  // namespace

StanceCue stance_of(ClaimStance stance, const Hit& hit, const HitNotes& notes) noexcept {
  StanceCue cue;
  const bool turned = stance == ClaimStance::present ? hit.negated == Flag::yes : hit.polarity < 0;
  cue.sign = (stance == ClaimStance::deny ? -1 : 1) * (turned ? -1 : 1);
  cue.hedged = is_hedge(notes.modality);
  cue.reported = is_report(notes.voice);
  return cue;
}

ClaimCode claim_code(std::string_view code) noexcept {
  for (const auto& [ending, stance] : endings)
    if (code.size() > ending.size() && code.ends_with(ending))
      return {code.substr(0, code.size() - ending.size()), stance};
  return {code, ClaimStance::present};
}

}  // namespace topos
