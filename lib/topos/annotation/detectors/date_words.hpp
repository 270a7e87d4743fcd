// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// What an English word is to a date.
struct DateWord {
  enum class Kind : std::uint8_t {
    none,
    month,     ///< value: 1 to 12
    number,    ///< digits; value
    ordinal,   ///< 1st, third; value
    cardinal,  ///< two, several; value, 0 if it says none
    decade,    ///< 1990s; value: its first year
    weekday,   ///< value: 0 (Sunday) to 6
    season,    ///< value: the first month; winter begins in December of the year before
    quarter,   ///< Q1; value
    part,      ///< early, mid, late; value: 1 to 3
    unit,      ///< day, week, month, quarter, year, decade, century; value: see DateUnit
    near,      ///< yesterday, tomorrow; value: −1, 1
    distance   ///< long, shortly, soon: how far from another event, before "before" and "after"
  };
  Kind kind = Kind::none;
  std::int16_t value = 0;
  bool plural = false;  ///< of a unit
  std::uint8_t digits = 0;
};

enum class DateUnit : std::uint8_t { day, week, month, quarter, half, year, decade, century };

/// Domain: a match form; `written` as it stands.
[[nodiscard]] DateWord date_word(std::string_view folded, std::string_view written) noexcept;

}  // namespace topos
