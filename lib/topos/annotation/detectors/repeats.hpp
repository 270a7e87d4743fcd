// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/annotation/detectors/hashed_runs.hpp"
#include "topos/base/span.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// A sentence or paragraph that repeats an earlier one of its document (method.md B11).
struct Repeat {
  enum class Unit : std::uint8_t { paragraph, sentence };
  Unit unit = Unit::sentence;
  std::uint32_t which = 0;     ///< index of the sentence, or of the region
  std::uint32_t earlier = 0;   ///< the same of what it repeats
  std::uint32_t shared = 0;    ///< different shingles of five words that both have
  std::uint32_t shingles = 0;  ///< different shingles that either has: shared / shingles is Jaccard's similarity
  bool exact = false;          ///< the same words in the same order
};

/// Finds exact repeats and near ones (similarity 0.6 or more) among paragraphs of several sentences, then among the
/// sentences outside the paragraphs that were found; texts of fewer than five words repeat nothing. A text is compared
/// with the first that has one of its shingles, for at most eight such texts. Regions that `skip` names are left out.
/// `words`: of these sentences. Cost: linear.
[[nodiscard]] std::vector<Repeat> find_repeats(const Document& document, const std::vector<Sentence>& sentences,
                                               const HashedRuns& words, RegionSet skip);

}  // namespace topos
