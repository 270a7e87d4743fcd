// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// What a code has in a language: the patterns of that language and those valid in any (key ""). Without some, one that
/// is empty.
[[nodiscard]] std::array<const CodeLanguage*, 2> in_language(const Code& code, std::string_view language);

/// Codes that must be evaluated for the `wanted` ones, in order (grammar.md 7.2): what a code refers to comes before
/// it, and the codes of an exclusive group stand together as one item. Domain: the references have no cycles (checked
/// when the book was loaded).
[[nodiscard]] std::vector<std::vector<std::uint32_t>> evaluation_order(const Codebook& book, std::string_view language,
                                                                       const std::vector<bool>& wanted);

}  // namespace topos
