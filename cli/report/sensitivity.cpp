// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <set>

#include "cells.hpp"
#include "comparison/sensitivity_table.hpp"
#include "report/code_rows.hpp"
#include "report/denominators.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"
#include "report/unit_ranges.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_drawn = 20;
constexpr std::size_t most_named = 5;
constexpr std::size_t most_groups = 6;
constexpr double large_share = 0.5;  // W05

struct KeptSensitivity {
  DocumentTally tally;
  ComparedOrigin origin;
  std::vector<WithoutPattern> without;
  bool unlike = false;  ///< its hits are not those that the codebooks find
};

std::uint64_t hits_of(const DocumentTally& tally, const HitKind* kind) {
  for (const DocumentTally::Row& row : tally.rows)
    if (row.kind == kind) return row.n;
  return 0;
}

/// What hangs on one pattern, on one document, or on how hits weigh.
class SensitivitySection final : public SectionKeeping<KeptSensitivity> {
 public:
  explicit SensitivitySection(const ReportContext& context)
      : context_(context), choices_(choices_of(context)),
        query_(context.query_by(compared_fields(context), main_selection(context.books(), context.codes()))),
        varied_(choices_), denominators_(context.choices.compared(), query_.options().by) {
    groups_.emplace(query_, choices_.groups, GroupsNeeded::no);
    choices_.groups.times_from_names = context.session.input.times_from_names(groups_->fields());
    for (std::size_t i = 0; i < context.run.jobs(); ++i) talliers_.emplace_back(query_);
  }

 private:
  static SensitivityChoices choices_of(const ReportContext& context) {
    SensitivityChoices choices;
    choices.groups.resampling = context.choices.resampling;
    choices.groups.interval.kind = "t";
    choices.patterns = !context.session.filter.attributes().any();
    choices.strongest = true;
    choices.units = true;
    choices.weights = true;
    const auto [target, reference] = context.choices.compared();
    if (!target.empty()) choices.groups.target = {target};
    if (!reference.empty()) choices.groups.reference = {reference};
    return choices;
  }

  /// The groups of the comparison, if --by makes them.
  static std::vector<std::string> compared_fields(const ReportContext& context) {
    const std::vector<std::string>& by = context.by();
    const bool compares = context.choices.compare.empty() && by.size() == 1 && by.front() != "document" &&
                          field_kind(by.front()) == FieldKind::document;
    return compares ? by : std::vector<std::string>();
  }

  KeptSensitivity look(const DocumentSight& sight) override {
    KeptSensitivity kept{talliers_[sight.worker].tally(sight.annotated, sight.annotated.draft_language),
                         groups_->look(sight.annotated),
                         {},
                         false};
    if (!choices_.patterns || kept.tally.rows.empty()) return kept;
    if (sight.annotator.annotated_last())
      leave_out(sight, sight.found, kept);
    else
      leave_out_anew(sight, kept);
    return kept;
  }

  void leave_out(const DocumentSight& sight, const AnnotatedDocument& found, KeptSensitivity& kept) {
    std::function<void(AnnotatedDocument&)> decide;
    if (context_.run.decisions()) decide = [&](AnnotatedDocument& one) { context_.run.decide(one, sight.annotator); };
    kept.without = leave_out_patterns(found, sight.annotator, talliers_[sight.worker], kept.tally, decide,
                                      [&](const HitKind& kind) { return query_.options().codes.selects(kind.code); });
  }

  /// The document came with its hits: they are found again, and must be the same.
  void leave_out_anew(const DocumentSight& sight, KeptSensitivity& kept) {
    AnnotatedDocument again = sight.found;
    sight.annotator.annotate(again);
    again.analysis = sight.found.analysis;
    AnnotatedDocument decided = again;
    context_.run.decide(decided, sight.annotator);
    const DocumentTally other = talliers_[sight.worker].tally(decided, decided.draft_language);
    kept.unlike = !changed_rows(kept.tally, other).empty();
    if (!kept.unlike) leave_out(sight, again, kept);
  }

