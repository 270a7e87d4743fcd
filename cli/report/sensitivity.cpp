// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>

#include "cells.hpp"
#include "report/code_rows.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"
#include "sensitivity_table.hpp"
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
};

/// What hangs on one pattern, on one document, or on how hits weigh.
class SensitivitySection final : public SectionKeeping<KeptSensitivity> {
 public:
  explicit SensitivitySection(const ReportContext& context)
      : choices_(choices_of(context)),
        query_(context.query_by(compared_fields(context), main_selection(context.books(), context.codes()))),
        varied_(choices_) {
    groups_.emplace(query_, choices_.groups, GroupsNeeded::no);
    choices_.groups.times_from_names = context.session.input.times_from_names(groups_->fields());
    for (std::size_t i = 0; i < context.run.jobs(); ++i) talliers_.emplace_back(query_);
  }

 private:
  static SensitivityChoices choices_of(const ReportContext& context) {
    SensitivityChoices choices;
    choices.groups.resampling = context.choices.resampling;
    choices.groups.interval.kind = "t";
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
    return {talliers_[sight.worker].tally(sight.annotated, sight.annotated.draft_language),
            groups_->look(sight.annotated)};
  }

  void add(KeptSensitivity one, const DocumentTally&, bool twin) override {
    for (const DocumentTally::Row& row : one.tally.rows) patterns_[std::string(row.kind->code)].n += row.n;
    for (const DocumentTally::PatternCount& pattern : one.tally.patterns)
      patterns_[std::string(one.tally.rows[pattern.row].kind->code)].of[std::string(pattern.kind->pattern)] +=
          pattern.n;
    VariedDocument document{std::move(one.tally), std::move(one.origin), {}, {}};
    if (groups_->add(document.tally, std::move(document.origin), twin)) varied_.add(document);
  }

  void write(ReportSection& out) override {
    if (patterns_.empty()) {
      out.left_out = "There are no hits that anything could hang on.";
      return;
    }
    write_patterns(out);
    if (!query_.options().by.empty() && groups_->documents().counts().texts().size() > most_groups) {
      out.blocks.emplace_back(
          Prose{"There are more than " + std::to_string(most_groups) + " groups: say --compare 'TEST:TEST'."});
      return;
    }
    try {
      write_changes(out, sensitivity_table(*groups_, varied_, choices_, query_.options().by));
    } catch (const Error& error) {
      out.blocks.emplace_back(Prose{"Documents were not left out: " + error.message() + "."});
    }
  }

  void write_patterns(ReportSection& out) const {
    Table table{{{"code"}, {"n", true}, {"top_pattern"}, {"top_n", true}, {"top_share", true}}, {}};
    std::map<std::string, double> shares;
    std::map<std::string, double> crowded;
    for (const auto& [code, counts] : patterns_) {
      const auto top = std::max_element(counts.of.begin(), counts.of.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
      if (top == counts.of.end() || counts.n == 0) continue;
      const double share = std::min(real(top->second) / real(counts.n), 1.0);
      table.rows.push_back({code, whole(counts.n), top->first, whole(top->second), Cell(share)});
      if (counts.n < rare) continue;
      shares[code] = share;
      if (share > large_share) crowded[code] = share;
    }
    if (shares.empty()) return;
    std::string text = (crowded.empty() ? "None" : std::to_string(crowded.size())) + " of " +
                       counted(shares.size(), "code") + " with five hits or more " +
                       (crowded.size() < 2 ? "has" : "have") + " more than half of them from one pattern";
    std::size_t named = 0;
    for (const std::string& code : largest(crowded, most_named))
      text += (named++ == 0 ? ": " : ", ") + code + " (" + in_words(100 * crowded.at(code), 0) + " %)";
    out.blocks.emplace_back(
        Statement{text + (crowded.size() > named ? " and others." : "."), "table-top-patterns", true});
    BarChart chart{"share of the code's hits", {""}, {}, false};
    const std::vector<std::string> drawn = largest(shares, most_drawn);
    const std::string stem = common_stem(drawn);
    for (const std::string& code : drawn) chart.rows.push_back({{code.substr(stem.size()), code}, {shares.at(code)}});
    Figure figure{"top-patterns",
                  "What each code owes to its most frequent pattern",
                  "Share of the hits of codes with five or more. Without the pattern no more than this would be lost; "
                  "topos sensitivity --lopo says how much.",
                  "Bars of shares of " + counted(drawn.size(), "code") + ". The table has the numbers.",
                  "top-patterns",
                  {}};
    figure.chart = std::move(chart);
    out.blocks.emplace_back(std::move(figure));
    out.blocks.emplace_back(
        ReportTable{"top-patterns", "The most frequent pattern of each code", std::move(table), {}, ""});
  }

  void write_changes(ReportSection& out, Table table) const {
    const TableView view(table);
    if (choices_.groups.compares(query_.options().by)) {
      std::set<std::string> flips;
      for (std::size_t row = 0; row < view.rows(); ++row)
        if (view.text(row, "conclusion_flips") == "flip") flips.insert(view.text(row, "code"));
      std::string text = "If one document or cluster is left out, or hits weigh as their patterns do, intervals of ";
      if (flips.empty()) {
        text +=
            "differences go on to include or exclude zero as before, for all of " + counted(patterns_.size(), "code");
      } else {
        text += "some differences come to include or exclude zero, for " + std::to_string(flips.size()) + " of " +
                counted(patterns_.size(), "code") + ": ";
        std::size_t named = 0;
        for (const std::string& code : flips)
          if (named < most_named) text += (named++ == 0 ? "" : ", ") + code;
        if (flips.size() > named) text += " and others";
      }
      out.blocks.emplace_back(Statement{text + '.', "table-sensitivity", true});
    }
    out.blocks.emplace_back(ReportTable{
        "sensitivity",
        "What changes without one document, and with weights",
        std::move(table),
        {},
        "change: of the code's hits; conclusion_flips: the interval of the difference excludes zero in one way of "
        "counting and not in the other. Of documents, the one that changes a code most."});
  }

  struct Patterns {
    std::uint64_t n = 0;
    std::map<std::string, std::uint64_t> of;
  };
  SensitivityChoices choices_;
  Query query_;
  VariedCounts varied_;
  std::optional<ComparedGroups> groups_;
  std::deque<Tallier> talliers_;
  std::map<std::string, Patterns> patterns_;
};

}  // namespace

const SectionKind sensitivity_section{"sensitivity", "Sensitivity", make_section<SensitivitySection>};

}  // namespace topos::cli
