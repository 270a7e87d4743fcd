// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/hit.hpp"

namespace topos {

/// A hit that one version of a codebook gives and another does not.
struct HitChange {
  Hit hit;
  bool appears = false;  ///< only the second version gives it; else only the first does
};

/// What differs between the hits that two versions of a codebook give for one document: hits are the same if code and
/// span are. In text order; at one place what disappears comes first.
[[nodiscard]] std::vector<HitChange> hit_changes(const std::vector<Hit>& before, const std::vector<Hit>& after);

}  // namespace topos
