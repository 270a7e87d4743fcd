// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/codebook/check.hpp"

namespace topos {

/// Everything that can be said about a codebook without a text: its errors and the warnings of grammar.md 13, in
/// reading order. Rules of warnings: `unused_macro`, `missing_exclude`, `no_patterns`, `trailing_gap`, `any_word`,
/// `equal_patterns`, `subsumed_pattern`, `idle_reference`, `idle_guard`, `idle_mask`. Cost: quadratic in the patterns
/// of one code and language; subsumption is not looked for among more than 3000.
[[nodiscard]] std::vector<Diagnostic> lint_codebook(const CheckedCodebook& checked);

/// Reports patterns that are equal after folding, in a code or across codes, and patterns that another of the same code
/// and language makes superfluous.
void lint_repetition(const Codebook& book, Findings& findings);

/// Reports references and guard targets whose codes have no patterns in the language, and masks that share no word with
/// any pattern of their code.
void lint_idleness(const Codebook& book, Findings& findings);

}  // namespace topos
