// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/statistics/random.hpp"

namespace topos {

/// How many of a text's hits are among some of its words, drawn without putting back: a hypergeometric number. A hit
/// counts as one word. Domain: whole numbers, 0 <= drawn <= words < 2^32; of more hits than words those beyond are
/// never drawn. Cost: one number a hit. Source: Sanders (1968); Hurlbert (1971).
[[nodiscard]] double drawn_hits(Random& random, double hits, double words, double drawn);

}  // namespace topos
