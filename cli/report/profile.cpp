// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "cells.hpp"
#include "count_table.hpp"
#include "report/code_rows.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_drawn = 24;
constexpr std::size_t most_series = 4;    ///< groups with marks of their own
constexpr std::size_t most_key = 2;       ///< groups that key facts speak of
constexpr std::size_t most_columns = 16;  ///< groups in a heat map

/// How often each code occurs, group by group.
class ProfileSection final : public SectionKeeping<DocumentOrigin> {
 public:
  explicit ProfileSection(const ReportContext& context)
      : context_(context), counting_(choices_of(context)),
        table_(context.query(), counting_, context.run.decisions().has_value()) {
    for (std::size_t i = 0; i < context.run.jobs(); ++i) runs_.emplace_back(context.query());
  }

 private:
  static CountChoices choices_of(const ReportContext& context) {
    CountChoices choices;
    choices.inference.interval.kind = "t";
    choices.inference.parts = "document";
    choices.inference.resampling = context.choices.resampling;
    choices.times_from_names = context.session.input.times_from_names(context.query().metadata_fields());
    return choices;
  }

  DocumentOrigin look(const DocumentSight& sight) override {
    return counting_.inference.origin_of(sight.annotated, sight.annotator, runs_[sight.worker]);
  }
  void add(DocumentOrigin origin, const DocumentTally& tally, bool twin) override {
    table_.add(tally, std::move(origin), twin);
  }

  void write(ReportSection& out) override {
    if (!table_.found()) {
      out.left_out = "Nothing that was looked for occurs in text that counts.";
      return;
    }
    ReportTable codes{"codes",
                      "Codes",
                      table_.table({}),
                      {},
                      "per_1000_words: hits in 1000 words that count. lower, upper: 95 % interval from how documents "
                      "differ; none for fewer than five. dp_norm: from 0, spread evenly over documents, to 1, all in "
                      "one short document. top_share: of the hits, by the most frequent pattern."};
    const TableView view(codes.table);
    const CodeRows rows(view, context_.by().size(), main_codes(context_.books()), most_drawn);
    write_findings(out, view, rows);
    out.blocks.emplace_back(figure(view, rows));
    codes.shown = {"codebook",       "code",  "n",     "weighted", "documents", "words",
                   "per_1000_words", "lower", "upper", "dp_norm",  "top_share", "flags"};
    for (const std::size_t column : rows.group_columns()) codes.shown.push_back(codes.table.columns[column].name);
    out.blocks.emplace_back(std::move(codes));
  }

