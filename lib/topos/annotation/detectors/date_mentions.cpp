// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/date_mentions.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "topos/annotation/detectors/date_guards.hpp"
#include "topos/annotation/detectors/date_points.hpp"
#include "topos/annotation/detectors/numeric_dates.hpp"
#include "topos/annotation/detectors/relative_dates.hpp"
#include "topos/annotation/detectors/sentence_citations.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

using Kind = DateWord::Kind;
using Precision = DateMention::Precision;
using Relation = DateMention::Relation;
using Anchor = DateMention::Anchor;

/// What the words before a time make of it, and where they begin.
struct Lead {
  int begin = 0;
  Relation relation = Relation::at;
};

Lead lead_of(const SentenceWords& words, int at, bool event = false) {
  if (words.written(at - 1) == "-" && words.is_joined(at)) {
    if (words.folded(at - 2) == "post") return {at - 2, Relation::since};
    if (words.folded(at - 2) == "pre") return {at - 2, Relation::before};
  }
  int before = at - 1;
  // "after the 2022 invasion": the event gives the relation, not the year.
  if (event && words.folded(before) == "the") return {at, Relation::at};
  if (words.folded(before) == "the" || words.folded(before) == "about" || words.folded(before) == "around") --before;
  const std::string_view word = words.folded(before);
  if (word == "since" || word == "from") return {before, Relation::since};
  if (word == "until" || word == "till" || word == "through" || word == "by") return {before, Relation::until};
  if (word == "to" && words.folded(before - 1) == "up") return {before - 1, Relation::until};
  if (word == "before") return {before, Relation::before};
  if (word == "to" && words.folded(before - 1) == "prior") return {before - 1, Relation::before};
  if (word == "after") return {before, Relation::after};
  if (word == "between") return {before, Relation::range};
  return {at, Relation::at};
}

/// A mention with the days that a relation leaves of a stretch of time.
DateMention mention_of(ByteSpan span, Precision precision, Relation relation, Anchor anchor,
                       std::optional<DayRange> days) {
  DateMention mention{span, precision, relation, anchor, {}, {}};
  if (!days) return mention;
  const auto one = std::chrono::days(1);
  switch (relation) {
    case Relation::since:
      mention.first = date_of(days->first);
      break;
    case Relation::until:
      mention.last = date_of(days->last);
      break;
    case Relation::before:
      mention.last = date_of(days->first - one);
      break;
    case Relation::after:
      mention.first = date_of(days->last + one);
      break;
    case Relation::duration:
      break;
    default:
      mention.first = date_of(days->first);
      mention.last = date_of(days->last);
  }
  return mention;
}

/// The year that brings a day or month nearest to the document's date.
int nearest_year(const DatePoint& point, const Date& today) {
  int distance = (point.month - today.month) * 31 + (point.day == 0 ? 0 : point.day - std::max(today.day, 1));
  return distance > 186 ? today.year - 1 : distance < -186 ? today.year + 1 : today.year;
}

/// Whether a token is one that no date is without: digits, or a month, a day of the week, a unit of time.
enum class Telling : std::uint8_t { nothing = 0, word = 1, digits = 2 };

Telling told_by(const DetectorInput& input, const Token& token) {
  const std::string_view written = input.written(token);
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; };
  if (std::any_of(written.begin(), written.end(), is_digit)) return Telling::digits;
  const Kind kind = token.kind == TokenKind::word ? date_word(input.folded(token), written).kind : Kind::none;
  return kind == Kind::month || kind == Kind::weekday || kind == Kind::unit || kind == Kind::near ||
                 kind == Kind::distance
             ? Telling::word
             : Telling::nothing;
}

class Search {
 public:
  Search(const DetectorInput& input, const Sentence& sentence, const std::optional<Date>& today,
         TypeDecisions<DateWord>& known, std::vector<DateMention>& out)
      : text_(input.document().text), sentence_(sentence), words_(input, sentence), points_(words_, known),
        today_(today), out_(out), citations_(text_, sentence.span) {}

  /// `digits`: whether the sentence has some, so that a date may be written in them.
  void run(bool digits) {
    if (digits) find_numeric_dates(text_, sentence_.span, numeric_);
    auto numeric = numeric_.begin();
    for (int at = 0; at < words_.size();) {
      while (numeric != numeric_.end() && numeric->span.begin < words_.token(at).begin) ++numeric;
      int end = 0;
      if (numeric != numeric_.end() && numeric->span.begin == words_.token(at).begin)
        end = take_numeric(at, *numeric);
      else if (points_.word(at).kind != Kind::none)
        end = take(at);
      at = std::max(at + 1, end);
      end_ = std::max(end, end_);
    }
  }

