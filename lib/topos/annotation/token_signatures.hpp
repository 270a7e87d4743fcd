// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "topos/annotation/type_cache.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/text/document.hpp"
#include "topos/text/near_duplicates.hpp"

namespace topos {

/// Makes signatures from tokens: most tokens are a word of a signature, so that a word is hashed when its type is first
/// met. One for each worker.
class TokenSignatures {
 public:
  TokenSignatures() : words_(undecided) {}

  /// What text_signature gives for the text of the document. Domain: `cut` is of the document, its types are of
  /// `vocabulary`. Cost: half of text_signature's; the same where words stand without spaces.
  [[nodiscard]] TextSignature of(const Document& document, const Segmentation& cut, const Vocabulary& vocabulary);

 private:
  /// What a type is instead of the hash of the word that all its bytes are.
  static constexpr std::uint64_t undecided = 0;
  static constexpr std::uint64_t other = 1;  ///< several words, or more than a word
  static constexpr std::uint64_t mark = 2;   ///< no word at all
  static constexpr std::uint64_t special = 2;

  class Reading;

  TypeCache<std::uint64_t> words_;
};

}  // namespace topos
