// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/modality.hpp"

#include <algorithm>

#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

/// "low" of modality.epistemic.low.
std::string_view last_part(std::string_view code) { return code.substr(code.rfind('.') + 1); }

/// A dash cuts only between spaces, where a matcher may not step over it.
bool ends_clause(const MarkedSentence& sentence, std::uint32_t unit) {
  const std::uint16_t roles = sentence.roles_of(unit);
  return (roles & role_cut) != 0 || ((roles & role_dash) != 0 && !sentence.units[unit].passable);
}

}  // namespace

bool is_modal(std::string_view code) noexcept { return is_or_below(code, "modality"); }

void ModalityRule::begin(const MarkedSentence& sentence) {
  clauses_.clear();
  candidates_.clear();
  constexpr std::uint16_t telling = role_risk | role_comma | role_cut | role_dash;
  const TokenRange range = sentence.range;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const std::uint16_t roles = sentence.roles_of(at);
    if ((roles & telling) == 0) continue;
    if ((roles & role_risk) != 0) candidates_.push_back({{at, at + 1}, "risk"});
    const bool opened =
        (roles & role_comma) != 0 && at + 1 < range.end && (sentence.roles_of(at + 1) & role_opener) != 0;
    if (opened || ends_clause(sentence, at)) clauses_.push_back(at + 1);
  }
  for (const MarkedHit& mark : sentence.marks)
    if ((mark.roles & hit_modal) != 0) candidates_.push_back({mark.units, last_part(mark.hit->code())});
  longest_ = 0;
  for (const Candidate& candidate : candidates_) longest_ = std::max(longest_, candidate.units.size());
  const auto comes_before = [](const Candidate& a, const Candidate& b) { return a.units.begin < b.units.begin; };
  if (!std::is_sorted(candidates_.begin(), candidates_.end(), comes_before))
    std::stable_sort(candidates_.begin(), candidates_.end(), comes_before);
}

std::string_view ModalityRule::of(const MarkedSentence& sentence, const MarkedHit& mark) const {
  const auto clause = std::upper_bound(clauses_.begin(), clauses_.end(), mark.units.begin);
  const std::uint32_t first = clause == clauses_.begin() ? sentence.range.begin : *std::prev(clause);
  auto candidate = std::partition_point(candidates_.begin(), candidates_.end(),
                                        [&](const Candidate& one) { return one.units.begin < mark.units.end; });
  std::string_view nearest = "none";
  std::uint32_t distance = ~std::uint32_t{0};
  while (candidate != candidates_.begin() && (--candidate)->units.begin >= first) {
    const std::uint32_t end = std::min(candidate->units.end, mark.units.begin);
    const std::uint32_t words =
        candidate->units.begin >= mark.units.begin ? 0 : sentence.words_between(end, mark.units.begin);
    if (words < distance) {
      nearest = candidate->value;
      distance = words;
    }
    // What begins so far before it cannot end nearer.
    if (candidate->units.begin + longest_ < mark.units.begin &&
        sentence.words_between(candidate->units.begin + longest_, mark.units.begin) >= distance)
      break;
  }
  return nearest;
}

}  // namespace topos
