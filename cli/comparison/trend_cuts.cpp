// SPDX-License-Identifier: Apache-2.0
#include "comparison/trend_cuts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cells.hpp"
#include "comparison/paired_clusters.hpp"
#include "comparison/trend_sides.hpp"
#include "spread.hpp"
#include "topos/statistics/two_groups.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double rounding = 1e-12;  // of sums of fractions

using Numbers = TrendDocuments::Numbers;

struct CutLine {
  const CutSides* sides = nullptr;
  TrendDocuments::Code code;
  std::array<HitsWithin, 2> hits;
  HitDoubts doubts{};
  std::array<double, 2> means{};
  std::array<Spread, 2> spread{};
  RateContrast contrast{};
  double p = 0;
  double p_adjusted = 0;
};

/// A code's hits in each document, in place of those of all.
std::vector<double> hits_by_document(std::span<const DocumentUnits> units, const Numbers& documents) {
  std::vector<double> hits;
  auto at = units.begin();
  for (const std::uint32_t document : documents) {
    while (at != units.end() && at->document < document) ++at;
    hits.push_back(at != units.end() && at->document == document ? at->units : 0);
  }
  return hits;
}

/// Makes the lines of one group and date.
class Contrast {
 public:
  Contrast(const TrendDocuments& all, const TrendChoices& choices, CutSides& sides, PairedClusters& paired)
      : all_(all), choices_(choices), sides_(sides), paired_(paired) {}

  std::vector<CutLine> lines(const std::map<TrendDocuments::Code, std::span<const DocumentUnits>>& codes) {
    std::vector<CutLine> lines;
    std::vector<std::span<const DocumentUnits>> units;
    Numbers both = sides_.documents[0];
    both.insert(both.end(), sides_.documents[1].begin(), sides_.documents[1].end());
    for (const auto& [code, hits] : codes) {
      lines.push_back({&sides_,
                       code,
                       {hits_within(all_, hits, sides_.documents[0]), hits_within(all_, hits, sides_.documents[1])},
                       {}});
      lines.back().doubts = all_.documents().doubts(code, both);
      units.push_back(hits);
    }
    for (std::size_t begin = 0; begin < lines.size(); begin += columns_at_a_time) {
      const std::size_t size = std::min(columns_at_a_time, lines.size() - begin);
      contrast(std::span(lines).subspan(begin, size), std::span(units).subspan(begin, size));
    }
    return lines;
  }

 private:
  /// Documents count alike, so that a rate of rates is their mean.
  void contrast(std::span<CutLine> lines, std::span<const std::span<const DocumentUnits>> units) {
    std::vector<ComparedDocument> documents;
    for (const std::size_t side : {0U, 1U}) {
      const std::size_t first = documents.size();
      for (const std::uint32_t document : sides_.documents[side])
        documents.push_back({all_.documents().names()[document].id,
                             all_.documents().names()[document].cluster,
                             all_.origin(document).stratum,
                             side == 1,
                             {all_.documents().words(document) > 0 ? 1.0 : 0.0}});
      for (std::size_t i = 0; i < lines.size(); ++i)
        add_rates(std::span(documents).subspan(first), lines[i], side, units[i]);
    }
    // Sums of fractions hang on the order of their parts, which must not be that of the input.
    std::sort(documents.begin(), documents.end(),
              [](const ComparedDocument& x, const ComparedDocument& y) { return x.id < y.id; });
    const TwoGroups two(std::move(documents));
    paired_.see(two);
    sides_.units = {two.references(), two.targets()};
    sides_.lone_unit = two.has_lone_unit();
    sides_.narrow = choices_.interval.too_narrow(std::min(two.references(), two.targets()));
    GroupKey stream = sides_.group;
    stream.push_back(date_text(sides_.cut.date));
    const auto contrasts = choices_.interval.of(two, choices_.resampling, group_stream(stream));
    const auto p = two.permutation_p(choices_.permutation(group_stream(stream)));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      lines[i].contrast = contrasts[i];
      // Where all resamples are alike, they say nothing of how others might differ.
      Interval& interval = lines[i].contrast.difference_interval;
      if (!choices_.interval.wanted() || !(interval.upper - interval.lower > rounding * std::abs(interval.upper)))
        interval = {undefined, undefined};
      lines[i].p = lines[i].hits[0].n + lines[i].hits[1].n < rare ? undefined : p[i];
    }
  }

  void add_rates(std::span<ComparedDocument> documents, CutLine& line, std::size_t side,
                 std::span<const DocumentUnits> units) const {
    const Numbers& numbers = sides_.documents[side];
    const std::vector<double> hits = hits_by_document(units, numbers);
    std::vector<double> rates;
    std::vector<double> sizes;
    std::vector<double> counts;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const double words = all_.documents().words(numbers[i]);
      documents[i].counts.push_back(words > 0 ? hits[i] / words : 0);
      if (!(words > 0)) continue;
      rates.push_back(hits[i] / words);
      sizes.push_back(words);
      counts.push_back(hits[i]);
    }
    line.spread[side] = spread_over({sizes, counts});
    std::sort(rates.begin(), rates.end());
    double sum = 0;
    for (const double rate : rates) sum += rate;
    line.means[side] = rates.empty() ? undefined : sum / static_cast<double>(rates.size());
  }

  const TrendDocuments& all_;
  const TrendChoices& choices_;
  CutSides& sides_;
  PairedClusters& paired_;
};

