// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"

namespace topos {

/// Reports the words of patterns, masks and guards that can equal no token of their language, because the tokenizer cuts them
/// or takes them for punctuation (grammar.md 2.4).
void check_literals(const Codebook& book, Findings& findings);

}  // namespace topos
