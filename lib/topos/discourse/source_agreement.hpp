// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace topos {

/// How far two sources agree on what is said at all and on what is said most.
struct SourceAgreement {
  double alpha;  ///< Krippendorff's, of presence, over claims
  double rbo;    ///< of the claims that both speak of or one does, most frequent first, as deep as the shorter list
  double tau_b;  ///< Kendall's, of rates, over all claims
};

/// Rates of the same claims in two sources. What is not defined is NaN.
[[nodiscard]] SourceAgreement source_agreement(std::span<const double> a, std::span<const double> b);

/// Krippendorff's alpha of presence: sources are coders, claims are units.
/// Domain: rows of one length; NaN where no disagreement could be expected.
[[nodiscard]] double presence_alpha(const std::vector<std::vector<double>>& rates);

}  // namespace topos
