// SPDX-License-Identifier: Apache-2.0
#include "comparison/compare_table.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "association_value.hpp"
#include "cells.hpp"
#include "sort_key.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double least_expected = 5;  // W04
enum : std::size_t { by_difference, by_log2_rate_ratio, by_n, by_p, by_code, first_measure };
constexpr std::array<std::string_view, first_measure> compare_sort_keys{"difference", "log2_rate_ratio", "n", "p",
                                                                        "code"};

/// Hits of the target among all words of both groups.
ContingencyTable words_of_both(const std::array<std::uint64_t, 2>& n, const std::array<std::uint64_t, 2>& words) {
  return ContingencyTable::of_marginals(real(n[1]), real(words[1]), real(n[0] + n[1]), real(words[0] + words[1]));
}

bool describes_two_documents(const Comparison& one) {
  return one.documents[0].size() == 1 && one.documents[1].size() == 1;
}

}  // namespace

void CompareChoices::declare(Options& options) {
  groups.declare(options);
  options.section("Comparison");
  options.choice("--test", test, {"permutation", "mann-whitney", "bootstrap"},
                 "Where p comes from; default: permutation");
  options.number("--permutations", permutations, 1, 10'000'000,
                 "Relabelings to draw, if there are more than 100000; default: 9999");
  adjust.declare(options);
  measures.declare(options);
  options.flag("--token-level", token_level, "Also the log-likelihood ratio of words, which describes and is no test");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  options.number("--min", least, 1, 1'000'000'000, "Only codes with so many hits in both groups together");
  options.number("--min-documents", least_documents, 1, 1'000'000'000, "Only codes with hits in so many documents");
  options.text("--sort", sort, "COLUMN",
               "Sort by difference, log2_rate_ratio, n, p, code or a measure; else by the size of difference");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N rows of each comparison");
}

void CompareChoices::check() const {
  if (test == "mann-whitney" && !groups.strata.empty())
    throw Error(Errc::usage, "the Mann-Whitney test knows no strata", {}, "say --test permutation");
}

CompareTable::CompareTable(const Query& query, const CompareChoices& choices)
    : query_(query), choices_(choices), measures_(choices.measures.chosen()) {
  choices.check();
  if (!choices.sort.empty()) key_ = sort_key(choices.sort, compare_sort_keys, measures_);
  for (const char* own : {"rate_difference", "log2_rate_ratio"})
    std::erase_if(measures_, [&](const Variant* one) { return one->id == own; });
}

std::optional<CompareTable::Line> CompareTable::counted(
    const Comparison& comparison, const ComparedGroups& groups, const ComparedGroups::Code& code,
    const std::vector<DocumentUnits>& units, const std::vector<std::pair<std::uint8_t, std::uint32_t>>& places) const {
  Line line;
  line.comparison = &comparison;
  line.code = code;
  for (const std::size_t side : {0U, 1U}) line.hits[side].resize(comparison.documents[side].size());
  for (const DocumentUnits& one : units) {
    const auto [mark, place] = places[one.document];
    if (mark == 0) continue;
    const std::size_t side = mark - 1U;
    line.hits[side][place] = one.units;
    line.n[side] += one.units;
    ++line.documents[side];
    line.draft = line.draft || groups.documents().is_draft(one.document);
  }
  if (line.n[0] + line.n[1] < static_cast<std::uint64_t>(choices_.least) ||
      line.documents[0] + line.documents[1] < static_cast<std::uint64_t>(choices_.least_documents))
    return std::nullopt;
  for (const std::size_t side : {0U, 1U}) {
    std::vector<double> sizes;
    std::vector<double> hits;
    for (std::size_t i = 0; i < comparison.documents[side].size(); ++i)
      if (const std::uint32_t words = groups.documents().words(comparison.documents[side][i]); words > 0) {
        sizes.push_back(words);
        hits.push_back(line.hits[side][i]);
      }
    line.spread[side] = spread_over({sizes, hits});
  }
  return line;
}

/// p of each code.
std::vector<double> CompareTable::probabilities(const TwoGroups& two, const std::vector<RateContrast>& contrasts,
                                                std::uint64_t stream) const {
  const ResamplingGroup& resampling = choices_.groups.resampling;
  if (choices_.test == "permutation")
    return two.permutation_p({.seed = static_cast<std::uint64_t>(resampling.seed),
                              .stream = stream,
                              .replicates = static_cast<std::uint32_t>(choices_.permutations),
                              .strata = {},
                              .blocks = {}});
  std::vector<double> p(contrasts.size(), undefined);
  if (choices_.test == "bootstrap") {
    const bool drawn = choices_.groups.interval.kind == "percentile";
    const std::vector<RateContrast> own = drawn ? contrasts : two.contrasts(resampling.settings(stream), confidence);
    std::transform(own.begin(), own.end(), p.begin(), [](const RateContrast& one) { return one.p; });
    return p;
  }
  if (two.paired())
    throw Error(Errc::usage, "the Mann-Whitney test needs clusters that are in one group only", {},
                "say --test permutation");
  if (std::min(two.targets(), two.references()) < least_documents) return p;
  for (std::size_t code = 0; code < p.size(); ++code) {
    const TwoGroups::Samples samples = two.samples(code);
    p[code] = mann_whitney(samples.view().target.rates(), samples.view().reference.rates()).p;
  }
  return p;
}

void CompareTable::contrast(std::vector<Line>& lines, std::size_t begin, std::size_t end,
                            const ComparedGroups& groups) {
  const Comparison& comparison = *lines[begin].comparison;
  std::vector<ComparedDocument> documents;
  for (const std::size_t side : {0U, 1U})
    for (std::size_t i = 0; i < comparison.documents[side].size(); ++i) {
      const std::uint32_t document = comparison.documents[side][i];
      ComparedDocument one{groups.documents().names()[document].id,
                           groups.documents().names()[document].cluster,
                           groups.stratum(document),
                           side == 1,
                           {static_cast<double>(groups.documents().words(document))}};
      for (std::size_t line = begin; line < end; ++line) one.counts.push_back(lines[line].hits[side][i]);
      documents.push_back(std::move(one));
    }
  const TwoGroups two(std::move(documents));
  paired_.see(two);
  GroupKey stream = comparison.by;
  stream.insert(stream.end(), comparison.names.begin(), comparison.names.end());
  const BootstrapSettings settings = choices_.groups.resampling.settings(group_stream(stream));
  const auto contrasts = choices_.groups.interval.of(two, choices_.groups.resampling, settings.stream);
  const std::vector<double> p = probabilities(two, contrasts, settings.stream);
  for (std::size_t i = begin; i < end; ++i) {
    Line& line = lines[i];
    line.contrast = contrasts[i - begin];
    line.units = {two.references(), two.targets()};
    line.lone_unit = two.has_lone_unit();
    const TwoGroups::Samples samples = two.samples(i - begin);
    for (const Variant* measure : measures_)
      line.values.push_back(std::get<SampleFunction>(measure->function)(
          samples.view(), {.seed = settings.seed, .stream = settings.stream, .strata = {}, .blocks = {}}));
    line.p = line.n[0] + line.n[1] < rare ? undefined : p[i - begin];
  }
}

void CompareTable::add_lines(const Comparison& comparison, const ComparedGroups& groups,
                             const std::map<ComparedGroups::Code, std::vector<DocumentUnits>>& codes) {
  std::vector<std::pair<std::uint8_t, std::uint32_t>> places;
  for (const std::size_t side : {0U, 1U})
    for (std::uint32_t i = 0; i < comparison.documents[side].size(); ++i) {
      places.resize(std::max<std::size_t>(places.size(), comparison.documents[side][i] + 1U));
      places[comparison.documents[side][i]] = {static_cast<std::uint8_t>(side + 1), i};
    }
  std::vector<Line> lines;
  for (const auto& [code, units] : codes) {
    std::vector<DocumentUnits> known;
    for (const DocumentUnits& one : units)
      if (one.document < places.size()) known.push_back(one);
    if (auto line = counted(comparison, groups, code, known, places)) lines.push_back(std::move(*line));
  }
  CountedDocuments::Numbers both = comparison.documents[0];
  both.insert(both.end(), comparison.documents[1].begin(), comparison.documents[1].end());
  for (Line& line : lines) line.doubts = groups.documents().doubts(line.code, both);
  for (std::size_t begin = 0; begin < lines.size(); begin += columns_at_a_time)
    contrast(lines, begin, std::min(begin + columns_at_a_time, lines.size()), groups);
  for (Line& line : lines) {
    line.hits = {};
    lines_.push_back(std::move(line));
  }
}

double CompareTable::key_of(const Line& line) const {
  switch (key_) {
    case by_difference:
      return std::abs(line.contrast.difference);
    case by_log2_rate_ratio:
      return std::abs(line.contrast.log2_rate_ratio);
    case by_n:
      return real(line.n[0] + line.n[1]);
    case by_p:
      return -line.p;
    case by_code:
      return 0;
    default:
      return line.values[key_ - first_measure];
  }
}

void CompareTable::arrange() {
  std::sort(lines_.begin(), lines_.end(), [&](const Line& x, const Line& y) {
    if (x.comparison != y.comparison) return x.comparison < y.comparison;
    if (const int order = compare_keys(key_of(x), key_of(y)); order != 0) return order < 0;
    return x.code < y.code;
  });
  limit_runs(lines_, choices_.limit, [](const Line& x, const Line& y) { return x.comparison == y.comparison; });
}

std::string CompareTable::flags_of(const Line& line) const {
  const Comparison& groups = *line.comparison;
  const std::uint64_t n = line.n[0] + line.n[1];
  const bool estimated = std::min(line.units[0], line.units[1]) >= least_documents;
  WarningFlags flags;
  groups.raise(flags, line.units, line.lone_unit);
  line.doubts.raise(flags);
  flags.raise(choices_.token_level, "W03");
  const double least =
      real(n) * real(std::min(groups.words[0], groups.words[1])) / real(groups.words[0] + groups.words[1]);
  flags.raise(n < rare || !(least >= least_expected), "W04");
  flags.raise(line.spread[0].is_local() || line.spread[1].is_local(), "W06");
  flags.raise(line.draft, "W13");
  flags.raise(!std::isnan(line.p) && tested_ > large_family, "W22");
  flags.raise(estimated && choices_.groups.interval.too_narrow(std::min(line.units[0], line.units[1])), "W26");
  return flags.text();
}

std::vector<Column> CompareTable::columns(bool described, bool several) const {
  std::vector<Column> first;
  if (several) first.push_back({"codebook"});
  first.push_back({"code"});
  std::vector<Column> rest{{"a"}, {"b"}};
  const auto add = [&](std::initializer_list<const char*> names) {
    for (const char* name : names) rest.push_back({name, true});
  };
  add({"n_a", "n_b"});
  if (!described) add({"documents_a", "documents_b", "total_documents_a", "total_documents_b"});
  add({"words_a", "words_b", "rate_a", "rate_b", "difference"});
  if (described) {
    add({"expected_if_equal_rate"});
  } else {
    add({"difference_lower", "difference_upper", "log2_rate_ratio", "log2_rate_ratio_lower", "log2_rate_ratio_upper"});
    for (const Variant* measure : measures_) rest.push_back({std::string(measure->id), true});
    add({"p", "p_adjusted", "dp_norm_a", "dp_norm_b"});
    if (choices_.token_level) add({"ll4"});
  }
  rest.push_back({"flags"});
  return columns_by(std::move(first), choices_.groups.target.empty() ? std::vector<std::string>() : query_.options().by,
                    rest);
}

std::vector<Cell> CompareTable::cells(const Line& line, const std::string& flags, bool described, bool several) const {
  const Comparison& groups = *line.comparison;
  std::vector<Cell> cells;
  if (several) cells.emplace_back(std::string(line.code.first));
  cells.emplace_back(std::string(line.code.second));
  add_group(cells, groups.by);
  cells.insert(cells.end(), {Cell(groups.names[1]), Cell(groups.names[0])});
  add_counts(cells, {line.n[1], line.n[0]});
  if (!described)
    add_counts(cells, {line.documents[1], line.documents[0], groups.documents[1].size(), groups.documents[0].size()});
  add_counts(cells, {groups.words[1], groups.words[0]});
  for (const std::size_t side : {1U, 0U})
    cells.push_back(groups.words[side] == 0 ? Cell() : Cell(rate_base * real(line.n[side]) / real(groups.words[side])));
  cells.emplace_back(rate_base * line.contrast.difference);
  if (described) {
    cells.emplace_back(words_of_both(line.n, groups.words).E11());
  } else {
    const RateContrast& of = line.contrast;
    for (const double value : {rate_base * of.difference_interval.lower, rate_base * of.difference_interval.upper,
                               of.log2_rate_ratio, of.ratio_interval.lower, of.ratio_interval.upper})
      cells.emplace_back(value);
    for (const double value : line.values) cells.emplace_back(value);
    for (const double value : {line.p, line.p_adjusted, line.spread[1].dp_norm, line.spread[0].dp_norm})
      cells.emplace_back(value);
    if (choices_.token_level)
      cells.emplace_back(association_value(*find_measure("ll4").variant, words_of_both(line.n, groups.words)));
  }
  cells.push_back(text_or_nothing(flags));
  return cells;
}

Table CompareTable::table(const ComparedGroups& groups) {
  const std::vector<Comparison> comparisons = groups.comparisons();
  const auto codes = groups.codes();
  for (const Comparison& one : comparisons) add_lines(one, groups, codes);
  tested_ = choices_.adjust.adjust(lines_);
  arrange();
  const bool described =
      !comparisons.empty() && std::all_of(comparisons.begin(), comparisons.end(), describes_two_documents);
  std::set<std::string_view> books;
  for (const auto& [code, units] : codes) books.insert(code.first);
  Table table{columns(described, books.size() > 1), {}};
  std::set<std::string> raised;
  for (const Line& line : lines_) {
    const std::string flags = flags_of(line);
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells(line, flags, described, books.size() > 1));
  }
  paired_.tell("in both groups");
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
