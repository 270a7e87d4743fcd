// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "topos/annotation/detectors/type_decisions.hpp"
#include "topos/base/hash.hpp"

namespace topos {

/// A hash of each type's match form: words that differ in case alone have the same. Not thread-safe.
class FoldedHashes {
 public:
  /// `vocabulary` must outlive what is asked.
  void use(const Vocabulary& vocabulary) {
    vocabulary_ = &vocabulary;
    hashes_.use(vocabulary);
  }
  /// Domain: a type of the vocabulary in use.
  [[nodiscard]] std::uint64_t of(TypeId type) {
    return hashes_.of(type, [&] { return hash64((*vocabulary_)[type].folded); });
  }

 private:
  const Vocabulary* vocabulary_ = nullptr;
  TypeDecisions<std::uint64_t> hashes_;
};

}  // namespace topos
