// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/statistics/agreement.hpp"

namespace topos {

/// How much two different values agree: not at all, or the less the farther apart they are.
enum class Weights { identity, linear, quadratic };

/// What coefficients of agreement are made of.   Units: shares, weighted.
struct ChanceCorrected {
  double observed;         ///< mean over units with two values or more; NaN if there is none
  double expected_pooled;  ///< of two values drawn from those units' values together (Scott, Fleiss)
  double expected_gwet;    ///< of two values, one of them a guess (Gwet); NaN if one category is used
};

[[nodiscard]] ChanceCorrected chance_corrected(const Ratings& ratings, Weights weights);

/// Cohen's kappa over the units to which both coders gave a value.   Domain: two coders; NaN otherwise.
[[nodiscard]] double cohen_kappa(const Ratings& ratings, Weights weights);

/// The units to which every coder gave a value.
[[nodiscard]] Ratings complete_units(const Ratings& ratings);

}  // namespace topos
