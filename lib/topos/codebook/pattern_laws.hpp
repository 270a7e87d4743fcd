// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/codebook/pattern.hpp"

namespace topos {

/// What a pattern can take, over all ways through it.
struct Reach {
  bool empty = false;      ///< it may take nothing at all
  bool words = false;      ///< it may take a word (or hit, or what a regex takes)
  bool gap_first = false;  ///< some way begins with a gap
  bool gap_last = false;   ///< some way ends with a gap
};

/// Cost: linear in the nodes.
[[nodiscard]] Reach reach(const Node& node);

/// Throws Errc::pattern at `at` if the pattern can match no word, may match nothing, or may begin with a gap, or if a
/// gap may be all that is left of an alternative. Cost: nodes times depth.
void check_reach(const Node& root, const Location& at);

}  // namespace topos
