// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/detectors/cause_markers.hpp"
#include "topos/annotation/detectors/clause_words.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// What a sentence gives as a cause of what (method.md B10). It is what the text says, not what is so.
struct CauseLink {
  ByteSpan cause;
  ByteSpan marker;
  ByteSpan effect;
  bool negated = false;  ///< the link is denied: "not because of", "did not lead to"
};

/// Appends the links of one sentence in the order of their markers. Both ends stand in the sentence; a cause that is a
/// pronoun alone is none. Cost: linear; phrases have at most sixty words.
void find_causes(const ClauseWords& words, std::vector<CauseLink>& out);

}  // namespace topos
