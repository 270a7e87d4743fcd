// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// A date as far as it is known (ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD; a time after it is passed over). 0 is unknown.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// Nothing for anything else, or for a day that the calendar does not have.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// "2022-Q1"; empty without a month.
[[nodiscard]] std::string quarter_text(const Date& date);
/// "2022-02"; empty without a month.
[[nodiscard]] std::string month_text(const Date& date);

/// "2022-02-24"; what is not known is left out.
[[nodiscard]] std::string date_text(const Date& date);

/// So many months later, earlier if negative, on the same day of the month or its last one.   Domain: a full date,
/// years 1 to 9999; nothing outside.
[[nodiscard]] std::optional<Date> months_later(const Date& date, int months);

/// The periods that cuts make: each begins with its cut and ends before the next one ("A to B" leaves B out).
class Periods {
 public:
  /// Errors: Errc::usage, if one is not an ISO date or is given twice.
  explicit Periods(const std::vector<std::string>& cuts);
  [[nodiscard]] bool empty() const noexcept { return cuts_.empty(); }
  /// "before A", "A to B", "from B"; nothing if the date is not known well enough to tell.
  [[nodiscard]] std::optional<std::string> of(const Date& date) const;
  /// The number of cuts that the date does not come before; nothing as above.
  [[nodiscard]] std::optional<std::size_t> number_of(const Date& date) const;

 private:
  struct Cut {
    Date date;
    std::string text;
  };
  std::vector<Cut> cuts_;
};

}  // namespace topos
