// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <set>

#include "cells.hpp"
#include "coding/codings.hpp"
#include "coding/validation.hpp"
#include "coding/validation_lines.hpp"
#include "coding/validation_table.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"
#include "topos/annotation/line_counter.hpp"
#include "topos/text/shown_text.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_drawn = 24;
constexpr std::size_t most_examples = 3;
constexpr std::size_t most_shown = 600;  ///< bytes of a unit
constexpr const char* agreement_with_people = "f1";

/// A unit that people coded, for readers.
struct CodedSentence {
  std::string place;
  std::string text;
};

struct KeptCodes {
  DocumentCodes codes;
  std::vector<std::pair<std::string, CodedSentence>> sentences;  ///< by id of the unit
};

/// How far people agree with each other, and the codes with people.
class ReliabilitySection final : public SectionKeeping<KeptCodes> {
 public:
  explicit ReliabilitySection(const ReportContext& context) : context_(context) {
    if (context.choices.human.empty()) return;
    choices_.tables = context.choices.human;
    choices_.corrected = true;
    choices_.seed = context.choices.resampling.seed;
    codings_.emplace(choices_.tables);
    unit_ = choices_.unit_name(*codings_);
    spans_ = choices_.by_spans(*codings_);
    validation_.emplace(*codings_, spans_);
    if (codings_->kind() == Codings::Kind::hits) return;
    for (std::size_t i = 0; i < context.run.jobs(); ++i)
      machines_.emplace_back(*codings_, context.query(), unit_kind(unit_));
  }

