// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace topos {

/// Hits that a silent source would have if a claim were as frequent in it as in both sources together.
/// Domain: words in one of them; NaN otherwise.
[[nodiscard]] double expected_if_equal_rate(double n, double words_silent, double words_other);

/// The chance that none of `n` hits falls into the words of the silent source. It takes words for independent, which
/// words of a text are not: a description and no test. Domain: words in one of them; NaN otherwise.
[[nodiscard]] double chance_of_none(double n, double words_silent, double words_other);

/// A document or cluster of two sources, one of which is silent about a claim.
struct SilenceUnit {
  bool in_silent = false;
  bool in_other = false;
  bool speaks = false;
};

/// The share of ways of giving units to the two sources in which the silent one has none that speaks. Units that have
/// text in both are exchanged with themselves, and the others have then no part. Domain: least_documents units on both
/// sides, and one that speaks; NaN otherwise.
[[nodiscard]] double silence_probability(std::span<const SilenceUnit> units);

/// The same where no unit has text in both: units of the silent source, of the other one, and those of it that speak.
[[nodiscard]] double silence_probability(double silent, double other, double speaking);

}  // namespace topos
