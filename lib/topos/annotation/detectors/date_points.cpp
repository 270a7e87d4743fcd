// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/date_points.hpp"

namespace topos {
namespace {

using Kind = DateWord::Kind;
using Precision = DateMention::Precision;

DatePoint year_point(int begin, int end, int year) {
  DatePoint point{begin, end, Precision::year};
  point.year = year;
  return point;
}

/// The first, the middle or the last third of a time.
DayRange third_of(DayRange days, int part) {
  const auto length = days.last - days.first + std::chrono::days(1);
  return {days.first + length * (part - 1) / 3, days.first + length * part / 3 - std::chrono::days(1)};
}

}  // namespace

std::optional<DayRange> days_of(const DatePoint& point) {
  if (!is_plausible_year(point.year)) return std::nullopt;
  switch (point.precision) {
    case Precision::day:
      return one_day(point.year, point.month, point.day);
    case Precision::month:
      return months_of(point.year, point.month, point.month);
    case Precision::quarter:
      return months_of(point.year, 3 * point.part - 2, 3 * point.part);
    case Precision::half:
      return months_of(point.year, 6 * point.part - 5, 6 * point.part);
    case Precision::season:
      if (point.part == 12) return DayRange{day_of(point.year - 1, 12, 1), months_of(point.year, 2, 2).last};
      return months_of(point.year, point.part, point.part + 2);
    case Precision::decade:
      return years_of(point.year, point.year + 9);
    case Precision::century:
      return years_of(point.year, point.year + 99);
    case Precision::part: {
      if (point.month > 0) return third_of(months_of(point.year, point.month, point.month), point.part);
      if (point.day == 0) return months_of(point.year, 4 * point.part - 3, 4 * point.part);
      return third_of(years_of(point.year, point.year + point.day - 1), point.part);
    }
    default:
      return years_of(point.year, point.year);
  }
}

DateWord DatePoints::decide(int at) const { return date_word(words_.folded(at), words_.written(at)); }

int DatePoints::year(int at) const {
  const DateWord one = word(at);
  return one.kind == Kind::number && one.digits == 4 ? one.value : 0;
}

int DatePoints::day(int at) const {
  const DateWord one = word(at);
  return ((one.kind == Kind::number && one.digits <= 2) || (one.kind == Kind::ordinal && one.digits > 0)) ? one.value
                                                                                                          : 0;
}

int DatePoints::skip(int at, bool comma) const {
  if (comma && words_.written(at) == ",") return at + 1;
  if (words_.folded(at) == "of" || words_.folded(at) == "in") ++at;
  return words_.folded(at) == "the" ? at + 1 : at;
}

std::optional<DatePoint> DatePoints::read(int at) const {
  switch (word(at).kind) {
    case Kind::month:
      return after_month(at);
    case Kind::number:
      return after_number(at);
    case Kind::ordinal:
      return after_ordinal(at);
    case Kind::part:
      return after_part(at);
    case Kind::season:
    case Kind::quarter:
      return after_season(at);
    case Kind::decade: {
      DatePoint point{at, at + 1, Precision::decade};
      point.year = word(at).value;
      return point;
    }
    default:
      return std::nullopt;
  }
}

std::optional<DatePoint> DatePoints::after_month(int at) const {
  DatePoint point{at, at + 1, Precision::month};
  point.month = word(at).value;
  int next = at + 1;
  if (words_.written(next) == "." && words_.written(at).size() <= 4) ++next;
  if (const int number = day(next); number > 0) {
    point.precision = Precision::day;
    point.day = number;
    point.end = ++next;
  }
  const int behind = skip(next, true);
  if (const int found = year(behind); found > 0 && words_.folded(next) != "in") {
    point.year = found;
    point.end = behind + 1;
  }
  return point;
}

std::optional<DatePoint> DatePoints::after_number(int at) const {
  const DateWord number = word(at);
  if (number.digits <= 2) {
    const int month = words_.folded(at + 1) == "of" ? at + 2 : at + 1;
    if (!is(month, Kind::month)) return std::nullopt;
    DatePoint point{at, month + 1};
    point.month = word(month).value;
    point.day = number.value;
    int next = month + 1;
    if (words_.written(next) == "." && words_.written(month).size() <= 4) ++next;
    if (words_.written(next) == ",") ++next;
    if (const int found = year(next); found > 0) {
      point.year = found;
      point.end = next + 1;
    }
    return point;
  }
  if (number.digits != 4) return std::nullopt;
  if (is(at + 1, Kind::quarter)) {
    DatePoint point{at, at + 2, Precision::quarter, number.value};
    point.part = word(at + 1).value;
    return point;
  }
  // ICU cuts "1990's" as a possessive.
  const bool decade = number.value % 10 == 0 && words_.has(at + 1) && words_.token(at + 1).kind == TokenKind::clitic &&
                      words_.is_capitalized(at + 2) == false && words_.folded(at - 1) == "the";
  if (decade) {
    DatePoint point{at, at + 2, Precision::decade};
    point.year = number.value;
    return point;
  }
  DatePoint point = year_point(at, at + 1, number.value);
  point.bare = true;
  return point;
}

std::optional<DatePoint> DatePoints::after_ordinal(int at) const {
  const DateWord ordinal = word(at);
  if (ordinal.digits > 0) {
    const int month = skip(at + 1, false);
    if (is(month, Kind::month)) {
      DatePoint point = *after_month(month);
      if (point.precision == Precision::day) return std::nullopt;
      point.begin = at;
      point.day = ordinal.value;
      point.precision = Precision::day;
      return point;
    }
  }
  const int unit = words_.written(at + 1) == "-" ? at + 2 : at + 1;
  const DateWord what = word(unit);
  if (what.kind != Kind::unit || what.plural) return std::nullopt;
  if (what.value == static_cast<int>(DateUnit::century)) {
    int century = ordinal.value;
    int begin = at;
    if (words_.written(at - 1) == "-" && words_.folded(at - 2) == "twenty" && century < 3)
      century += 20, begin = at - 2;
    if (century < 11 || century > 21) return std::nullopt;
    DatePoint point{begin, unit + 1, Precision::century};
    point.year = (century - 1) * 100 + 1;
    return point;
  }
  const bool quarter = what.value == static_cast<int>(DateUnit::quarter) && ordinal.value <= 4;
  const bool half = what.value == static_cast<int>(DateUnit::half) && ordinal.value <= 2;
  const int behind = skip(unit + 1, false);
  if ((!quarter && !half) || year(behind) == 0) return std::nullopt;
  DatePoint point{at, behind + 1, quarter ? Precision::quarter : Precision::half, year(behind)};
  point.part = ordinal.value;
  return point;
}

std::optional<DatePoint> DatePoints::after_part(int at) const {
  int next = words_.written(at + 1) == "-" ? at + 2 : skip(at + 1, false);
  // "the start of 2022", "early 2022": the nouns need "of".
  const std::string_view part = words_.folded(at);
  const bool noun = part == "beginning" || part == "start" || part == "middle" || part == "end";
  if (noun && words_.folded(at + 1) != "of") return std::nullopt;
  if (is(next, Kind::part)) return std::nullopt;
  std::optional<DatePoint> point = read(next);
  if (!point || point->precision == Precision::day) return std::nullopt;
  point->begin = at;
  point->bare = point->bare && words_.written(at + 1) != "-" && part != "early" && part != "late";
  if (point->precision == Precision::decade)
    point->day = 10;
  else if (point->precision == Precision::century)
    point->day = 100;
  else if (point->precision != Precision::year && point->precision != Precision::month)
    return point;
  point->part = word(at).value;
  point->precision = Precision::part;
  return point;
}

std::optional<DatePoint> DatePoints::after_season(int at) const {
  const bool quarter = is(at, Kind::quarter);
  int next = skip(at + 1, true);
  if (year(next) == 0) return std::nullopt;
  DatePoint point{at, next + 1, quarter ? Precision::quarter : Precision::season, year(next)};
  point.part = word(at).value;
  return point;
}

}  // namespace topos
