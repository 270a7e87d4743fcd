// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// What all hits of one pattern share; without a pattern, what all hits of one row of a table share.
/// There is one for each in a NamePool, so that kinds can be compared and looked up by number.
struct HitKind {
  std::string_view codebook;
  std::string_view code;
  std::string_view pattern;
  std::uint32_t number = 0;  ///< dense from 1 within its pool
};

/// The kind of a hit that nobody has named.
inline constexpr HitKind unnamed_kind;

}  // namespace topos
