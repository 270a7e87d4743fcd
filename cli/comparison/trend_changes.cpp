// SPDX-License-Identifier: Apache-2.0
#include "comparison/trend_changes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "cells.hpp"
#include "topos/statistics/block_orders.hpp"
#include "topos/statistics/measure.hpp"
#include "topos/statistics/series.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t least_periods = 10;  // W28

using Numbers = TrendDocuments::Numbers;

/// The periods of one group that have words.
struct GroupPeriods {
  GroupKey group;
  std::vector<std::string> names;
  std::vector<double> times;
  std::vector<Numbers> documents;
  std::vector<double> words;
  bool twins = false;
};

/// One result for the series of a code.
struct Line {
  const GroupPeriods* periods = nullptr;
  TrendDocuments::Code code;
  const char* method = "";
  double value = undefined;
  std::size_t begin = 0;   ///< of the periods that are compared
  std::size_t change = 0;  ///< first period after the change; 0: none
  std::size_t end = 0;
  std::uint64_t n = 0;
  double rate_before = undefined;
  double rate_after = undefined;
  double source_change = undefined;
  double p = undefined;
  double p_adjusted = undefined;
  std::size_t block = 0;
  bool draft = false;
};

GroupPeriods periods_of(const TrendDocuments& all, const GroupKey& group, const std::string& bin) {
  GroupPeriods periods;
  periods.group = group;
  for (const auto& [name, documents] : all.periods_of(group)) {
    const std::uint64_t words = all.documents().words(documents);
    if (words == 0) continue;
    periods.names.push_back(name);
    periods.times.push_back(*time_of(name, bin));
    periods.documents.push_back(documents);
    periods.words.push_back(real(words));
    periods.twins = periods.twins || all.documents().has_twins(documents);
  }
  return periods;
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Numbers joined(std::span<const Numbers> parts) {
  Numbers all;
  for (const Numbers& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// The greatest change without the orders that its p would take.
ChangePoint observed_change(std::span<const double> values) {
  return greatest_change(values, {.replicates = 0, .exact_limit = 0, .strata = {}, .blocks = {}});
}

/// Looks at the series of one code.
class CodeSeries {
 public:
  CodeSeries(const TrendDocuments& all, const TrendChoices& choices, const GroupPeriods& periods,
             const TrendDocuments::Code& code, std::span<const DocumentUnits> units)
      : all_(all), periods_(periods) {
    line_.periods = &periods;
    line_.code = code;
    line_.end = periods.names.size();
    line_.block = choices.block > 0 ? static_cast<std::size_t>(choices.block) : usual_block(periods.names.size());
    for (std::size_t i = 0; i < periods.names.size(); ++i) {
      const HitsWithin hits = hits_within(all, units, periods.documents[i]);
      rates_.push_back(rate_base * real(hits.n) / periods.words[i]);
      line_.n += hits.n;
      line_.draft = line_.draft || hits.draft;
    }
    settings_ = choices.permutation(group_stream(periods.group));
  }

  void add_lines(std::vector<Line>& lines) const {
    const std::vector<double> p = probabilities();
    const double slope =
        std::get<SeriesFunction>(find_measure("theil_sen").variant->function)({periods_.times, rates_}, settings_);
    lines.push_back(line("theil_sen", slope, undefined));
    lines.push_back(line("mann_kendall", mann_kendall(rates_).s, p[0]));
    const ChangePoint change = observed_change(rates_);
    lines.push_back(change_line("greatest_change", change.statistic, p[1], {0, change.after, rates_.size()}));
    const ChangePoint ranks = pettitt(rates_);
    lines.push_back(
        change_line("pettitt", ranks.statistic, p[2], {0, ranks.statistic > 0 ? ranks.after : 0, rates_.size()}));
    add_segments(lines);
  }

 private:
  [[nodiscard]] std::vector<double> probabilities() const {
    if (rates_.size() < least_periods || line_.n < rare) return std::vector<double>(3, undefined);
    const std::array<SeriesStatistic, 3> statistics{
        [](std::span<const double> values) { return mann_kendall(values).s; },
        [](std::span<const double> values) { return observed_change(values).statistic; },
        [](std::span<const double> values) { return pettitt(values).statistic; }};
    return block_order_p(rates_, line_.block, statistics, settings_);
  }

  [[nodiscard]] Line line(const char* method, double value, double p) const {
    Line one = line_;
    one.method = method;
    one.value = value;
    one.p = p;
    return one;
  }

  struct Change {
    std::size_t begin;
    std::size_t at;
    std::size_t end;
  };
  [[nodiscard]] Line change_line(const char* method, double value, double p, const Change& change) const {
    Line one = line(method, value, p);
    if (change.at <= change.begin || change.at >= change.end) return one;
    one.begin = change.begin;
    one.change = change.at;
    one.end = change.end;
    const std::span<const double> rates(rates_);
    one.rate_before = mean(rates.subspan(change.begin, change.at - change.begin));
    one.rate_after = mean(rates.subspan(change.at, change.end - change.at));
    const std::span<const Numbers> documents(periods_.documents);
    one.source_change = all_.source_change(joined(documents.subspan(change.begin, change.at - change.begin)),
                                           joined(documents.subspan(change.at, change.end - change.at)));
    return one;
  }

  /// The penalty is that of the measure.
  void add_segments(std::vector<Line>& lines) const {
    if (rates_.size() < least_periods || line_.n < rare) return;
    const std::vector<std::size_t> changes =
        binary_segmentation(rates_, 2 * std::log(static_cast<double>(rates_.size())));
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : changes[i - 1];
      const std::size_t end = i + 1 == changes.size() ? rates_.size() : changes[i + 1];
      lines.push_back(change_line("binary_segmentation", undefined, undefined, {begin, changes[i], end}));
      lines.back().value = lines.back().rate_after - lines.back().rate_before;
    }
  }

  const TrendDocuments& all_;
  const GroupPeriods& periods_;
  std::vector<double> rates_;
  PermutationSettings settings_;
  Line line_;
};

std::string flags_of(const Line& line, const TrendChoices& choices, std::size_t tested) {
  WarningFlags flags;
  flags.raise(line.n < rare, "W04");
  flags.raise(line.periods->twins, "W12");
  flags.raise(line.draft, "W13");
  flags.raise(choices.times_from_names, "W15");
  flags.raise(line.source_change > changed_mix, "W16");
  flags.raise(!std::isnan(line.p) && tested > large_family, "W22");
  flags.raise(line.periods->names.size() < least_periods, "W28");
  return flags.text();
}

std::vector<Column> columns_of(const TrendDocuments& all) {
  std::vector<Column> first;
  if (all.several_books()) first.push_back({"codebook"});
  first.push_back({"code"});
  std::vector<Column> rest{{"method"}, {"first"}, {"last"}};
  rest.push_back({"periods", true});
  rest.push_back({"n", true});
  rest.push_back({"value", true});
  rest.push_back({"change"});
  for (const char* name : {"rate_before", "rate_after", "source_change", "block", "p", "p_adjusted"})
    rest.push_back({name, true});
  rest.push_back({"flags"});
  return columns_by(std::move(first), all.by(), rest);
}

std::vector<Cell> cells_of(const Line& line, bool books, const std::string& flags) {
  const GroupPeriods& periods = *line.periods;
  std::vector<Cell> cells;
  if (books) cells.emplace_back(std::string(line.code.first));
  cells.emplace_back(std::string(line.code.second));
  add_group(cells, periods.group);
  cells.insert(cells.end(),
               {Cell(std::string(line.method)), Cell(periods.names[line.begin]), Cell(periods.names[line.end - 1])});
  add_counts(cells, {line.end - line.begin, line.n});
  cells.emplace_back(line.value);
  cells.push_back(line.change == 0 ? Cell() : Cell(periods.names[line.change]));
  for (const double value : {line.rate_before, line.rate_after, line.source_change}) cells.emplace_back(value);
  cells.push_back(std::isnan(line.p) ? Cell() : whole(line.block));
  for (const double value : {line.p, line.p_adjusted}) cells.emplace_back(value);
  cells.push_back(text_or_nothing(flags));
  return cells;
}

}  // namespace

Table change_table(const TrendDocuments& all, const TrendChoices& choices) {
  all.tell_gaps();
  std::vector<GroupPeriods> groups;
  for (const GroupKey& group : all.groups()) groups.push_back(periods_of(all, group, choices.period_field()));
  std::vector<Line> lines;
  for (const GroupPeriods& periods : groups)
    if (!periods.names.empty())
      for (const auto& [code, units] : all.codes_of(periods.group))
        CodeSeries(all, choices, periods, code, units).add_lines(lines);
  const std::size_t tested = choices.adjust.adjust(lines);
  Table table{columns_of(all), {}};
  std::set<std::string> raised;
  for (const Line& line : lines) {
    const std::string flags = flags_of(line, choices, tested);
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells_of(line, all.several_books(), flags));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