std::string flags_of(const CutLine& line, const TrendChoices& choices, std::size_t tested) {
  const CutSides& sides = *line.sides;
  const std::size_t documents = std::min(sides.documents[0].size(), sides.documents[1].size());
  const bool estimated = std::min(sides.units[0], sides.units[1]) >= least_documents;
  WarningFlags flags;
  flags.raise(documents == 1, "W01");
  flags.raise(!estimated, "W02");
  flags.raise(line.hits[0].n + line.hits[1].n < rare, "W04");
  flags.raise(line.spread[0].is_local() || line.spread[1].is_local(), "W06");
  flags.raise(sides.furniture, "W07");
  flags.raise(sides.unlike, "W08");
  flags.raise(sides.twins, "W12");
  flags.raise(line.hits[0].draft || line.hits[1].draft, "W13");
  flags.raise(choices.times_from_names, "W15");
  flags.raise(sides.source_change > changed_mix, "W16");
  line.doubts.raise(flags);
  flags.raise(!std::isnan(line.p) && tested > large_family, "W22");
  flags.raise(estimated && sides.repeated, "W25");
  flags.raise(estimated && sides.narrow, "W26");
  flags.raise(estimated && sides.lone_unit, "W27");
  return flags.text();
}

std::vector<Column> columns_of(const TrendDocuments& all, bool placebo) {
  std::vector<Column> first;
  if (all.several_books()) first.push_back({"codebook"});
  first.push_back({"code"});
  std::vector<Column> rest{{"cut"}};
  if (placebo) rest.push_back({"kind"});
  for (const char* name : {"n_before", "n_after", "documents_before", "documents_after", "total_documents_before",
                           "total_documents_after", "words_before", "words_after", "mean_before", "mean_after",
                           "difference", "lower", "upper", "p", "p_adjusted", "source_change"})
    rest.push_back({name, true});
  rest.push_back({"flags"});
  return columns_by(std::move(first), all.by(), rest);
}

std::vector<Cell> cells_of(const CutLine& line, bool books, bool placebo, const std::string& flags) {
  const CutSides& sides = *line.sides;
  std::vector<Cell> cells;
  if (books) cells.emplace_back(std::string(line.code.first));
  cells.emplace_back(std::string(line.code.second));
  add_group(cells, sides.group);
  cells.emplace_back(date_text(sides.cut.date));
  if (placebo) cells.emplace_back(std::string(sides.cut.placebo ? "placebo" : "cut"));
  const auto& [before, after] = line.hits;
  add_counts(cells, {before.n, after.n, before.documents, after.documents, sides.documents[0].size(),
                     sides.documents[1].size(), sides.words[0], sides.words[1]});
  const RateContrast& of = line.contrast;
  for (const double rate :
       {line.means[0], line.means[1], of.difference, of.difference_interval.lower, of.difference_interval.upper})
    cells.emplace_back(rate_base * rate);
  for (const double value : {line.p, line.p_adjusted, sides.source_change}) cells.emplace_back(value);
  cells.push_back(text_or_nothing(flags));
  return cells;
}

}  // namespace

Table cut_table(const TrendDocuments& all, const TrendChoices& choices, const std::vector<std::string>& dates) {
  std::vector<CutSides> sides = cut_sides(all, dates, choices.placebo);
  std::vector<CutLine> lines;
  PairedClusters paired;
  for (CutSides& one : sides) {
    Contrast contrast(all, choices, one, paired);
    for (CutLine& line : contrast.lines(all.codes_of(one.group))) lines.push_back(std::move(line));
  }
  const std::size_t tested = choices.adjust.adjust(lines);
  std::stable_sort(lines.begin(), lines.end(), [](const CutLine& x, const CutLine& y) {
    return x.sides->group != y.sides->group ? x.sides->group < y.sides->group : x.code < y.code;
  });
  paired.tell("before and after");
  Table table{columns_of(all, choices.placebo), {}};
  std::set<std::string> raised;
  for (const CutLine& line : lines) {
    const std::string flags = flags_of(line, choices, tested);
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells_of(line, all.several_books(), choices.placebo, flags));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
