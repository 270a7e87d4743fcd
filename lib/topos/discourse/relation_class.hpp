// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace topos {

/// What one thing is said to do to another.
enum class RelationClass : std::uint8_t { none, enables, compels, constrains, causes, influences };
inline constexpr std::size_t relation_classes = 6;
[[nodiscard]] std::string_view to_string(RelationClass relation) noexcept;

/// The class of an English verb by a folded form of it: "fostered" enables, "undermining" constrains.
[[nodiscard]] RelationClass relation_of_verb(std::string_view folded);

/// The class of a code of actions: action.provide enables, action.coerce constrains, action.influence influences.
[[nodiscard]] RelationClass relation_of_action(std::string_view code);

/// The class of what links a cause and an effect, by the verb in it: "enabling" enables, "forced" compels, "shaping"
/// influences, "led to" causes.
[[nodiscard]] RelationClass relation_of_marker(std::string_view marker);

}  // namespace topos
