// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"

namespace topos {

/// Calls `visit(reference, where, exactly_itself)` for every "@id" in the elements and guards of `pattern`;
/// `exactly_itself` marks the one kind that may name the pattern's own code: a near or not_near target that is its id.
void for_each_reference(
    const Pattern& pattern, std::string_view owner,
    const std::function<void(std::string_view reference, const Location& where, bool exactly_itself)>& visit);

/// Reports references to what is neither a code nor an ancestor of one, with the nearest id.
void check_references(const Codebook& book, Findings& findings);

/// Reports, for every language, dependencies that run in a circle, the codes of a group counting as one
/// (grammar.md 7.2).
void check_cycles(const Codebook& book, Findings& findings);

}  // namespace topos
