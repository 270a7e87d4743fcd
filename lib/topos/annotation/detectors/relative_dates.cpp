// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/relative_dates.hpp"

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

using Kind = DateWord::Kind;
using Precision = DateMention::Precision;
using Relation = DateMention::Relation;
using std::chrono::days;
using std::chrono::sys_days;

Precision precision_of(DateUnit unit) {
  constexpr Precision precisions[] = {Precision::day,  Precision::week, Precision::month,  Precision::quarter,
                                      Precision::half, Precision::year, Precision::decade, Precision::century};
  return precisions[static_cast<std::size_t>(unit)];
}

/// The document's day as far as a unit needs it; nothing if the date is not known so well.
std::optional<sys_days> day_for(DateUnit unit, const std::optional<Date>& today) {
  if (!today || !is_plausible_year(today->year)) return std::nullopt;
  if (unit <= DateUnit::week && today->day == 0) return std::nullopt;
  if (unit <= DateUnit::half && today->month == 0) return std::nullopt;
  return day_of(today->year, std::max(today->month, 1), std::max(today->day, 1));
}

constexpr int most_units = 1000;

sys_days moved(sys_days day, DateUnit unit, int count) {
  constexpr int months[] = {0, 0, 1, 3, 6, 12, 120, 1200};
  if (unit == DateUnit::day) return day + days(count);
  if (unit == DateUnit::week) return day + days(7 * count);
  return move_months(day, count * months[static_cast<std::size_t>(unit)]);
}

/// The day, week (from Monday), month … of the calendar that holds a day.
DayRange unit_of(sys_days day, DateUnit unit) {
  const Date date = date_of(day);
  switch (unit) {
    case DateUnit::day:
      return {day, day};
    case DateUnit::week: {
      const sys_days monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
      return {monday, monday + days(6)};
    }
    case DateUnit::month:
      return months_of(date.year, date.month, date.month);
    case DateUnit::quarter:
      return months_of(date.year, (date.month - 1) / 3 * 3 + 1, (date.month - 1) / 3 * 3 + 3);
    case DateUnit::half:
      return months_of(date.year, date.month <= 6 ? 1 : 7, date.month <= 6 ? 6 : 12);
    case DateUnit::decade:
      return years_of(date.year / 10 * 10, date.year / 10 * 10 + 9);
    case DateUnit::century:
      return years_of((date.year - 1) / 100 * 100 + 1, (date.year - 1) / 100 * 100 + 100);
    default:
      return years_of(date.year, date.year);
  }
}

/// "three", "3", "two and a half" is none; −1 without a number.
int count_at(const DatePoints& points, int at) {
  const DateWord word = points.word(at);
  if (word.kind == Kind::cardinal) return word.value;
  return word.kind == Kind::number && word.digits <= 3 ? word.value : -1;
}

/// −1: before now; 1: behind it; 0: now; 2: no such word.
int direction_of(std::string_view word) {
  constexpr WordList back({"last", "past"});
  constexpr WordList ahead({"next", "coming", "upcoming"});
  if (back.has(word)) return -1;
  if (ahead.has(word)) return 1;
  return word == "this" || word == "current" ? 0 : 2;
}

class Reading {
 public:
  Reading(const SentenceWords& words, const DatePoints& points, const std::optional<Date>& today)
      : words_(words), points_(points), today_(today) {}

  /// "last year", "the past two decades", "over the next five years".
  [[nodiscard]] std::optional<RelativeDate> beside_unit(int unit) const {
    int first = unit - 1;
    int count = -1;
    if (const int found = count_at(points_, first); found >= 0 && words_.folded(first) != "a") count = found, --first;
    if (words_.folded(first) == "few" || (count == 0 && words_.folded(first) == "a")) --first;
    const int direction = direction_of(words_.folded(first));
    if (direction == 2 || (direction == 0 && count >= 0)) return std::nullopt;
    const DateWord what = points_.word(unit);
    const auto kind = static_cast<DateUnit>(what.value);
    if (kind == DateUnit::half || (kind == DateUnit::day && direction == 0)) return std::nullopt;
    // "the last day of the session"
    if (words_.folded(unit + 1) == "of" && count < 0) return std::nullopt;
    const bool trailing =
        count >= 0 || words_.folded(first - 1) == "the" || words_.folded(first) == "past" || what.plural;
    const int begin = trailing && words_.folded(first - 1) == "the" ? first - 1 : first;
    RelativeDate found{begin, unit + 1, precision_of(kind), Relation::at, std::nullopt};
    const std::optional<sys_days> day = day_for(kind, today_);
    if (!day || count > most_units || count == 0 || (what.plural && count < 0)) return found;
    if (direction == 0 || !trailing)
      found.days = unit_of(moved(*day, kind, direction), kind);
    else if (direction < 0)
      found.days = DayRange{moved(*day, kind, -std::max(count, 1)), *day};
    else
      found.days = DayRange{*day, moved(*day, kind, std::max(count, 1))};
    return found;
  }