 private:
  int take_numeric(int at, DateMention mention) {
    const int end = words_.at_byte(mention.span.end);
    const Lead lead = lead_of(words_, at);
    const DayRange days{day_of(mention.first->year, mention.first->month, mention.first->day),
                        day_of(mention.last->year, mention.last->month, mention.last->day)};
    const Relation relation = lead.relation == Relation::range ? Relation::at : lead.relation;
    out_.push_back(mention_of({words_.token(std::max(lead.begin, end_)).begin, mention.span.end}, mention.precision,
                              relation, Anchor::calendar, days));
    return end;
  }

  /// Where the time that begins at a token ends, or 0 if there is none.
  int take(int at) {
    if (const int end = take_relative(at); end > 0) return end;
    std::optional<DatePoint> point = points_.read(at);
    if (!point) return take_days(at);
    if (citations_.hold(words_.token(at).begin)) return point->end;
    const Lead lead = lead_of(words_, point->begin,
                              point->precision == Precision::year || point->precision == Precision::month ||
                                  point->precision == Precision::day);
    if (const int end = take_range(*point, lead); end > 0) return end;
    if (!is_date(*point, lead)) return point->bare ? point->end : 0;
    take_weekday(*point);
    return add(*point, lead.relation == Relation::range ? Lead{point->begin, Relation::at} : lead, nullptr);
  }

  int take_relative(int at) {
    const std::optional<RelativeDate> found = read_relative(words_, points_, at, today_);
    if (!found) return 0;
    Lead lead = found->relation == Relation::at ? lead_of(words_, found->begin) : Lead{found->begin, found->relation};
    if (lead.relation == Relation::range) lead = {found->begin, Relation::at};
    lead.begin = std::max(lead.begin, end_);
    const Anchor anchor = found->days ? Anchor::document : Anchor::none;
    out_.push_back(
        mention_of(words_.span(lead.begin, found->end - 1), found->precision, lead.relation, anchor, found->days));
    return found->end;
  }

  /// "from 2015 to 2018", "2015–18", "15–18 May 2022", "between May and June 2022".
  int take_range(DatePoint first, const Lead& lead) {
    const int next = joint_behind(first, lead);
    if (next == 0) return 0;
    std::optional<DatePoint> last = short_year(first, next);
    if (!last) last = points_.read(next);
    if (!last) last = same_month(first, next);
    if (!last || (first.bare && !(is_year_alone(words_, first.begin) && is_plausible_year(first.year)))) return 0;
    if (last->bare && last->year < first.year) return 0;
    if (first.year == 0) first.year = last->year;
    if (last->year == 0) last->year = first.year;
    if (first.year == 0 && (first.precision != Precision::day || last->precision != Precision::day)) return 0;
    const bool ranged =
        lead.relation == Relation::range || (lead.relation == Relation::since && words_.folded(lead.begin) == "from");
    return add(first, {ranged ? lead.begin : first.begin, Relation::range}, &*last);
  }

  /// "15–18 May 2022": the first day has no month of its own.
  int take_days(int at) {
    const DateWord number = points_.word(at);
    const bool day =
        (number.kind == Kind::number && number.digits <= 2) || (number.kind == Kind::ordinal && number.digits > 0);
    if (!day) return 0;
    DatePoint first{at, at + 1, Precision::day};
    first.day = number.value;
    const Lead lead = lead_of(words_, at);
    const int next = joint_behind(first, lead);
    std::optional<DatePoint> last = next == 0 ? std::nullopt : points_.read(next);
    if (!last || last->precision != Precision::day || last->month == 0 || !points_.is(last->begin, number.kind))
      return 0;
    first.month = last->month;
    first.year = last->year;
    const bool ranged = lead.relation != Relation::at;
    return add(first, {ranged ? lead.begin : at, Relation::range}, &*last);
  }

  /// "May 15–18, 2022": the last day has no month of its own.
  [[nodiscard]] std::optional<DatePoint> same_month(const DatePoint& first, int at) const {
    const DateWord number = points_.word(at);
    if (first.precision != Precision::day || number.digits == 0 || number.digits > 2 || number.value <= first.day)
      return std::nullopt;
    DatePoint last = first;
    last.begin = at;
    last.end = at + 1;
    last.day = number.value;
    const int behind = words_.written(at + 1) == "," ? at + 2 : at + 1;
    if (first.year == 0 && points_.year(behind) != 0) last.year = points_.year(behind), last.end = behind + 1;
    return last;
  }

  /// Where the last time of a range begins, or 0.
  [[nodiscard]] int joint_behind(const DatePoint& first, const Lead& lead) const {
    const int at = first.end;
    const std::string_view joint = words_.written(at);
    if (joint == "-" || joint == "\u2013" || joint == "\u2010" || joint == "\u2011" || (joint == "/" && first.bare))
      return at + 1;
    const std::string_view word = words_.folded(at);
    const bool from = lead.relation == Relation::since && words_.folded(lead.begin) == "from";
    int next = at + 1;
    if (words_.folded(next) == "the") ++next;
    if (word == "and") return lead.relation == Relation::range ? next : 0;
    if (word == "to" || word == "until" || word == "till" || word == "through")
      return from || word == "to" || word == "through" ? next : 0;
    return 0;
  }