  void add(KeptSensitivity one, const DocumentTally&, bool twin) override {
    unlike_ += one.unlike ? 1 : 0;
    denominators_.add(one.tally, one.origin.passes);
    for (const DocumentTally::Row& row : one.tally.rows) patterns_[std::string(row.kind->code)].n += row.n;
    for (const DocumentTally::PatternCount& pattern : one.tally.patterns)
      patterns_[std::string(one.tally.rows[pattern.row].kind->code)].of[std::string(pattern.kind->pattern)] +=
          pattern.n;
    for (const WithoutPattern& without : one.without)
      for (const ChangedRow& row : without.rows)
        if (const std::uint64_t before = hits_of(one.tally, row.kind); before > row.n)
          patterns_[std::string(row.kind->code)].lost[std::string(without.pattern->pattern)] += before - row.n;
    VariedDocument document{std::move(one.tally), std::move(one.origin), std::move(one.without), {}};
    if (groups_->add(document.tally, std::move(document.origin), twin)) varied_.add(document);
  }

  void write(ReportSection& out) override {
    if (patterns_.empty()) {
      out.left_out = "There are no hits that anything could hang on.";
      return;
    }
    // Of documents whose patterns are not known, what is left without one is not known either.
    choices_.patterns = choices_.patterns && unlike_ == 0;
    std::optional<Table> changes;
    std::string why_not;
    if (!query_.options().by.empty() && groups_->documents().counts().texts().size() > most_groups) {
      why_not = "There are more than " + std::to_string(most_groups) + " groups: say --compare 'TEST:TEST'.";
    } else {
      try {
        changes = sensitivity_table(*groups_, varied_, choices_, query_.options().by);
      } catch (const Error& error) {
        why_not = "Documents and patterns were not left out: " + error.message() + ".";
      }
    }
    write_patterns(out);
    if (!choices_.patterns) out.blocks.emplace_back(Prose{why_no_patterns()});
    if (changes) write_changes(out, std::move(*changes));
    if (!why_not.empty()) out.blocks.emplace_back(Prose{why_not});
  }

  /// The pattern of a code that most hits rest on: those that are lost without it, or else those that it has.
  struct Strongest {
    std::string pattern;
    std::uint64_t hits = 0;
  };
  [[nodiscard]] static Strongest strongest(const std::map<std::string, std::uint64_t>& patterns) {
    Strongest most;
    for (const auto& [pattern, hits] : patterns)
      if (hits > most.hits) most = {pattern, hits};
    return most;
  }

  void write_patterns(ReportSection& out) const {
    const bool lopo = choices_.patterns;
    Table table{{{"code"}, {"n", true}, {"top_pattern"}, {"top_n", true}, {"top_share", true}}, {}};
    if (lopo) table.columns.insert(table.columns.end(), {{"without"}, {"lost", true}, {"lost_share", true}});
    std::map<std::string, double> shares;
    std::map<std::string, double> crowded;
    for (const auto& [code, counts] : patterns_) {
      if (counts.n == 0) continue;
      const auto share_of = [n = counts.n](std::uint64_t hits) { return std::min(real(hits) / real(n), 1.0); };
      const Strongest top = strongest(counts.of);
      const Strongest loss = strongest(counts.lost);
      table.rows.push_back({code, whole(counts.n), top.pattern, whole(top.hits), Cell(share_of(top.hits))});
      if (lopo) {
        const std::vector<Cell> cells{text_or_nothing(loss.pattern), whole(loss.hits), Cell(share_of(loss.hits))};
        table.rows.back().insert(table.rows.back().end(), cells.begin(), cells.end());
      }
      if (counts.n < rare) continue;
      const double share = share_of(lopo ? loss.hits : top.hits);
      shares[code] = share;
      if (share > large_share) crowded[code] = share;
    }
    if (!shares.empty()) {
      std::string text =
          (crowded.empty() ? "None" : std::to_string(crowded.size())) + " of " + counted(shares.size(), "code") +
          " with five hits or more " +
          (lopo ? std::string(crowded.size() < 2 ? "loses" : "lose") + " more than half of them without one pattern"
                : std::string(crowded.size() < 2 ? "has" : "have") + " more than half of them from one pattern");
      std::size_t named = 0;
      for (const std::string& code : largest(crowded, most_named))
        text += (named++ == 0 ? ": " : ", ") + code + " (" + in_words(100 * crowded.at(code), 0) + " %)";
      out.blocks.emplace_back(
          Statement{text + (crowded.size() > named ? " and others." : "."), "table-top-patterns", true});
      out.blocks.emplace_back(share_figure(shares, lopo));
    }
    if (!table.rows.empty())
      out.blocks.emplace_back(ReportTable{
          "top-patterns",
          lopo ? "What each code loses without one of its patterns" : "The most frequent pattern of each code",
          std::move(table),
          {},
          lopo ? "top: the pattern with most hits; without: the one whose loss costs "
                 "most, what others find in its place being counted."
               : ""});
  }

