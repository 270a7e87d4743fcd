// SPDX-License-Identifier: Apache-2.0
#include "topos/text/dates.hpp"

#include <algorithm>
#include <array>

#include "topos/base/error.hpp"

namespace topos {
namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t size) {
  if (text.size() < at + size) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, size)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

int days_of(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

Date first_day(Date date) { return {date.year, std::max(date.month, 1), std::max(date.day, 1)}; }

Date last_day(Date date) {
  const int month = date.month == 0 ? 12 : date.month;
  return {date.year, month, date.day == 0 ? days_of(date.year, month) : date.day};
}

std::string two(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

std::string year_text(int year) { return two(year / 100) + two(year % 100); }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  const auto year = digits(text, 0, 4);
  if (!year || *year == 0) return std::nullopt;
  date.year = *year;
  if (text.size() == 4) return date;
  const auto month = digits(text, 5, 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  date.month = *month;
  if (text.size() == 7) return date;
  const auto day = digits(text, 8, 2);
  if (text[7] != '-' || !day || *day < 1 || *day > days_of(date.year, date.month)) return std::nullopt;
  date.day = *day;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  return date;
}

std::string quarter_text(const Date& date) {
  return date.month == 0 ? std::string() : year_text(date.year) + "-Q" + static_cast<char>('1' + (date.month - 1) / 3);
}

std::string month_text(const Date& date) {
  return date.month == 0 ? std::string() : year_text(date.year) + "-" + two(date.month);
}

std::string date_text(const Date& date) {
  if (date.month == 0) return year_text(date.year);
  return month_text(date) + (date.day == 0 ? std::string() : "-" + two(date.day));
}

std::optional<Date> months_later(const Date& date, int months) {
  const int all = date.year * 12 + date.month - 1 + months;
  Date moved{all / 12, all % 12 + 1, 0};
  if (all < 12 || moved.year > 9999) return std::nullopt;
  moved.day = std::min(date.day, days_of(moved.year, moved.month));
  return moved;
}

Periods::Periods(const std::vector<std::string>& cuts) {
  for (const std::string& cut : cuts) {
    const auto date = parse_date(cut);
    if (!date) throw Error(Errc::usage, "--cut takes ISO dates as in 2022-02-24, not \"" + printable(cut) + "\"");
    cuts_.push_back({first_day(*date), cut});
  }
  std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.date < b.date; });
  const auto same =
      std::adjacent_find(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.date == b.date; });
  if (same != cuts_.end()) throw Error(Errc::usage, "--cut names " + printable(same->text) + " twice");
}

std::optional<std::size_t> Periods::number_of(const Date& date) const {
  const auto index = [&](const Date& day) {
    return static_cast<std::size_t>(
        std::upper_bound(cuts_.begin(), cuts_.end(), day, [](const Date& a, const Cut& cut) { return a < cut.date; }) -
        cuts_.begin());
  };
  const std::size_t at = index(first_day(date));
  if (cuts_.empty() || at != index(last_day(date))) return std::nullopt;
  return at;
}

std::optional<std::string> Periods::of(const Date& date) const {
  const auto at = number_of(date);
  if (!at) return std::nullopt;
  if (*at == 0) return "before " + cuts_.front().text;
  if (*at == cuts_.size()) return "from " + cuts_.back().text;
  return cuts_[*at - 1].text + " to " + cuts_[*at].text;
}

}  // namespace topos
