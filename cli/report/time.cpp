// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <map>
#include <set>

#include "comparison/trend_changes.hpp"
#include "comparison/trend_cuts.hpp"
#include "comparison/trend_periods.hpp"
#include "report/code_rows.hpp"
#include "report/section.hpp"
#include "report/shared_source.hpp"
#include "report/table_view.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_drawn = 5;
constexpr std::size_t most_statements = 3;
constexpr std::size_t most_followed = 16;  ///< codes whose changes are looked for
constexpr std::size_t least_years = 10;    ///< W28
constexpr std::int64_t orders = 999;       ///< of years, that a change is held against

struct KeptTime {
  DocumentTally tally;
  DocumentTally main;
  TrendOrigin origin;
  SharedSource::Values source;
};

/// Rates year by year, where they change, and before and after the dates of --cut.
class TimeSection final : public SectionKeeping<KeptTime> {
 public:
  explicit TimeSection(const ReportContext& context)
      : context_(context),
        query_({context.session.filter.filter(), context.codes(), {}, 0, context.run.library().parents()}),
        main_query_({context.session.filter.filter(),
                     main_selection(context.books(), context.codes()),
                     {},
                     0,
                     context.run.library().parents()}),
        choices_(choices_of(context)), change_choices_(choices_), cuts_(context.session.input.finish().cuts),
        documents_(query_, choices_), main_documents_(main_query_, change_choices_) {
    change_choices_.permutations = orders;
    for (std::size_t i = 0; i < context.run.jobs(); ++i) {
      talliers_.emplace_back(query_);
      main_talliers_.emplace_back(main_query_);
    }
  }

 private:
  static TrendChoices choices_of(const ReportContext& context) {
    TrendChoices choices;
    choices.resampling = context.choices.resampling;
    choices.times_from_names = context.session.input.times_from_names({"date"});
    return choices;
  }

  KeptTime look(const DocumentSight& sight) override {
    const bool draft = sight.annotated.draft_language;
    return {talliers_[sight.worker].tally(sight.annotated, draft),
            main_talliers_[sight.worker].tally(sight.annotated, draft), documents_.look(sight.annotated),
            SharedSource::look(sight.annotated.document)};
  }

  void add(KeptTime one, const DocumentTally&, bool twin) override {
    if (!one.origin.period.empty()) periods_.insert(one.origin.period);
    hits_ = hits_ || !one.tally.rows.empty();
    ++texts_;
    for (const DocumentTally::Row& row : one.main.rows) main_hits_[std::string(row.kind->code)] += row.n;
    main_documents_.add(one.main, one.origin, twin);
    if (one.tally.selected) source_.add(std::move(one.source));
    documents_.add(one.tally, std::move(one.origin), twin);
  }

  void write(ReportSection& out) override {
    if (periods_.size() < 2 || !hits_) {
      out.left_out = !hits_             ? "There are no hits to follow."
                     : periods_.empty() ? "No document has a date."
                                        : "All dated documents are of one year.";
      return;
    }
    try {
      documents_.check();
    } catch (const Error& error) {
      out.left_out = "Years were not compared: " + error.message() + ".";
      return;
    }
    if (!cuts_.empty()) write_cuts(out);
    ReportTable table{
        "years",
        "Rates year by year",
        period_table(documents_, choices_),
        {},
        "rate: hits in 1000 words. lower, upper: 95 % interval from how documents differ; none for fewer than five."};
    out.blocks.emplace_back(figure(TableView(table.table)));
    out.blocks.emplace_back(std::move(table));
    write_changes(out);
    // The last: it gives the documents other clusters.
    if (clustered_at_ > 0) write_clustered(out);
  }

  /// What is left of the differences if documents that belong together are taken together.
  void write_clustered(ReportSection& out) {
    const Silence silence;
    choices_.resampling.cluster = source_.field();
    documents_.cluster_by(source_.clusters());
    const Table clustered = cut_table(documents_, choices_, cuts_);
    const auto at = out.blocks.begin() + static_cast<std::ptrdiff_t>(clustered_at_);
    out.blocks.insert(
        at, Warning{"W25", clustered_in_words(source_, "Before and after", once_, upheld_of(TableView(clustered)))});
  }

