// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/codebook/pattern.hpp"

namespace topos {

/// A parsed pattern as a pattern string: macros expanded, words of a hyphenated one apart. Parsing it again gives the
/// same tree.
[[nodiscard]] std::string pattern_text(const Node& root);

}  // namespace topos
