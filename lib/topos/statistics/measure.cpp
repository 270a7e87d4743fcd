// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

#include <array>
#include <cmath>

namespace topos {
namespace {

constexpr std::array table = {
#define TOPOS_MEASURE(id) &measures::id,
#include "topos/statistics/measures/measures.def"
#undef TOPOS_MEASURE
};

constexpr std::array<std::string_view, 8> names = {"association", "dispersion", "diversity", "readability",
                                                   "samples",     "agreement",  "series",    "vectors"};

}  // namespace

std::span<const Measure* const> all_measures() noexcept { return table; }

MeasureVariant find_measure(std::string_view variant_id) noexcept {
  for (const Measure* measure : table)
    for (const Variant& variant : measure->variants)
      if (variant.id == variant_id) return {measure, &variant};
  return {};
}

double defined_or_nan(double value) { return std::isfinite(value) ? value : undefined_value; }

std::string_view family_name(Family family) noexcept { return names[static_cast<std::size_t>(family)]; }
std::span<const std::string_view> family_names() noexcept { return names; }

}  // namespace topos
