// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>

#include "cells.hpp"
#include "comparison/compare_table.hpp"
#include "report/code_rows.hpp"
#include "report/section.hpp"
#include "report/shared_source.hpp"
#include "report/table_view.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_drawn = 20;
constexpr std::size_t most_comparisons = 6;
constexpr std::size_t most_series = most_comparisons;
constexpr std::size_t most_statements = 4;
constexpr std::size_t most_key = 3;

struct KeptCompared {
  DocumentTally tally;
  ComparedOrigin origin;
  SharedSource::Values source;
};

/// How the rates of codes differ between two groups of documents.
class CompareSection final : public SectionKeeping<KeptCompared> {
 public:
  explicit CompareSection(const ReportContext& context) : context_(context), choices_(choices_of(context)) {
    const std::vector<std::string>& by = context.by();
    if (context.choices.compare.empty() &&
        (by.size() != 1 || field_kind(by.front()) != FieldKind::document || by.front() == "document")) {
      why_not_ = "Say --compare 'TEST:TEST', or --by with one metadata field.";
      return;
    }
    own_query_.emplace(QueryOptions{context.session.filter.filter(), context.codes(),
                                    context.choices.compare.empty() ? by : std::vector<std::string>(), 0,
                                    context.run.library().parents()});
    groups_.emplace(*own_query_, choices_.groups);
    choices_.groups.times_from_names = context.session.input.times_from_names(groups_->fields());
    for (std::size_t i = 0; i < context.run.jobs(); ++i) talliers_.emplace_back(*own_query_);
  }

 private:
  static CompareChoices choices_of(const ReportContext& context) {
    CompareChoices choices;
    choices.groups.resampling = context.choices.resampling;
    choices.groups.interval.kind = "t";
    const auto [target, reference] = context.choices.compared();
    if (!target.empty()) choices.groups.target = {target};
    if (!reference.empty()) choices.groups.reference = {reference};
    return choices;
  }

  KeptCompared look(const DocumentSight& sight) override {
    if (!groups_) return {};
    return {talliers_[sight.worker].tally(sight.annotated, sight.annotated.draft_language),
            groups_->look(sight.annotated), SharedSource::look(sight.annotated.document)};
  }

  void add(KeptCompared one, const DocumentTally&, bool twin) override {
    if (groups_ && groups_->add(one.tally, std::move(one.origin), twin)) source_.add(std::move(one.source));
  }

  void write(ReportSection& out) override {
    out.left_out = why_not_;
    if (!groups_) return;
    // Each value is compared with all others: so many values, so many comparisons.
    if (context_.choices.compare.empty() && groups_->documents().counts().texts().size() > most_comparisons + 1) {
      out.left_out = many_groups();
      return;
    }
    try {
      if (const std::size_t n = groups_->comparisons().size(); n == 0 || n > most_comparisons) {
        out.left_out = n == 0 ? "There is nothing to compare." : many_groups();
        return;
      }
    } catch (const Error& error) {
      if (!context_.choices.compare.empty())
        throw Error(error.code(), of_the_option(error.message()), {}, error.hint());
      out.left_out = "The groups were not compared: " + error.message() + ".";
      return;
    }
    ReportTable table{
        "compare",
        "Codes in two groups",
        CompareTable(*own_query_, choices_).table(*groups_),
        {},
        "documents_a, documents_b: with a hit; the file has those of each side, too. rate_a, rate_b: hits in 1000 "
        "words; difference is a less b. dp_norm: of hits over the documents of a side. p_adjusted: of permuted "
        "documents, "
        "corrected for all rows by Holm's method."};
    const TableView view(table.table);
    if (view.rows() == 0) {
      out.left_out = "There are no hits to compare.";
      return;
    }
    write_statements(out, view);
    write_clustered(out, view);
    out.blocks.emplace_back(figure(view));
    table.shown = {"codebook",
                   "code",
                   "a",
                   "b",
                   "n_a",
                   "n_b",
                   "documents_a",
                   "documents_b",
                   "rate_a",
                   "rate_b",
                   "difference",
                   "difference_lower",
                   "difference_upper",
                   "expected_if_equal_rate",
                   "log2_rate_ratio",
                   "log2_rate_ratio_lower",
                   "log2_rate_ratio_upper",
                   "p_adjusted",
                   "dp_norm_a",
                   "dp_norm_b",
                   "flags"};
    out.blocks.emplace_back(std::move(table));
  }

