// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/clause_voice.hpp"

#include <algorithm>

namespace topos {

void ClauseVoice::take(std::span<const Attribution> attributions, const std::optional<Attribution>& continued) {
  found_.assign(attributions.begin(), attributions.end());
  if (continued) found_.push_back(*continued);
  if (found_.size() > 1)
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.content.begin < b.content.begin; });
}

std::string ClauseVoice::of(ByteSpan words) const {
  const Attribution* const one = at(words);
  if (one == nullptr) return "author";
  if (one->kind == Attribution::Kind::vague) return "vague";
  return one->actor.empty() ? "attributed" : "attributed:" + std::string(one->actor);
}

const Attribution* ClauseVoice::at(ByteSpan words) const {
  constexpr std::ptrdiff_t most_nested = 8;
  auto one = std::partition_point(found_.begin(), found_.end(),
                                  [&](const Attribution& other) { return other.content.begin <= words.begin; });
  for (const auto last = one - std::min(most_nested, one - found_.begin()); one != last;) {
    --one;
    if (one->content.contains(words)) return &*one;
  }
  return nullptr;
}

}  // namespace topos