  [[nodiscard]] std::string why_no_patterns() const {
    return unlike_ > 0 ? "Patterns were not left out: the hits that " + counted(unlike_, "document") +
                             " came with are not those that the codebooks at hand find."
                       : "Patterns were not left out: --where or --by speaks of what rests on other patterns' hits.";
  }

  [[nodiscard]] static Figure share_figure(const std::map<std::string, double>& shares, bool lopo) {
    BarChart chart{lopo ? "share of the code's hits that is lost" : "share of the code's hits", {""}, {}, false};
    const std::vector<std::string> drawn = largest(shares, most_drawn);
    const std::string stem = common_stem(drawn);
    for (const std::string& code : drawn) chart.rows.push_back({{code.substr(stem.size()), code}, {shares.at(code)}});
    Figure figure{
        "top-patterns",
        lopo ? "What each code loses without one of its patterns" : "What each code owes to its most frequent pattern",
        lopo ? "Each code without the pattern whose loss costs it most. Codes with five hits or more."
             : "Share of the hits of codes with five or more. Without the pattern no more than this would "
               "be lost.",
        "Bars of shares of " + counted(drawn.size(), "code") + ". The table has the numbers.",
        "top-patterns",
        {}};
    figure.chart = std::move(chart);
    return figure;
  }

  void write_changes(ReportSection& out, Table table) const {
    const TableView view(table);
    const char* ways = choices_.patterns ? "one pattern, document or cluster" : "one document or cluster";
    if (choices_.groups.compares(query_.options().by)) {
      std::set<std::string> flips;
      std::set<std::string> estimated;  // with an interval that could flip
      for (std::size_t row = 0; row < view.rows(); ++row) {
        if (view.text(row, "conclusion_flips") == "flip") flips.insert(view.text(row, "code"));
        if (view.text(row, "variant") == "none" && !std::isnan(view.number(row, "lower")))
          estimated.insert(view.text(row, "code"));
      }
      estimated.insert(flips.begin(), flips.end());
      std::string text = "If " + std::string(ways) + " is left out, or hits weigh as their patterns do, intervals of ";
      if (estimated.empty()) {
        text = "No difference has an interval that could come to exclude zero without " + std::string(ways) +
               " or with weights";
      } else if (flips.empty()) {
        text += "differences go on to include or exclude zero as before, for all of " +
                counted(estimated.size(), "code") + " that " + (estimated.size() == 1 ? "has" : "have") + " one";
      } else {
        text += "some differences come to include or exclude zero, for " + std::to_string(flips.size()) + " of " +
                counted(estimated.size(), "code") + ": ";
        std::size_t named = 0;
        for (const std::string& code : flips)
          if (named < most_named) text += (named++ == 0 ? "" : ", ") + code;
        if (flips.size() > named) text += " and others";
      }
      out.blocks.emplace_back(Statement{text + '.', "table-sensitivity", !estimated.empty()});
      if (Figure figure = unit_ranges(view, !choices_.groups.resampling.cluster.empty());
          !std::get<DotPlot>(figure.chart).rows.empty())
        out.blocks.emplace_back(std::move(figure));
      if (choices_.patterns)
        if (Figure figure = difference_figure(view); !std::get<DotPlot>(figure.chart).rows.empty())
          out.blocks.emplace_back(std::move(figure));
      denominators_.write(out);
    }
    const std::string strongest_ones =
        std::string(choices_.patterns ? " Of patterns, the one that changes a code's hits most and the one that "
                                        "changes its difference most; of"
                                      : " Of") +
        " documents with hits, those without which the difference is greatest and least; and all that flip a "
        "conclusion.";
    out.blocks.emplace_back(ReportTable{
        "sensitivity",
        choices_.patterns ? "What changes without one pattern or document, and with weights"
                          : "What changes without one document, and with weights",
        std::move(table),
        {},
        "change: of the code's hits; conclusion_flips: the interval of the difference excludes zero in one way of "
        "counting and not in the other." +
            strongest_ones});
  }