 private:
  KeptCodes look(const DocumentSight& sight) override {
    if (machines_.empty()) return {};
    KeptCodes kept{machines_[sight.worker].code(sight.annotated, sight.annotator.segmentation()), {}};
    const std::string_view text = sight.annotated.document.text;
    std::sort(kept.codes.coded.begin(), kept.codes.coded.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    LineCounter lines(text);
    for (const DocumentCodes::Unit& unit : kept.codes.coded) {
      kept.sentences.emplace_back(
          unit.id,
          CodedSentence{sight.annotated.document.id + ", line " + std::to_string(lines.line_of(unit.span.begin)),
                        shown_text(text.substr(unit.span.begin, unit.span.end - unit.span.begin), most_shown)});
    }
    return kept;
  }

  void add(KeptCodes one, const DocumentTally&, bool twin) override {
    if (machines_.empty()) return;
    validation_->add(one.codes, twin);
    for (auto& [id, sentence] : one.sentences) sentences_[id] = std::move(sentence);
  }

  void write(ReportSection& out) override {
    if (!codings_) {
      out.left_out =
          "Nobody's coding is there to compare with: say --human TABLE. How many hits are right, and how "
          "many are missed, these numbers do not tell.";
      return;
    }
    const ValidationLines make(*codings_, *validation_, choices_);
    std::set<std::string> known;
    for (const Codebook* book : context_.books())
      for (const Code& code : book->codes) known.insert(code.id);
    std::map<std::string, std::uint32_t> codes;
    for (std::uint32_t i = 0; i < codings_->codes().size(); ++i)
      if (context_.codes().selects(codings_->codes()[i])) codes.emplace(codings_->codes()[i], i);
    std::vector<ValidationLine> lines;
    for (const auto& [name, code] : codes)
      for (ValidationLine& line : make.of(code, known.count(name) > 0)) lines.push_back(std::move(line));
    if (lines.empty()) {
      out.left_out = "People coded no code that was looked for.";
      return;
    }
    ReportTable table{
        "reliability",
        "What people coded beside each other and beside the machine",
        ValidationTable(choices_, unit_, spans_).table(lines, *validation_),
        {},
        "Intervals: from resampled documents where there are five. A corrected rate is what the machine's "
        "rate would be without the errors that these units show."};
    write_statements(out, lines);
    const TableView view(table.table);
    if (view.has("f1") && view.has("f1_lower")) add_figure(out, view);
    out.blocks.emplace_back(std::move(table));
    if (!validation_->uncoded().empty())
      out.blocks.emplace_back(
          Prose{std::to_string(validation_->uncoded().size()) +
                " codes have hits and were coded by nobody: nothing is known of how many are right."});
    for (const auto& [name, code] : codes)
      if (known.count(name) > 0 && codings_->is_binary(code)) add_differences(out, name, code);
  }

  /// Units in which people and the machine differ: some that it alone found, some that it missed.
  void add_differences(ReportSection& out, const std::string& name, std::uint32_t code) const {
    if (sentences_.empty() || context_.choices.evidence_lines() == 0) return;
    const ComparedUnits compared = validation_->machine(code, std::nullopt);
    Evidence one{"differences on " + name,
                 "people and the machine differ, up to " + std::to_string(most_examples) + " each way",
                 0,
                 0,
                 {},
                 unit_};
    std::set<std::uint32_t> documents;
    std::array<std::size_t, 2> shown{};
    for (std::size_t unit = 0; unit < compared.ratings.units(); ++unit) {
      const double people = compared.ratings.at(0, unit);
      const double machine = compared.ratings.at(1, unit);
      if (std::isnan(people) || std::isnan(machine) || (people > 0) == (machine > 0)) continue;
      ++one.hits;
      documents.insert(compared.documents[unit]);
      const auto found = sentences_.find(codings_->units()[compared.places[unit]]);
      if (found == sentences_.end() || shown[machine > 0 ? 1 : 0]++ >= most_examples) continue;
      one.lines.push_back({found->second.place,
                           found->second.text,
                           "",
                           "",
                           {{"attribute", machine > 0 ? "the machine alone" : "people alone"}}});
    }
    one.documents = documents.size();
    if (one.hits > 0) out.blocks.emplace_back(std::move(one));
  }

  /// How the machine fares, code by code, worst first.
  void write_statements(ReportSection& out, const std::vector<ValidationLine>& lines) const {
    std::vector<const ValidationLine*> machine;
    for (const ValidationLine& line : lines)
      if (line.machine && !std::isnan(line.f1[0])) machine.push_back(&line);
    if (machine.empty()) return;
    std::stable_sort(machine.begin(), machine.end(),
                     [](const ValidationLine* a, const ValidationLine* b) { return a->f1[0] < b->f1[0]; });
    const auto told = [&](const ValidationLine& line) {
      return line.code + ", " + in_words(Estimate{line.f1[0], line.f1[1], line.f1[2]}, 2) + " over " +
             counted(line.units, unit_.c_str()) +
             (line.documents > 0 ? " of " + counted(line.documents, "document") : "");
    };
    std::string text =
        "Beside people, F1 of " + counted(machine.size(), "code") + " is lowest for " + told(*machine.front());
    if (machine.size() > 1) text += ", highest for " + told(*machine.back());
    out.blocks.emplace_back(Statement{text + '.', "table-reliability", true});
  }

  void add_figure(ReportSection& out, const TableView& view) const {
    DotPlot chart;
    chart.axis = "F1, beside people";
    chart.series = {""};
    for (std::size_t row = 0; row < view.rows() && chart.rows.size() < most_drawn; ++row) {
      const Estimate one = view.estimate(row, agreement_with_people, "f1_lower", "f1_upper");
      if (!std::isnan(one.value)) chart.rows.push_back({{view.text(row, "code"), ""}, {one}});
    }
    if (chart.rows.empty()) return;
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const DotPlot::Row& a, const DotPlot::Row& b) {
      return a.marks.front().value > b.marks.front().value;
    });
    Figure figure{"reliability",
                  "How far codes agree with people",
                  "F1: 1 if machine and people give a code to the same units. Lines: 95 % intervals.",
                  "F1 of " + counted(chart.rows.size(), "code") + ". The table has the numbers.",
                  "reliability",
                  {}};
    figure.chart = std::move(chart);
    out.blocks.emplace_back(std::move(figure));
  }

  const ReportContext& context_;
  ValidationChoices choices_;
  std::optional<Codings> codings_;
  std::string unit_;
  bool spans_ = false;
  std::optional<Validation> validation_;
  std::deque<MachineCoder> machines_;
  std::map<std::string, CodedSentence> sentences_;  ///< by id of the unit
};

}  // namespace

const SectionKind reliability_section{"reliability", "Reliability", make_section<ReliabilitySection>};

}  // namespace topos::cli
