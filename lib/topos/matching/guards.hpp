// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"
#include "topos/matching/nearest_places.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What guards look at: the document and the occurrences of their targets.
class GuardSource {
 public:
  virtual ~GuardSource() = default;
  [[nodiscard]] virtual const Segmentation& segmentation() const = 0;
  [[nodiscard]] virtual bool holds(TypeId type, ElementId element) const = 0;
  /// Hits that a target which is a code stands for.
  virtual const NearestPlaces& hits_of(const CompiledTarget& target) = 0;
  /// Matches of phrases, and others, that begin in a sentence.
  virtual std::span<const Match> phrases_in(std::uint32_t sentence) = 0;
  /// All matches of one phrase.
  virtual const NearestPlaces& phrase_everywhere(std::uint32_t search) = 0;
};

/// Whether `guard` holds for `match` (grammar.md 5): for near, left and right one entry does, for the negative ones
/// none does. Cost: for near, the logarithm of what the document has of each target.
[[nodiscard]] bool guard_holds(const CompiledGuard& guard, const Match& match, GuardSource& source);

}  // namespace topos
