// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/attribute_set.hpp"

#include "topos/annotation/attributes/modality.hpp"
#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/attributes/voice.hpp"

namespace topos {

AttributeSet attribute_called(std::string_view name) noexcept {
  return {name == "voice", name == "modality", name == "holder"};
}

AttributeSet attributes_of(std::string_view code) noexcept {
  return {tells_voice(code), is_modal(code), is_actor(code)};
}

std::vector<std::string> codes_of(AttributeSet attributes) {
  std::vector<std::string> codes;
  // Who speaks is an actor, too.
  if (attributes.voice)
    codes = {"attribution.vague", "legitimation.authorization.expert", "action.say", "perspectivation", "actor"};
  if (attributes.modality) codes.emplace_back("modality");
  if (attributes.holder) codes.emplace_back("actor");
  return codes;
}

}  // namespace topos
