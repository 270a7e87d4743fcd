// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// The parts of one English sentence that assert nothing: conditions with what follows from them, and questions, also
/// indirect ones. They are found by words and marks: cues.
class Suppositions {
 public:
  /// Domain: `segmentation` has tokens.   Cost: linear in the sentence.
  Suppositions(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
               const Sentence& sentence);
  /// Whether a byte stands in such a part.   Cost: logarithmic.
  [[nodiscard]] bool hold(std::uint32_t byte) const;

 private:
  std::vector<ByteSpan> spans_;  ///< in text order, none in another
};

}  // namespace topos