  /// "2015–18", "2015/16".
  [[nodiscard]] std::optional<DatePoint> short_year(const DatePoint& first, int at) const {
    const DateWord number = points_.word(at);
    if (!first.bare || number.kind != Kind::number || number.digits != 2 || number.value <= first.year % 100 ||
        !words_.is_joined(at))
      return std::nullopt;
    DatePoint last = first;
    last.begin = at;
    last.end = at + 1;
    last.year = first.year - first.year % 100 + number.value;
    last.bare = false;
    return last;
  }

  [[nodiscard]] bool is_date(const DatePoint& point, const Lead& lead) const {
    if (point.bare) {
      const bool usual = point.year >= 1800 && point.year <= 2099;
      const std::string_view before = words_.folded(point.begin - 1);
      const bool placed = before == "in" || lead.relation != Relation::at || before == "year";
      return (usual || (placed && is_plausible_year(point.year))) &&
             is_year_alone(words_, point.year == points_.year(point.begin) ? point.begin : point.end - 1);
    }
    if (point.precision != Precision::month || point.year != 0 || point.part != 0) return true;
    // A month alone may be a person, a verb or a ship.
    constexpr std::string_view placing[] = {"in", "last", "next", "this", "of", "during"};
    const std::string_view before = words_.folded(point.begin - 1);
    return lead.relation != Relation::at ||
           std::find(std::begin(placing), std::end(placing), before) != std::end(placing);
  }

  /// "Friday, 24 February 2022"
  void take_weekday(DatePoint& point) const {
    if (point.precision != Precision::day) return;
    const int before = words_.written(point.begin - 1) == "," ? point.begin - 2 : point.begin - 1;
    if (points_.is(before, Kind::weekday)) point.begin = before;
  }

  int add(DatePoint first, Lead lead, DatePoint* last) {
    const int end = last == nullptr ? first.end : last->end;
    Anchor anchor = Anchor::calendar;
    if (first.year == 0) {
      anchor = today_ && today_->month > 0 ? Anchor::document : Anchor::none;
      if (anchor == Anchor::document) first.year = nearest_year(first, *today_);
      if (last != nullptr)
        last->year = first.year;
      else if (!one_day(2000, first.month, std::max(first.day, 1)))
        return end;
    }
    std::optional<DayRange> days = first.year == 0 ? std::nullopt : days_of(first);
    if (last != nullptr && days) {
      const std::optional<DayRange> until = days_of(*last);
      if (!until || until->last < days->first) return end;
      days->last = until->last;
    }
    if (first.year != 0 && !days) return end;
    const Precision precision = last == nullptr ? first.precision : std::max(first.precision, last->precision);
    const int begin = std::max(lead.relation == Relation::at ? first.begin : std::min(lead.begin, first.begin), end_);
    out_.push_back(mention_of(words_.span(begin, end - 1), precision, lead.relation, anchor, days));
    return end;
  }

  std::string_view text_;
  const Sentence& sentence_;
  SentenceWords words_;
  DatePoints points_;
  const std::optional<Date>& today_;
  std::vector<DateMention>& out_;
  std::vector<DateMention> numeric_;
  SentenceCitations citations_;
  int end_ = 0;  ///< token behind the last mention
};

}  // namespace

std::optional<Date> document_date(const Document& document) {
  const std::string* const date = document.metadata.find("date");
  const std::string* const year = date == nullptr ? document.metadata.find("year") : date;
  return year == nullptr ? std::nullopt : parse_date(*year);
}

void find_dates(const DetectorInput& input, const Sentence& sentence, const std::optional<Date>& today,
                std::vector<DateMention>& out) {
  if (primary_language(input.document().language) != "en")
    return find_numeric_dates(input.document().text, sentence.span, out);
  thread_local TypeDecisions<DateWord> known;
  known.use(input.vocabulary);
  thread_local TypeDecisions<Telling> telling;
  telling.use(input.vocabulary);
  unsigned told = 0;
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const Token& token = input.segmentation.tokens[at];
    told |= static_cast<unsigned>(telling.of(token.type, [&] { return told_by(input, token); }));
  }
  if (told != 0) Search(input, sentence, today, known, out).run((told & static_cast<unsigned>(Telling::digits)) != 0);
}

std::string_view to_string(DateMention::Precision precision) noexcept {
  constexpr std::string_view names[] = {"day",  "week", "month",  "quarter", "season", "half",
                                        "part", "year", "decade", "century", ""};
  return names[static_cast<std::size_t>(precision)];
}

std::string_view to_string(DateMention::Relation relation) noexcept {
  constexpr std::string_view names[] = {"at", "range", "since", "until", "before", "after", "duration"};
  return names[static_cast<std::size_t>(relation)];
}

std::string_view to_string(DateMention::Anchor anchor) noexcept {
  constexpr std::string_view names[] = {"calendar", "document", "none"};
  return names[static_cast<std::size_t>(anchor)];
}

}  // namespace topos
