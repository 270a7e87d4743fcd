// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/clause_voice.hpp"

#include <algorithm>

namespace topos {

void ClauseVoice::take(std::span<const Attribution> attributions) {
  found_.assign(attributions.begin(), attributions.end());
  if (found_.size() > 1)
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.content.begin < b.content.begin; });
}

std::string ClauseVoice::of(ByteSpan words) const {
  constexpr std::ptrdiff_t most_nested = 8;
  auto one = std::partition_point(found_.begin(), found_.end(),
                                  [&](const Attribution& other) { return other.content.begin <= words.begin; });
  for (const auto last = one - std::min(most_nested, one - found_.begin()); one != last;) {
    --one;
    if (!one->content.contains(words)) continue;
    if (one->kind == Attribution::Kind::vague) return "vague";
    return one->actor.empty() ? "attributed" : "attributed:" + std::string(one->actor);
  }
  return "author";
}

}  // namespace topos
