// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "topos/annotation/hit_kind.hpp"

namespace topos {

/// What a hit is to the rules of attributes by its code, as bits.
enum HitRole : std::uint8_t {
  hit_actor = 1,
  hit_modal = 2,
  hit_vague = 4,   ///< lays what the sentence says to nobody in particular
  hit_expert = 8,  ///< names who is cited
  hit_say = 16,
  hit_perspective = 32
};

/// Decides the roles of a kind of hit when it is first asked for. Not thread-safe.
class HitRoles {
 public:
  [[nodiscard]] std::uint8_t of(const HitKind& kind) {
    if (kind.number >= known_.size()) known_.resize(kind.number + 1);
    auto& [whose, roles] = known_[kind.number];
    if (whose != &kind) {
      whose = &kind;
      roles = decide(kind);
    }
    return roles;
  }

 private:
  static std::uint8_t decide(const HitKind& kind);
  std::vector<std::pair<const HitKind*, std::uint8_t>> known_;  ///< by number of the kind
};

}  // namespace topos
