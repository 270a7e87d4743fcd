// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <span>
#include <string_view>
#include <variant>

#include "topos/statistics/agreement.hpp"
#include "topos/statistics/association.hpp"
#include "topos/statistics/dispersion.hpp"
#include "topos/statistics/diversity.hpp"
#include "topos/statistics/readability.hpp"
#include "topos/statistics/samples.hpp"
#include "topos/statistics/series.hpp"
#include "topos/statistics/vectors.hpp"

namespace topos {

/// What kind of question a measure answers, as lists group them.
enum class Family { association, dispersion, diversity, readability, samples, agreement, series, vectors };

/// A function of the input of its family.
using MeasureFunction =
    std::variant<AssociationFunction, DispersionFunction, DistanceFunction, SpectrumFunction, SequenceFunction,
                 ReadabilityFunction, SampleFunction, AgreementFunction, DetectionFunction, CorrectionFunction,
                 SpanFunction, UnitizingFunction, SeriesFunction, VectorFunction>;

/// One formula of a measure. `id` is unique among all variants of all measures; it names columns.
struct Variant {
  std::string_view id;
  std::string_view formula;
  MeasureFunction function;
};

/// One statistic, as listed in measures.def, and what has to be known to read it.
struct Measure {
  std::string_view id;  ///< that of its first variant too
  Family family;
  std::string_view use;  ///< association, keyness or both; empty in other families
  std::string_view title;
  std::string_view unit;
  std::string_view domain;     ///< where it is defined; it is NaN elsewhere
  std::string_view direction;  ///< what great and small values say
  std::string_view zeros;      ///< what zero counts do
  std::string_view source;
  std::string_view example;  ///< input for compute()
  std::span<const Variant> variants;
};

/// What a measure gives where it is not defined.
inline constexpr double undefined_value = std::numeric_limits<double>::quiet_NaN();

/// `value`, or NaN if it is infinite.
[[nodiscard]] double defined_or_nan(double value);

namespace measures {
#define TOPOS_MEASURE(id) extern const Measure id;
#include "topos/statistics/measures/measures.def"
#undef TOPOS_MEASURE
}  // namespace measures

/// Every measure, in the order of measures.def.
[[nodiscard]] std::span<const Measure* const> all_measures() noexcept;

/// A measure and one of its variants; both null if there is none of that id.
struct MeasureVariant {
  const Measure* measure = nullptr;
  const Variant* variant = nullptr;
};
[[nodiscard]] MeasureVariant find_measure(std::string_view variant_id) noexcept;

[[nodiscard]] std::string_view family_name(Family family) noexcept;
/// All families' names, in the order in which lists show them.
[[nodiscard]] std::span<const std::string_view> family_names() noexcept;

}  // namespace topos
