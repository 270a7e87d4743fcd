// SPDX-License-Identifier: Apache-2.0
#include "comparison/trend_sides.hpp"

#include <algorithm>

#include "cells.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

/// Tells on which side of a date documents are.
class SideFinder {
 public:
  explicit SideFinder(const TrendCut& cut) : first_(cut.since.year != 0), periods_(dates_of(cut)) {}
  /// Nothing if the date does not tell, or the document has no part.
  [[nodiscard]] std::optional<std::size_t> of(const std::optional<Date>& date) const {
    const auto number = date ? periods_.number_of(*date) : std::nullopt;
    if (!number || *number < first_ || *number > first_ + 1) return std::nullopt;
    return *number - first_;
  }

 private:
  static std::vector<std::string> dates_of(const TrendCut& cut) {
    std::vector<std::string> dates;
    for (const Date& one : {cut.since, cut.date, cut.until})
      if (one.year != 0) dates.push_back(date_text(one));
    return dates;
  }

  std::size_t first_;
  Periods periods_;
};

CutSides sides_at(const TrendDocuments& all, const GroupKey& group, const TrendCut& cut) {
  CutSides sides;
  sides.group = group;
  sides.cut = cut;
  const SideFinder finder(cut);
  for (const std::uint32_t document : all.documents().of_group(group))
    if (const auto side = finder.of(all.origin(document).date)) sides.documents[*side].push_back(document);
  for (const std::size_t side : {0U, 1U}) {
    TrendDocuments::Numbers& documents = sides.documents[side];
    sides.words[side] = all.documents().words(documents);
    sides.furniture = sides.furniture || all.documents().has_furniture(documents);
    sides.twins = sides.twins || all.documents().has_twins(documents);
    sides.repeated = sides.repeated || all.documents().repeated(documents);
  }
  sides.source_change = all.source_change(sides.documents[0], sides.documents[1]);
  if (!sides.documents[0].empty() && !sides.documents[1].empty()) {
    const double ratio = real(sides.words[1]) / real(sides.documents[1].size()) /
                         (real(sides.words[0]) / real(sides.documents[0].size()));
    sides.unlike = !(ratio <= unlike_lengths && ratio >= 1 / unlike_lengths);
  }
  return sides;
}

/// How many documents have dates that do not tell on which side of one of the dates they are.
std::size_t undated(const TrendDocuments& all, std::vector<std::string> dates) {
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  const Periods periods(dates);
  std::size_t count = 0;
  for (std::uint32_t document = 0; document < all.documents().names().size(); ++document)
    count += !all.origin(document).date || !periods.number_of(*all.origin(document).date);
  return count;
}

void tell_undated(const TrendDocuments& all, const std::vector<std::string>& dates, const std::vector<TrendCut>& cuts) {
  if (!all.documents().names().empty() && undated(all, dates) == all.documents().names().size())
    throw Error(Errc::filter, "no document has a date that tells on which side of --cut it is", {},
                "give dates with --metadata, --name-pattern or a header");
  std::vector<std::string> every;
  for (const TrendCut& cut : cuts) every.push_back(date_text(cut.date));
  if (const std::size_t count = undated(all, every); count > 0)
    note(std::to_string(count) +
         " documents have no date, or one that does not tell on which side of a date they are: " +
         "there they have no part");
}

}  // namespace

std::vector<TrendCut> trend_cuts(const std::vector<std::string>& dates, bool placebo) {
  std::vector<TrendCut> cuts;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const Date date = *parse_date(dates[i]);
    const Date since = i == 0 ? Date{} : *parse_date(dates[i - 1]);
    const Date until = i + 1 == dates.size() ? Date{} : *parse_date(dates[i + 1]);
    cuts.push_back({date, false, since, until});
    if (!placebo) continue;
    for (const int months : {-12, -6, 6, 12})
      if (const auto moved = months_later(date, months);
          moved && (months < 0 ? since < *moved : until.year == 0 || *moved < until))
        cuts.push_back({*moved, true, months < 0 ? since : date, months < 0 ? date : until});
  }
  return cuts;
}

std::vector<CutSides> cut_sides(const TrendDocuments& all, const std::vector<std::string>& dates, bool placebo) {
  const std::vector<TrendCut> cuts = trend_cuts(dates, placebo);
  tell_undated(all, dates, cuts);
  std::vector<CutSides> every;
  std::size_t left_out = 0;
  for (const GroupKey& group : all.groups())
    for (const TrendCut& cut : cuts) {
      CutSides one = sides_at(all, group, cut);
      if (one.documents[0].empty() && one.documents[1].empty()) continue;
      if (cut.placebo && (one.documents[0].empty() || one.documents[1].empty()))
        ++left_out;
      else
        every.push_back(std::move(one));
    }
  if (left_out > 0)
    note(std::to_string(left_out) + " placebo comparisons have documents on one side only and are left out");
  return every;
}

}  // namespace topos::cli
