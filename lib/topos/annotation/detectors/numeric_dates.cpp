// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/numeric_dates.hpp"

#include <algorithm>
#include <optional>

#include "topos/annotation/detectors/calendar.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

using Precision = DateMention::Precision;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands before or behind a date and makes it part of something else.
bool is_bound(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '/' || c == '.' ||
         c == '_';
}

/// Digits in groups, one separator between them: "24.02.2022".
struct Groups {
  int numbers[3] = {};
  std::size_t digits[3] = {};
  std::size_t count = 0;
  char separator = 0;
  std::size_t end = 0;
};

Groups groups_at(std::string_view text, std::size_t at) {
  Groups groups;
  while (groups.count < 3) {
    const std::size_t begin = at;
    int number = 0;
    for (; at < text.size() && is_digit(text[at]) && at - begin < 5; ++at) number = number * 10 + (text[at] - '0');
    if (at == begin) break;
    groups.numbers[groups.count] = number;
    groups.digits[groups.count++] = at - begin;
    groups.end = at;
    if (at + 1 >= text.size() || std::string_view("-./").find(text[at]) == std::string_view::npos ||
        (groups.separator != 0 && text[at] != groups.separator))
      break;
    groups.separator = text[at++];
  }
  return groups;
}

struct Read {
  DayRange days;
  Precision precision = Precision::day;
};

/// Day and month in either order: the month is certain only where one of the two is above twelve, or the same.
std::optional<Read> either_order(int a, int b, int year) {
  const auto day_first = one_day(year, b, a);
  const auto month_first = one_day(year, a, b);
  if (!day_first && !month_first) return std::nullopt;
  if (!day_first || !month_first || a == b) return Read{day_first ? *day_first : *month_first, Precision::day};
  return Read{{std::min(day_first->first, month_first->first), std::max(day_first->last, month_first->last)},
              Precision::month};
}

std::optional<Read> read(const Groups& groups) {
  const auto& n = groups.numbers;
  const auto& d = groups.digits;
  if (groups.count == 3 && d[0] == 4 && d[1] <= 2 && d[2] <= 2) {
    const auto day = one_day(n[0], n[1], n[2]);
    return day ? std::optional(Read{*day, Precision::day}) : std::nullopt;
  }
  if (groups.count == 3 && d[0] <= 2 && d[1] <= 2 && d[2] == 4) {
    if (groups.separator != '.') return either_order(n[0], n[1], n[2]);
    const auto day = one_day(n[2], n[1], n[0]);
    return day ? std::optional(Read{*day, Precision::day}) : std::nullopt;
  }
  // "2010-12" may be three years: a month only if it cannot be the end of a range.
  if (groups.count == 2 && groups.separator == '-' && d[0] == 4 && d[1] == 2 && is_plausible_year(n[0]) && n[1] >= 1 &&
      n[1] <= 12 && n[1] <= n[0] % 100)
    return Read{months_of(n[0], n[1], n[1]), Precision::month};
  return std::nullopt;
}

/// A digit of ASCII, of full width, or of Han; −1 for anything else.
int digit_of(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  constexpr std::u32string_view han = U"〇一二三四五六七八九";
  const std::size_t at = c == U'零' ? 0 : han.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

class HanDates {
 public:
  HanDates(std::string_view text, ByteSpan where) : text_(text.substr(0, where.end)), begin_(where.begin) {}

  void run(std::vector<DateMention>& out) {
    constexpr std::string_view year_sign = "年";
    for (std::size_t at = text_.find(year_sign, begin_); at != std::string_view::npos;
         at = text_.find(year_sign, at + year_sign.size())) {
      const std::optional<std::pair<std::size_t, int>> year = year_before(at);
      if (!year || !is_plausible_year(year->second)) continue;
      std::size_t end = at + year_sign.size();
      Read found{years_of(year->second, year->second), Precision::year};
      if (text_.substr(end).starts_with("代")) {
        end += std::string_view("代").size();
        found = {years_of(year->second, year->second + 9), Precision::decade};
      } else if (const int month = number_before("月", end); month > 0) {
        if (month > 12) continue;
        found = {months_of(year->second, month, month), Precision::month};
        int day = number_before("日", end);
        if (day == 0) day = number_before("号", end);
        if (day == 0) day = number_before("號", end);
        const auto one = one_day(year->second, month, day);
        if (day > 0 && !one) continue;
        if (day > 0) found = {*one, Precision::day};
      }
      out.push_back({{static_cast<std::uint32_t>(year->first), static_cast<std::uint32_t>(end)},
                     found.precision,
                     DateMention::Relation::at,
                     DateMention::Anchor::calendar,
                     date_of(found.days.first),
                     date_of(found.days.last)});
      begin_ = end;
    }
  }

 private:
  /// Four digits that end at a byte: where they begin, and the year.
  [[nodiscard]] std::optional<std::pair<std::size_t, int>> year_before(std::size_t end) const {
    int year = 0;
    int power = 1;
    for (int i = 0; i < 5 && end > begin_; ++i, power *= 10) {
      const CodePoint point = code_point_before(text_, end);
      const int digit = digit_of(point.value);
      if (digit < 0) return i == 4 ? std::optional(std::pair(end, year)) : std::nullopt;
      if (i == 4) return std::nullopt;
      year += digit * power;
      end -= point.size;
      if (i == 3 && end <= begin_) return std::pair(end, year);
    }
    return std::nullopt;
  }

  /// One or two digits at `at` and a sign behind them; `at` moves behind it. 0 if something else stands there.
  int number_before(std::string_view sign, std::size_t& at) const {
    std::size_t next = at;
    int number = 0;
    for (int i = 0; i < 2 && next < text_.size(); ++i) {
      const CodePoint point = code_point_at(text_, next);
      const int digit =
          point.value < 0x3000 || (point.value >= 0xFF10 && point.value <= 0xFF19) ? digit_of(point.value) : -1;
      if (digit < 0) break;
      number = number * 10 + digit;
      next += point.size;
    }
    if (number == 0 || !text_.substr(next).starts_with(sign)) return 0;
    at = next + sign.size();
    return number;
  }

  std::string_view text_;
  std::size_t begin_;
};

}  // namespace

void find_numeric_dates(std::string_view text, ByteSpan where, std::vector<DateMention>& out) {
  const std::size_t first = out.size();
  const std::string_view left = text.substr(0, where.end);
  const auto next_digit = [&](std::size_t at) {
    while (at < left.size() && !is_digit(left[at])) ++at;
    return at;
  };
  for (std::size_t at = next_digit(where.begin); at < left.size(); at = next_digit(at)) {
    const Groups groups = groups_at(left, at);
    const bool bound = at > where.begin && is_bound(left[at - 1]);
    // A full stop or a time may stand behind it.
    const char behind = groups.end < left.size() ? left[groups.end] : ' ';
    const bool goes_on = is_bound(behind) && behind != 'T' &&
                         !(behind == '.' && (groups.end + 1 == left.size() || !is_digit(left[groups.end + 1])));
    if (!bound && !goes_on && groups.count >= 2)
      if (const std::optional<Read> found = read(groups))
        out.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(groups.end)},
                       found->precision,
                       DateMention::Relation::at,
                       DateMention::Anchor::calendar,
                       date_of(found->days.first),
                       date_of(found->days.last)});
    at = groups.end;
  }
  HanDates(text, where).run(out);
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
            [](const DateMention& a, const DateMention& b) { return a.span.begin < b.span.begin; });
}

}  // namespace topos
