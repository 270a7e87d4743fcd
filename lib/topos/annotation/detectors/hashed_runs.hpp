// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "topos/annotation/detectors/folded_hashes.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// The words of a document as hashes, in their order, and its runs of five words: which of them may come more than
/// once. Reused from document to document.
class HashedRuns {
 public:
  static constexpr std::size_t run_words = 5;

  /// Cost: linear.
  void read(const Segmentation& segmentation, FoldedHashes& hashes);

  /// The words of sentences [first, end), as places among all words.
  [[nodiscard]] TokenRange of_sentences(std::size_t first, std::size_t end) const {
    return {begins_[first], begins_[end]};
  }
  [[nodiscard]] std::span<const std::uint64_t> words(TokenRange range) const {
    return std::span(words_).subspan(range.begin, range.size());
  }
  /// A hash of each run that lies within `range`.
  [[nodiscard]] std::span<const std::uint64_t> runs(TokenRange range) const {
    if (range.size() < run_words) return {};
    return std::span(runs_).subspan(range.begin + run_words - 1, range.size() - run_words + 1);
  }
  /// How many of the runs within `range` may stand elsewhere in the document, too; a few more are counted than do.
  [[nodiscard]] std::uint32_t repeated(TokenRange range) const {
    return range.size() < run_words ? 0 : repeated_[range.end] - repeated_[range.begin + run_words - 1];
  }
  /// Whether a run may stand elsewhere, too. Domain: it is one of the document's.
  [[nodiscard]] bool may_repeat(std::uint64_t run) const noexcept {
    return (again_[(run & mask_) / 64] >> (run % 64) & 1) != 0;
  }

 private:
  void hash_runs();
  void mark_repeated();

  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> begins_;    ///< of the words of each sentence, and where the last ends
  std::vector<std::uint64_t> runs_;      ///< by their last word
  std::vector<std::uint32_t> repeated_;  ///< runs that may repeat whose last word stands before each place
  std::vector<std::uint64_t> once_;      ///< bits by hash: runs that were seen
  std::vector<std::uint64_t> again_;     ///< bits by hash: runs that were seen twice
  std::uint64_t mask_ = 0;
};

/// A hash whose bits all depend on all of the value's.
[[nodiscard]] constexpr std::uint64_t mixed_hash(std::uint64_t value) noexcept {
  value ^= value >> 32;
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29);
}

}  // namespace topos
