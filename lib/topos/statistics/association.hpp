// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace topos {

/// Four cells in Evert's notation. Association: rows are with and without the node, columns with and without the
/// collocate, so R1 and C1 are their frequencies. Keyness: rows are the target and the reference corpus, columns the
/// feature and everything else, so R1 and R2 are the sizes of the corpora.
struct ContingencyTable {
  double O11 = 0;
  double O12 = 0;
  double O21 = 0;
  double O22 = 0;

  /// From the joint frequency, the two marginal frequencies and the size of the sample.
  [[nodiscard]] static ContingencyTable of_marginals(double O11, double R1, double C1, double N) {
    return {O11, R1 - O11, C1 - O11, N - R1 - C1 + O11};
  }
  /// From the frequencies of a feature in two corpora of the given sizes.
  [[nodiscard]] static ContingencyTable of_corpora(double target, double target_size, double reference,
                                                   double reference_size) {
    return {target, target_size - target, reference, reference_size - reference};
  }

  [[nodiscard]] double R1() const { return O11 + O12; }
  [[nodiscard]] double R2() const { return O21 + O22; }
  [[nodiscard]] double C1() const { return O11 + O21; }
  [[nodiscard]] double C2() const { return O12 + O22; }
  [[nodiscard]] double N() const { return R1() + R2(); }
  [[nodiscard]] double E11() const { return R1() * (C1() / N()); }
  [[nodiscard]] double E12() const { return R1() * (C2() / N()); }
  [[nodiscard]] double E21() const { return R2() * (C1() / N()); }
  [[nodiscard]] double E22() const { return R2() * (C2() / N()); }
  /// Whether the cells are finite and not negative and no row is empty.
  [[nodiscard]] bool is_valid() const;
};

/// What single measures ask for beside the table.
struct AssociationSettings {
  double k = 1;            ///< added to both rates by simple_maths
  double alpha = 0.05;     ///< error probability of an interval
  double tests = 1;        ///< size of the family over which alpha is divided (Bonferroni)
  double prior = 0;        ///< the feature's weight in the prior of log_odds_prior; 0: C1
  double prior_total = 0;  ///< all features' weight in that prior; 0: N
};

/// A strength or a difference of one table.
using AssociationFunction = double (*)(const ContingencyTable& table, const AssociationSettings& settings);

/// 1 if O11 is above E11, -1 below, 0 at it: the sign that unsigned statistics are given in lists.
[[nodiscard]] int direction(const ContingencyTable& table);

/// x log(x / expected), which is 0 at x = 0.   Units: nats.
[[nodiscard]] double x_log_ratio(double x, double expected);

}  // namespace topos
