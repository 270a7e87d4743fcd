// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unit_sides.hpp"
#include "words/keyness_choices.hpp"
#include "words/reference_list.hpp"

namespace topos::cli {

/// One target and its reference.
struct KeynessComparison {
  std::string value;  ///< of --by; empty without it
  UnitSides sides;
  std::uint64_t target_words = 0;
  std::uint64_t reference_words = 0;
  bool few = false;  ///< too few units for inference
};

/// What is said of one feature in one comparison.
struct KeynessLine {
  std::string feature;
  std::size_t comparison = 0;
  UnitSides::Sums sums;
  int direction = 0;  ///< 1: more often in the target, -1: in the reference
  double expected = 0;
  double least_expected = 0;
  double token_p = 0;
  double p = 0;
  double p_adjusted = 0;
  std::vector<double> values;  ///< of the measures
  double key = 0;              ///< what rows are sorted by, falling
};

/// The feature of a code is its book, a tab and its id.
[[nodiscard]] std::string_view code_of_feature(std::string_view feature) noexcept;
[[nodiscard]] std::string_view book_of_feature(std::string_view feature) noexcept;

/// Whether one of the measures has the variant.
[[nodiscard]] bool is_of(const Variant& variant, std::initializer_list<const Measure*> measures);
/// Probabilities and limits, which a few documents do not give.
[[nodiscard]] bool is_inference(const Variant& variant);

/// The features of all comparisons that occur often enough, measured and tested; in no order.
/// `list`: the reference, where it is a frequency list.
[[nodiscard]] std::vector<KeynessLine> keyness_lines(Contrast& contrast, std::vector<KeynessComparison>& comparisons,
                                                     const std::optional<ReferenceList>& list,
                                                     const KeynessChoices& choices,
                                                     const std::vector<const Variant*>& measures);

}  // namespace topos::cli
