// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// One place of a text where a search succeeded.
struct Match {
  std::uint32_t search = 0;    ///< index into CompiledBook::searches()
  std::uint32_t sentence = 0;  ///< index into Segmentation::sentences
  TokenRange units;            ///< into Segmentation::units()
};

/// What became of one match on its way to a hit: for `codebook explain`. A match that several masks touch has a verdict
/// for each.
struct Verdict {
  enum class Outcome : std::uint8_t { hit, masked, guard, overlapped, group };
  Match match;
  Outcome outcome = Outcome::hit;
  std::uint32_t by = 0;  ///< masked, overlapped, group: the search that won; guard: the index of the guard that failed
  TokenRange by_units;   ///< masked, overlapped, group: the match that won
};

}  // namespace topos
