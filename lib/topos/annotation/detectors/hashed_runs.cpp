// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/hashed_runs.hpp"

#include <algorithm>
#include <bit>

namespace topos {

void HashedRuns::read(const Segmentation& segmentation, FoldedHashes& hashes) {
  words_.clear();
  begins_.clear();
  words_.reserve(segmentation.tokens.size());
  for (const Sentence& sentence : segmentation.sentences) {
    begins_.push_back(static_cast<std::uint32_t>(words_.size()));
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at)
      if (const Token& token = segmentation.tokens[at]; token.kind == TokenKind::word)
        words_.push_back(hashes.of(token.type));
  }
  begins_.push_back(static_cast<std::uint32_t>(words_.size()));
  hash_runs();
  mark_repeated();
}

void HashedRuns::hash_runs() {
  // A run is a sum of its words' hashes, each multiplied by how far from its end it stands, so that the next needs no
  // reading back.
  constexpr std::uint64_t factor = 0x100000001B3U;
  constexpr std::uint64_t last = factor * factor * factor * factor * factor;
  runs_.resize(words_.size());
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    sum = sum * factor + words_[at];
    if (at >= run_words) sum -= last * words_[at - run_words];
    runs_[at] = mixed_hash(sum);
  }
}

void HashedRuns::mark_repeated() {
  const std::size_t bits = std::max<std::size_t>(64, std::bit_ceil(8 * words_.size()));
  mask_ = bits - 1;
  once_.assign(bits / 64, 0);
  again_.assign(bits / 64, 0);
  for (const std::uint64_t run : runs_) {
    std::uint64_t& seen = once_[(run & mask_) / 64];
    const std::uint64_t bit = std::uint64_t{1} << (run % 64);
    if ((seen & bit) != 0) again_[(run & mask_) / 64] |= bit;
    seen |= bit;
  }
  repeated_.resize(words_.size() + 1);
  std::uint32_t count = repeated_[0] = 0;
  for (std::size_t at = 0; at < runs_.size(); ++at) repeated_[at + 1] = count += may_repeat(runs_[at]) ? 1U : 0U;
}

}  // namespace topos
