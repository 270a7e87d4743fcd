// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What guards look at: the document and the occurrences of their targets.
struct GuardContext {
  const std::vector<Token>& units;
  const std::vector<Sentence>& sentences;
  std::function<bool(TypeId, ElementId)> holds;
  /// Occurrences of a target in text order.
  std::function<std::span<const Match>(const CompiledTarget&)> occurrences;
};

/// Whether `guard` holds for `match` (grammar.md 5): for near, left and right one entry does, for the negative ones none does.
[[nodiscard]] bool guard_holds(const CompiledGuard& guard, const Match& match, const GuardContext& context);

}  // namespace topos