  static UpheldOf upheld_of(const TableView& view) {
    UpheldOf counts;
    for (std::size_t row = 0; row < view.rows(); ++row) {
      const double p = view.number(row, "p_adjusted");
      counts.upheld += p < significance ? 1U : 0U;
      counts.tests += std::isnan(p) ? 0U : 1U;
    }
    return counts;
  }

  /// The codes with most hits: each test takes its time, and many tests leave little to find.
  void write_changes(ReportSection& out) {
    std::vector<std::uint64_t> hits;
    for (const auto& [code, n] : main_hits_) hits.push_back(n);
    if (hits.empty()) return;
    if (periods_.size() < least_years) {
      out.blocks.emplace_back(Prose{std::to_string(periods_.size()) + " years are too few to look for changes in: " +
                                    std::to_string(least_years) + " are needed."});
      return;
    }
    std::sort(hits.begin(), hits.end(), std::greater<>());
    change_choices_.least = static_cast<std::int64_t>(hits[std::min(hits.size(), most_followed) - 1]);
    ReportTable table{
        "changes",
        "Where rates change",
        change_table(main_documents_, change_choices_),
        {},
        "Of yearly rates in 1000 words. value: of the method, see topos-trend(1). change: the first year after it. p: "
        "share of " +
            std::to_string(orders) +
            " orders of blocks of years that change as much; p_adjusted: corrected for all rows. source_change: share "
            "of texts that would have to be of another source for both sides to be alike."};
    const TableView view(table.table);
    std::vector<std::size_t> upheld;
    std::size_t codes = 0;
    for (std::size_t row = 0; row < view.rows(); ++row) {
      if (view.text(row, "method") != "greatest_change") continue;
      ++codes;
      if (view.number(row, "p_adjusted") < significance) upheld.push_back(row);
    }
    const auto step = [&](std::size_t row) {
      return std::abs(view.number(row, "rate_after") - view.number(row, "rate_before"));
    };
    std::stable_sort(upheld.begin(), upheld.end(), [&](std::size_t a, std::size_t b) { return step(a) > step(b); });
    std::string text = "Of " + counted(codes, "code") + ", the yearly rates of " +
                       (upheld.empty() ? "none" : std::to_string(upheld.size())) +
                       " change at some year more than in orders of the years by chance";
    for (std::size_t i = 0; i < std::min(upheld.size(), most_statements); ++i)
      text += (i == 0 ? ": most of all " : "; ") + view.text(upheld[i], "code") + " at " +
              view.text(upheld[i], "change") + ", from a mean of " +
              in_words(view.number(upheld[i], "rate_before"), 3) + " to " +
              in_words(view.number(upheld[i], "rate_after"), 3) + " in 1000 words";
    text += upheld.empty() ? "." : ". That later years have other texts would explain it as well as other wording.";
    out.blocks.emplace_back(Statement{text, "table-changes"});
    out.blocks.emplace_back(std::move(table));
  }