  /// The difference of the first comparison as it is, and without the pattern that changes it most.
  [[nodiscard]] Figure difference_figure(const TableView& view) const {
    struct Marks {
      Estimate all;
      Estimate without;
      std::string pattern;
    };
    std::map<std::string, Marks> marks;
    std::map<std::string, double> changes;
    const std::string a = view.text(0, "a");
    const std::string b = view.text(0, "b");
    for (std::size_t row = 0; row < view.rows(); ++row) {
      if (view.text(row, "a") != a || view.text(row, "b") != b) continue;
      const std::string variant = view.text(row, "variant");
      const Estimate difference = view.estimate(row, "difference", "lower", "upper");
      Marks& of = marks[view.text(row, "code")];
      if (variant == "none") of.all = difference;
      if (variant != "pattern") continue;
      const double change = std::abs(difference.value - of.all.value);
      if (double& most = changes[view.text(row, "code")]; change > most) {
        most = change;
        of.without = difference;
        of.pattern = view.text(row, "changed");
      }
    }
    DotPlot chart;
    chart.axis = "difference, hits in 1000 words";
    chart.series = {"all patterns", "without one"};
    chart.reference = 0;
    const std::vector<std::string> drawn = largest(changes, most_drawn);
    const std::string stem = common_stem(drawn);
    for (const std::string& code : drawn)
      chart.rows.push_back({{code.substr(stem.size()), code}, {marks[code].all, marks[code].without}});
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const DotPlot::Row& x, const DotPlot::Row& y) {
      return x.marks.front().value > y.marks.front().value;
    });
    return {"without-patterns",
            a + " less " + b + ": each difference, and what is left of it without one pattern",
            "Without the pattern that changes the code's difference most. Right of the line: more frequent in " + a +
                ". Lines: 95 % intervals from how documents differ, where both sides have five or more.",
            "Differences of " + counted(drawn.size(), "code") + ", twice each. The table has the numbers.",
            "sensitivity",
            std::move(chart)};
  }

  struct Patterns {
    std::uint64_t n = 0;
    std::map<std::string, std::uint64_t> of;
    std::map<std::string, std::uint64_t> lost;  ///< hits that the code has less without the pattern
  };
  const ReportContext& context_;
  SensitivityChoices choices_;
  Query query_;
  VariedCounts varied_;
  std::optional<ComparedGroups> groups_;
  std::deque<Tallier> talliers_;
  std::map<std::string, Patterns> patterns_;
  Denominators denominators_;
  std::size_t unlike_ = 0;
};

}  // namespace

const SectionKind sensitivity_section{"sensitivity", "Sensitivity", make_section<SensitivitySection>};

}  // namespace topos::cli
