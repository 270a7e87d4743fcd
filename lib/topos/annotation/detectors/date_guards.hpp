// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/annotation/detectors/sentence_words.hpp"

namespace topos {

/// Whether four digits that stand alone are a year and not part of a name (MPAC 2025, Vision 2030), a quantity (2000
/// troops), an hour or the number of an article.
[[nodiscard]] bool is_year_alone(const SentenceWords& words, int at);

}  // namespace topos