  void write_cuts(ReportSection& out) {
    ReportTable table{
        "cuts",
        "Before and after",
        cut_table(documents_, choices_, cuts_),
        {"codebook", "code", "cut", "n_before", "n_after", "total_documents_before", "total_documents_after",
         "mean_before", "mean_after", "difference", "lower", "upper", "p_adjusted", "flags"},
        "mean_before, mean_after: means of the documents' rates in 1000 words. p_adjusted: corrected for "
        "all rows. A difference says that texts differ, not why."};
    const TableView view(table.table);
    std::vector<std::size_t> upheld;
    for (std::size_t row = 0; row < view.rows(); ++row)
      if (view.number(row, "p_adjusted") < significance) upheld.push_back(row);
    std::stable_sort(upheld.begin(), upheld.end(), [&](std::size_t a, std::size_t b) {
      return std::abs(view.number(a, "difference")) > std::abs(view.number(b, "difference"));
    });
    std::size_t tests = 0;
    for (std::size_t row = 0; row < view.rows(); ++row) tests += std::isnan(view.number(row, "p_adjusted")) ? 0U : 1U;
    std::set<double> said;  // a code that another one stands for has the same numbers
    for (const std::size_t row : upheld) {
      if (said.size() == most_statements) break;
      if (!said.insert(view.number(row, "difference")).second) continue;
      const std::string code = view.text(row, "code");
      const double difference = view.number(row, "difference");
      out.blocks.emplace_back(
          Statement{code + " is " + (difference > 0 ? "more frequent" : "rarer") + " from " + view.text(row, "cut") +
                        " on than before: " + in_words(view.number(row, "mean_after"), 2) + " against " +
                        in_words(view.number(row, "mean_before"), 2) +
                        " hits in 1000 words, means of documents, a difference of " +
                        in_words(view.estimate(row, "difference", "lower", "upper"), 2) + "; " +
                        in_words(view.number(row, "total_documents_after"), 0) + " documents after and " +
                        in_words(view.number(row, "total_documents_before"), 0) + " before; " +
                        corrected_p(view, row, tests) + '.',
                    evidence_id(code), said.size() <= 2});
    }
    if (cuts_.size() == 1 && view.rows() > 0) {
      const double sides = view.number(0, "total_documents_before") + view.number(0, "total_documents_after");
      if (const auto placed = static_cast<std::uint64_t>(sides); placed < texts_)
        out.blocks.emplace_back(Prose{counted(texts_ - placed, "document") +
                                      (texts_ - placed == 1 ? " stands" : " stand") +
                                      " on neither side: there is no date, or one such as a year alone that does not "
                                      "tell on which side of " +
                                      cuts_.front() + " it lies."});
    }
    if (tests == 0)
      out.blocks.emplace_back(Statement{
          "Before and after " + cuts_.front() + " there are too few documents for a test: the table describes them.",
          "table-cuts", true});
    else if (upheld.empty())
      out.blocks.emplace_back(
          Statement{"No difference before and after " + cuts_.front() + (cuts_.size() > 1 ? " or a later date" : "") +
                        " is upheld by a test corrected for the " + std::to_string(tests) + " comparisons.",
                    "table-cuts", true});
    if (tests > 0 && choices_.resampling.cluster.empty() && !source_.field().empty()) {
      clustered_at_ = out.blocks.size();
      once_ = upheld_of(view);
    }
    out.blocks.emplace_back(std::move(table));
  }

  Figure figure(const TableView& view) const {
    const CodeRows rows(view, 1, main_codes(context_.books()), most_drawn);
    LineChart chart;
    chart.axis = "hits in 1000 words";
    for (std::size_t code = 0; code < rows.codes().size(); ++code) {
      LineChart::Series series{{rows.codes()[code], rows.codes()[code]}, {}};
      for (std::size_t group = 0; group < rows.groups().size(); ++group) {
        const std::string& period = rows.groups()[group].front();
        const std::size_t row = rows.row(code, group);
        const auto at = time_of(period, choices_.period_field());
        if (at && row != CodeRows::none)
          series.points.push_back({*at, period, view.estimate(row, "rate", "lower", "upper")});
      }
      chart.series.push_back(std::move(series));
    }
    for (const std::string& cut : cuts_)
      if (const auto date = parse_date(cut))
        chart.cuts.push_back(
            {date->year + std::max(date->month - 1, 0) / 12.0 + std::max(date->day - 1, 0) / 366.0 - 0.5, cut});
    std::string caption = "The " + counted(rows.codes().size(), "code") +
                          " with most hits, on one scale. Bars: 95 % intervals where a year has five documents.";
    if (!cuts_.empty()) caption += " Upright line: " + cuts_.front() + (cuts_.size() > 1 ? " and later cuts." : ".");
    return {
        "years", "From " + *periods_.begin() + " to " + *periods_.rbegin(),
        caption, "Lines of rates by year for " + counted(rows.codes().size(), "code") + ". The table has the numbers.",
        "years", std::move(chart)};
  }

  const ReportContext& context_;
  Query query_;
  Query main_query_;
  TrendChoices choices_;
  TrendChoices change_choices_;
  std::vector<std::string> cuts_;
  TrendDocuments documents_;
  TrendDocuments main_documents_;
  std::deque<Tallier> talliers_;
  std::deque<Tallier> main_talliers_;
  std::map<std::string, std::uint64_t> main_hits_;
  std::set<std::string> periods_;
  std::uint64_t texts_ = 0;
  bool hits_ = false;
  SharedSource source_;
  std::size_t clustered_at_ = 0;  ///< place among the blocks of what clusters leave; 0: nothing is said of them
  UpheldOf once_;
};

}  // namespace

const SectionKind time_section{"time", "Over time", [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                 return std::make_unique<TimeSection>(context);
                               }};

}  // namespace topos::cli
