// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/hit_roles.hpp"

#include "topos/annotation/attributes/modality.hpp"
#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/attributes/voice.hpp"

namespace topos {

std::uint8_t HitRoles::decide(const HitKind& kind) {
  int roles = voice_roles(kind.code);
  if (is_actor(kind.code)) roles |= hit_actor;
  if (is_modal(kind.code)) roles |= hit_modal;
  return static_cast<std::uint8_t>(roles);
}

}  // namespace topos
