// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "topos/annotation/detectors/date_points.hpp"

namespace topos {

/// A time that is told from the writer's own: last year, two decades ago, over the next five years, yesterday, on
/// Monday; or a length of decades and centuries without a beginning.
struct RelativeDate {
  int begin = 0;  ///< tokens
  int end = 0;
  DateMention::Precision precision = DateMention::Precision::year;
  DateMention::Relation relation = DateMention::Relation::at;
  std::optional<DayRange> days;  ///< if the document's date tells them
};

/// The relative time that begins at a token.
/// `today`: the document's date; days and weeks need its day, months its month.
[[nodiscard]] std::optional<RelativeDate> read_relative(const SentenceWords& words, const DatePoints& points, int at,
                                                        const std::optional<Date>& today);

}  // namespace topos
