// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace topos {

/// What is kept of a document to find near-duplicates of it: 128 minima of hashed shingles of five words
/// (one-permutation MinHash with densification; Broder 1997, Li et al. 2012, Shrivastava 2017). Fixed seed: the same
/// text gives the same signature.
struct TextSignature {
  std::array<std::uint32_t, 128> minima{};
  bool empty = true;  ///< fewer than five words: never a near-duplicate
};

/// Signature of the words of `text` (runs of letters, marks and digits, case-folded for ASCII; in scripts without
/// spaces, single characters).
[[nodiscard]] TextSignature text_signature(std::string_view text);

/// Remembers signatures in input order and tells which earlier document a new one nearly repeats.
/// Memory: at most 1 KiB a document.
class NearDuplicates {
 public:
  /// `threshold`: estimated Jaccard similarity of the shingle sets from which two texts are near-duplicates.
  explicit NearDuplicates(double threshold = 0.6);
  NearDuplicates(NearDuplicates&&) noexcept;
  NearDuplicates& operator=(NearDuplicates&&) noexcept;
  ~NearDuplicates();

  struct Found {
    std::string id;     ///< the most similar earlier document, the first of equals
    double similarity;  ///< estimated Jaccard similarity, in [threshold, 1]
  };
  /// Adds a document; returns its earlier twin, if it has one.
  std::optional<Found> add(std::string_view id, const TextSignature& signature);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
