// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event.hpp"

#include <string_view>

namespace topos {
namespace {

/// The first or last day of the named time where one end is open: of the month or year that the other end closes.
Date other_end(const Date& known, const std::string& precision, bool first) {
  if (precision == "year" || precision == "half" || precision == "season" || precision == "quarter" ||
      precision == "part")
    return first ? Date{known.year, 1, 1} : Date{known.year, 12, 31};
  if (precision == "month") return {known.year, known.month, first ? 1 : 31};
  return known;
}

}  // namespace

Date EventTime::named_first() const { return first ? *first : other_end(*last, precision, true); }
Date EventTime::named_last() const { return last ? *last : other_end(*first, precision, false); }

}  // namespace topos