  void write_findings(ReportSection& out, const TableView& view, const CodeRows& rows) {
    const std::string most = rows.only_main() ? "Most frequent main code" : "Most frequent code";
    std::vector<std::size_t> order(rows.groups().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // What texts have no value for says least.
    std::stable_partition(order.begin(), order.end(), [&](std::size_t group) {
      const GroupKey& values = rows.groups()[group];
      return values.empty() ||
             !std::all_of(values.begin(), values.end(), [](const std::string& one) { return one.empty(); });
    });
    for (std::size_t i = 0; i < std::min(order.size(), most_told_groups); ++i) {
      const std::size_t group = order[i];
      std::size_t best = CodeRows::none;
      std::vector<std::string> codes;
      for (std::size_t code = 0; code < rows.codes().size(); ++code) {
        const std::size_t row = rows.row(code, group);
        if (row == CodeRows::none) continue;
        const double more = best == CodeRows::none ? 1 : view.number(row, "n") - view.number(best, "n");
        if (more > 0) {
          best = row;
          codes.clear();
        }
        if (more >= 0) codes.push_back(view.text(row, "code"));
      }
      if (best == CodeRows::none) continue;
      const std::string code = listed(codes);
      const std::string in =
          rows.groups()[group].empty() ? std::string() : " in " + texts_of(context_.by(), rows.groups()[group]);
      leading_ += (leading_.empty() ? most : ";") + in + ": " + code;
      const Estimate rate = view.estimate(best, "per_1000_words", "lower", "upper");
      const std::string hits = counted(static_cast<std::uint64_t>(view.number(best, "n")), "hit");
      out.blocks.emplace_back(Statement{
          most + (codes.size() > 1 ? "s" : "") + in + (codes.size() > 1 ? " are " : " is ") + code + ": " +
              (codes.size() > 1 ? hits + " each, " + in_words(rate.value, 2) + " in 1000 words"
                                : in_words(rate, 2) + " hits in 1000 words" +
                                      (std::isnan(rate.lower) ? std::string() : taken_for_independent(view, best)) +
                                      ", " + hits + " in " + in_words(view.number(best, "documents"), 0) + " of " +
                                      counted(static_cast<std::uint64_t>(view.number(best, "parts")), "document")) +
              (!std::isnan(rate.lower)          ? "."
               : view.number(best, "parts") > 1 ? ". This describes these documents and nothing beyond them."
                                                : ". This describes this document and nothing beyond it."),
          evidence_id(codes.front()), i < most_key});
    }
  }

  /// "a", "a and b", "a, b and c".
  static std::string listed(const std::vector<std::string>& codes) {
    std::string text;
    for (std::size_t i = 0; i < codes.size(); ++i)
      text += (i == 0 ? "" : i + 1 == codes.size() ? " and " : ", ") + codes[i];
    return text;
  }

  Figure figure(const TableView& view, const CodeRows& rows) const {
    Figure figure;
    figure.id = "profile";
    figure.table = "codes";
    const std::size_t groups = rows.groups().size();
    figure.title = groups > 0 && groups <= most_series ? leading_ : "Rates of codes in each group";
    figure.caption = "Hits in 1000 words that count.";
    if (rows.codes().size() < rows.all_codes())
      figure.caption += " The " + std::to_string(rows.codes().size()) + " codes with most hits of " +
                        std::to_string(rows.all_codes()) + ".";
    if (groups <= most_series) {
      figure.chart = dots(view, rows);
      figure.caption += " Lines: 95 % intervals from how documents differ, where a group has five or more.";
      if (groups == 2) figure.caption += " Sorted by the difference.";
    } else {
      figure.chart = heat(view, rows);
      if (groups > most_columns)
        figure.caption +=
            " The " + std::to_string(most_columns) + " groups with most words of " + std::to_string(groups) + ".";
    }
    figure.alt = "Rates of " + std::to_string(rows.codes().size()) + " codes; the most frequent is " +
                 rows.codes().front() + ". The table of codes has the numbers.";
    return figure;
  }

  static FigureLabel label(const std::string& code, const std::string& stem) {
    return {code.substr(stem.size()), code};
  }

  DotPlot dots(const TableView& view, const CodeRows& rows) const {
    DotPlot chart;
    chart.axis = "hits in 1000 words";
    for (const GroupKey& group : rows.groups()) chart.series.push_back(group_label(group));
    const std::string stem = common_stem(rows.codes());
    for (std::size_t code = 0; code < rows.codes().size(); ++code) {
      DotPlot::Row row{label(rows.codes()[code], stem), {}};
      for (std::size_t group = 0; group < rows.groups().size(); ++group) {
        const std::size_t at = rows.row(code, group);
        // No hit is a rate of zero, not an unknown one.
        row.marks.push_back(at == CodeRows::none ? Estimate{0, undefined, undefined}
                                                 : view.estimate(at, "per_1000_words", "lower", "upper"));
      }
      if (rows.groups().size() == 1) add_weighted(view, rows.row(code, 0), row);
      chart.rows.push_back(std::move(row));
    }
    if (rows.groups().size() == 2)
      std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const DotPlot::Row& a, const DotPlot::Row& b) {
        return a.marks[0].value - a.marks[1].value > b.marks[0].value - b.marks[1].value;
      });
    const auto weighs = [](const DotPlot::Row& row) { return row.marks.back().value != row.marks.front().value; };
    if (rows.groups().size() != 1) return chart;
    if (std::any_of(chart.rows.begin(), chart.rows.end(), weighs))
      chart.series = {"hits", "weighted as their patterns are"};
    else
      for (DotPlot::Row& row : chart.rows) row.marks.resize(1);
    return chart;
  }

  /// What the rate would be if each hit weighed as its pattern does.
  static void add_weighted(const TableView& view, std::size_t at, DotPlot::Row& row) {
    const double rate = at == CodeRows::none ? 0 : view.number(at, "per_1000_words");
    const bool counts = at != CodeRows::none && view.number(at, "n") > 0;
    row.marks.push_back(
        {counts ? rate * view.number(at, "weighted") / view.number(at, "n") : rate, undefined, undefined});
  }

  HeatMap heat(const TableView& view, const CodeRows& rows) const {
    HeatMap chart;
    chart.axis = "hits in 1000 words";
    const std::string stem = common_stem(rows.codes());
    const std::vector<std::size_t> groups = rows.largest_groups(most_columns);
    for (const std::size_t group : groups) chart.columns.push_back(group_label(rows.groups()[group]));
    for (std::size_t code = 0; code < rows.codes().size(); ++code) {
      HeatMap::Row row{label(rows.codes()[code], stem), {}};
      for (const std::size_t group : groups) {
        const std::size_t at = rows.row(code, group);
        row.values.push_back(at == CodeRows::none ? 0 : view.number(at, "per_1000_words"));
      }
      chart.rows.push_back(std::move(row));
    }
    return chart;
  }

  const ReportContext& context_;
  CountChoices counting_;
  CountTable table_;
  std::deque<QueryRun> runs_;
  std::string leading_;  ///< the code with the highest rate of each group, in words
};

}  // namespace

const SectionKind profile_section{"profile", "How often",
                                  [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                    return std::make_unique<ProfileSection>(context);
                                  }};

}  // namespace topos::cli
