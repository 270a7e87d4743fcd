// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

#include "topos/text/dates.hpp"

namespace topos {

/// Days from a first to a last one, both included.
struct DayRange {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
};

/// Whether a calendar of our era that texts of policy write in has the year.
[[nodiscard]] constexpr bool is_plausible_year(int year) noexcept { return year >= 1000 && year <= 2199; }

[[nodiscard]] constexpr std::chrono::sys_days day_of(int year, int month, int day) noexcept {
  return std::chrono::sys_days(std::chrono::year(year) / month / day);
}

/// The days from the first of one month to the last of another.
[[nodiscard]] constexpr DayRange months_of(int year, int first, int last) noexcept {
  return {day_of(year, first, 1), std::chrono::sys_days(std::chrono::year(year) / last / std::chrono::last)};
}

[[nodiscard]] constexpr DayRange years_of(int first, int last) noexcept {
  return {day_of(first, 1, 1), day_of(last, 12, 31)};
}

/// Nothing for a day that the calendar does not have.
[[nodiscard]] constexpr std::optional<DayRange> one_day(int year, int month, int day) noexcept {
  const std::chrono::year_month_day date = std::chrono::year(year) / month / day;
  if (!date.ok() || !is_plausible_year(year)) return std::nullopt;
  return DayRange{std::chrono::sys_days(date), std::chrono::sys_days(date)};
}

[[nodiscard]] constexpr Date date_of(std::chrono::sys_days day) noexcept {
  const std::chrono::year_month_day date(day);
  return {int(date.year()), static_cast<int>(unsigned(date.month())), static_cast<int>(unsigned(date.day()))};
}

/// So many months later, earlier if negative, on the same day of the month or its last one.
[[nodiscard]] constexpr std::chrono::sys_days move_months(std::chrono::sys_days day, int months) noexcept {
  const std::chrono::year_month_day date(day);
  const std::chrono::year_month month = date.year() / date.month() + std::chrono::months(months);
  const auto last = (month / std::chrono::last).day();
  return std::chrono::sys_days(month / std::min(date.day(), last));
}

}  // namespace topos
