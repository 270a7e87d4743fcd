// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// Fewest insertions, deletions, replacements and swaps of neighbours that make `b` of `a` (optimal string alignment).
/// Units: bytes. Source: Damerau (1964); Boytsov (2011), section 3.1.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The names among `known` that `word` is most likely a slip for, nearest first, at most three; none if all are far
/// off. A name is near if it differs in at most a third of its letters, or begins with `word`.
[[nodiscard]] std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

/// "did you mean 'count'?", or an empty string if nothing is near: a hint for an Error.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace topos
