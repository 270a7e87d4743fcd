// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "topos/statistics/measure.hpp"

namespace topos::cli {

/// The value of a measure of association; NaN where it is not defined.   Domain: the variant is of that family.
[[nodiscard]] inline double association_value(const Variant& variant, const ContingencyTable& table) {
  return defined_or_nan(std::get<AssociationFunction>(variant.function)(table, AssociationSettings{}));
}

}  // namespace topos::cli
