// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace topos {

/// What formulas of readability ask for. Counting syllables is the caller's business, as it depends on the language.
struct ReadabilityCounts {
  double words = 0;
  double sentences = 0;
  double syllables = 0;
  double letters = 0;        ///< letters and digits
  double complex_words = 0;  ///< of three syllables or more
  double long_words = 0;     ///< of seven letters or more
};

using ReadabilityFunction = double (*)(const ReadabilityCounts& counts);

}  // namespace topos