  /// "two years ago"
  [[nodiscard]] std::optional<RelativeDate> ago(int unit) const {
    if (words_.folded(unit + 1) != "ago") return std::nullopt;
    const int count = count_at(points_, unit - 1);
    if (count < 0) return std::nullopt;
    const auto kind = static_cast<DateUnit>(points_.word(unit).value);
    RelativeDate found{count == 0 && words_.folded(unit - 2) == "a" ? unit - 2 : unit - 1, unit + 2, precision_of(kind),
                       Relation::at, std::nullopt};
    if (const std::optional<sys_days> day = day_for(kind, today_); day && count > 0 && count <= most_units)
      found.days = unit_of(moved(*day, kind, -count), kind);
    return found;
  }

  /// "five decades", "over a decade", "its second decade"
  [[nodiscard]] std::optional<RelativeDate> length(int unit) const {
    const auto kind = static_cast<DateUnit>(points_.word(unit).value);
    if (kind != DateUnit::decade && kind != DateUnit::century) return std::nullopt;
    const DateWord before = points_.word(unit - 1);
    const bool half = words_.folded(unit - 1) == "a" && words_.folded(unit - 2) == "half";
    if (before.kind != Kind::ordinal && count_at(points_, unit - 1) < 0) return std::nullopt;
    return RelativeDate{half ? unit - 2 : unit - 1, unit + 1, precision_of(kind), Relation::duration, std::nullopt};
  }

  /// "on Monday": the last one before the document's date, or that day itself; "next Monday" the first one behind it.
  [[nodiscard]] std::optional<RelativeDate> weekday(int at) const {
    constexpr WordList placing({"by", "last", "next", "on", "since", "this", "until"});
    const std::string_view before = words_.folded(at - 1);
    if (!placing.has(before) || points_.read(words_.written(at + 1) == "," ? at + 2 : at + 1)) return std::nullopt;
    const bool named = before == "last" || before == "next" || before == "this";
    RelativeDate found{named ? at - 1 : at, at + 1, Precision::day, Relation::at, std::nullopt};
    const std::optional<sys_days> day = day_for(DateUnit::day, today_);
    if (!day) return found;
    const std::chrono::weekday wanted(static_cast<unsigned>(points_.word(at).value));
    const sys_days back = *day - (std::chrono::weekday(*day) - wanted);
    const sys_days one = before == "next" || before == "by" || before == "until" ? back + days(7) : back;
    found.days = DayRange{one, one};
    return found;
  }

  /// "long before the pivot", "soon after": of another event the text gives the order, and no day.
  [[nodiscard]] std::optional<RelativeDate> order(int at) const {
    const std::string_view word = words_.folded(at + 1);
    // "soon after 2014": the year says more.
    if ((word != "before" && word != "after") || points_.read(at + 2)) return std::nullopt;
    return RelativeDate{at, at + 2, Precision::unknown, word == "before" ? Relation::before : Relation::after,
                        std::nullopt};
  }

  [[nodiscard]] RelativeDate near(int at) const {
    RelativeDate found{at, at + 1, Precision::day, Relation::at, std::nullopt};
    if (const std::optional<sys_days> day = day_for(DateUnit::day, today_))
      found.days = DayRange{*day + days(points_.word(at).value), *day + days(points_.word(at).value)};
    return found;
  }

 private:
  const SentenceWords& words_;
  const DatePoints& points_;
  const std::optional<Date>& today_;
};

}  // namespace

std::optional<RelativeDate> read_relative(const SentenceWords& words, const DatePoints& points, int at,
                                          const std::optional<Date>& today) {
  const Reading reading(words, points, today);
  switch (points.word(at).kind) {
    case Kind::unit: {
      if (const std::optional<RelativeDate> found = reading.beside_unit(at)) return found;
      if (const std::optional<RelativeDate> found = reading.ago(at)) return found;
      return reading.length(at);
    }
    case Kind::weekday:
      return reading.weekday(at);
    case Kind::near:
      return words.folded(at + 1) == "of" ? std::nullopt : std::optional(reading.near(at));
    case Kind::distance:
      return reading.order(at);
    default:
      return std::nullopt;
  }
}

}  // namespace topos
