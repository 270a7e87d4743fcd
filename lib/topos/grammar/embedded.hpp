// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "topos/grammar/stored_table.hpp"

namespace topos::embedded {

/// What store_english.cpp made of lib/data/english_tagging (see its README.md) and grammar_classes.def when the library
/// was built. Values of words and endings are tags with their costs, three bytes each; values of classes are the bits
/// of GrammarClasses, eight bytes; numbers begin with their lowest byte.
[[nodiscard]] StoredTable english_words() noexcept;
[[nodiscard]] StoredTable english_endings() noexcept;
[[nodiscard]] StoredTable english_classes() noexcept;
/// The cost of a tag behind two others, by the tag before, the tag behind that, the tag.
[[nodiscard]] std::span<const std::uint16_t> english_transitions() noexcept;

}  // namespace topos::embedded