  static std::string many_groups() {
    return "There are more than " + std::to_string(most_comparisons) + " groups: say --compare 'TEST:TEST'.";
  }

  /// The sides have names of their own elsewhere.
  static std::string of_the_option(std::string message) {
    for (const auto& [name, meaning] :
         {std::pair(" -a and -b", " both tests of --compare"), std::pair(" -a", " the first test of --compare"),
          std::pair(" -b", " the second test of --compare")})
      if (const std::size_t at = message.find(name); at != std::string::npos)
        message.replace(at, std::string_view(name).size(), meaning);
    return message;
  }

  /// The largest differences that the tests uphold; where so many are made that none could uphold one, the largest that
  /// no permutation reaches and whose interval excludes zero; where nothing is tested, the largest, as what these
  /// documents show. Each comparison has its share.
  void write_statements(ReportSection& out, const TableView& view) const {
    const std::size_t tests = tests_of(view);
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> sides;
    for (std::size_t row = 0; row < view.rows(); ++row) {
      std::vector<std::size_t>& rows = sides[{view.text(row, "a"), view.text(row, "b")}];
      if (!std::isnan(view.number(row, "difference")) && (tests == 0 || is_told(view, row, tests))) rows.push_back(row);
    }
    for (auto& [names, rows] : sides) {
      std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(view.number(a, "difference")) > std::abs(view.number(b, "difference"));
      });
      // A code that another one stands for has the same numbers.
      const auto same = [&](std::size_t a, std::size_t b) {
        return view.number(a, "difference") == view.number(b, "difference");
      };
      rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    }
    // The first of each comparison, then the second ones.
    const std::size_t most = std::max(most_statements, sides.size());
    std::size_t written = 0;
    for (std::size_t round = 0; round < most_statements; ++round)
      for (const auto& [names, rows] : sides)
        if (round < rows.size() && written < most)
          out.blocks.emplace_back(Statement{difference_in_words(view, rows[round], tests),
                                            evidence_id(view.text(rows[round], "code")), written++ < most_key});
    if (written == 0)
      out.blocks.emplace_back(Statement{"No difference between groups is upheld by a test corrected for the " +
                                            std::to_string(tests) + " comparisons.",
                                        "table-compare", true});
  }

  /// Whether a sentence may be written of a difference among so many that are tested.
  [[nodiscard]] bool is_told(const TableView& view, std::size_t row, std::size_t tests) const {
    const bool too_many = real(tests) >= significance * real(static_cast<std::uint64_t>(choices_.permutations) + 1);
    return upheld(view, row) || (too_many && apart(view, row));
  }

  [[nodiscard]] std::size_t told(const TableView& view) const {
    const std::size_t tests = tests_of(view);
    std::size_t told = 0;
    for (std::size_t row = 0; row < view.rows(); ++row) told += tests > 0 && is_told(view, row, tests) ? 1U : 0U;
    return told;
  }

  /// What is left of the differences if documents that belong together are taken together.
  void write_clustered(ReportSection& out, const TableView& view) {
    const std::string field = source_.field();
    const std::size_t tests = tests_of(view);
    if (field.empty() || !choices_.groups.resampling.cluster.empty() || tests == 0) return;
    const Silence silence;
    choices_.groups.resampling.cluster = field;
    groups_->cluster_by(source_.clusters());
    const Table clustered = CompareTable(*own_query_, choices_).table(*groups_);
    const TableView other(clustered);
    out.blocks.emplace_back(Warning{
        "W25", clustered_in_words(source_, "Between groups", {told(view), tests}, {told(other), tests_of(other)})});
  }

  static bool upheld(const TableView& view, std::size_t row) { return view.number(row, "p_adjusted") < significance; }

  /// Whether the interval excludes zero and no permutation differs as much.
  [[nodiscard]] bool apart(const TableView& view, std::size_t row) const {
    return (view.number(row, "difference_lower") > 0 || view.number(row, "difference_upper") < 0) &&
           view.number(row, "p") <= rarest();
  }

  [[nodiscard]] std::string difference_in_words(const TableView& view, std::size_t row, std::size_t tests) const {
    std::string text = view.text(row, "code") + " is " +
                       (view.number(row, "difference") > 0 ? "more frequent" : "rarer") + " in " +
                       side(view.text(row, "a")) + " than in " + side(view.text(row, "b")) + ": " +
                       in_words(view.number(row, "rate_a"), 2) + " against " + in_words(view.number(row, "rate_b"), 2) +
                       " hits in 1000 words, a difference of " +
                       in_words(view.estimate(row, "difference", "difference_lower", "difference_upper"), 2);
    if (view.has("documents_a")) text += "; hits in " + of(view, row, "a") + " and " + of(view, row, "b");
    if (tests == 0) return text + ". This describes these documents and nothing beyond them.";
    if (upheld(view, row)) return text + "; " + corrected_p(view, row, tests) + '.';
    return text + "; none of " + std::to_string(choices_.permutations) + " permutations of documents differs as much" +
           taken_for_independent(view, row) + ". Neither that nor the interval is corrected for the " +
           std::to_string(tests) + " comparisons.";
  }

  /// The p of a difference that no permutation reaches.
  [[nodiscard]] double rarest() const {
    constexpr double rounding = 1e-9;
    return (1 + rounding) / real(static_cast<std::uint64_t>(choices_.permutations) + 1);
  }

  /// A side of the comparison in a sentence.
  [[nodiscard]] std::string side(const std::string& name) const {
    if (!context_.choices.compare.empty()) return name;
    return name == "rest" ? "the other texts" : texts_of(context_.by(), {name});
  }

  static std::size_t tests_of(const TableView& view) {
    std::size_t tests = 0;
    for (std::size_t row = 0; view.has("p_adjusted") && row < view.rows(); ++row)
      tests += std::isnan(view.number(row, "p_adjusted")) ? 0U : 1U;
    return tests;
  }

  static std::string of(const TableView& view, std::size_t row, const std::string& side) {
    return in_words(view.number(row, "documents_" + side), 0) + " of " +
           counted(static_cast<std::uint64_t>(view.number(row, "total_documents_" + side)), "document");
  }

  Figure figure(const TableView& view) const {
    DotPlot chart;
    chart.reference = 0;
    chart.axis = "difference, hits in 1000 words";
    const CodeRows rows(view, 2, main_codes(context_.books()), most_drawn);
    const std::size_t series = std::min(rows.groups().size(), most_series);
    for (std::size_t group = 0; group < series; ++group)
      chart.series.push_back(rows.groups()[group][0] + " less " + rows.groups()[group][1]);
    const std::string stem = common_stem(rows.codes());
    for (std::size_t code = 0; code < rows.codes().size(); ++code) {
      DotPlot::Row row{{rows.codes()[code].substr(stem.size()), rows.codes()[code]}, {}};
      for (std::size_t group = 0; group < series; ++group) {
        const std::size_t at = rows.row(code, group);
        row.marks.push_back(at == CodeRows::none
                                ? Estimate()
                                : view.estimate(at, "difference", "difference_lower", "difference_upper"));
      }
      chart.rows.push_back(std::move(row));
    }
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const DotPlot::Row& a, const DotPlot::Row& b) {
      return a.marks.front().value > b.marks.front().value;
    });
    const std::string sides = series == 1 ? "Right of the line: more frequent in " + rows.groups()[0][0] +
                                                "; left of it: in " + rows.groups()[0][1] + ". "
                                          : "Each group against all others. ";
    Figure figure{"compare",
                  series == 1 ? rows.groups()[0][0] + " and " + rows.groups()[0][1] + ": how rates differ"
                              : "How rates differ between groups",
                  sides + "Lines: 95 % intervals from how documents differ, where both sides have five or more.",
                  "Differences of rates of " + counted(chart.rows.size(), "code") + ". The table has the numbers.",
                  "compare",
                  {}};
    figure.chart = std::move(chart);
    return figure;
  }

  const ReportContext& context_;
  CompareChoices choices_;
  std::string why_not_;
  std::optional<Query> own_query_;
  std::optional<ComparedGroups> groups_;
  SharedSource source_;
  std::deque<Tallier> talliers_;
};

}  // namespace

const SectionKind compare_section{"compare", "Comparison",
                                  [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                    return std::make_unique<CompareSection>(context);
                                  }};

}  // namespace topos::cli
