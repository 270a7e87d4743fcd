// SPDX-License-Identifier: Apache-2.0
#include "coding/validation_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "comma_list.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double weak_alpha = 0.667;  // W10
constexpr double little_used = 0.05;  // W11
constexpr std::array<std::string_view, 5> fixed{"alpha", "alpha_u", "f1", "precision", "recall"};

void add_estimate(std::vector<Cell>& cells, const std::array<double, 3>& estimate) {
  cells.insert(cells.end(), estimate.begin(), estimate.end());
}

void add_interval(std::vector<Cell>& cells, const Interval& interval) {
  cells.insert(cells.end(), {Cell(interval.lower), Cell(interval.upper)});
}

Cell whole_or_nothing(double count) { return std::isnan(count) ? Cell() : whole(static_cast<std::uint64_t>(count)); }

bool detects(const std::string& name) { return name == "f1" || name == "precision" || name == "recall"; }

}  // namespace

Requirements::Requirements(const ValidationChoices& choices) : measures_(choices.agreement()) {
  std::vector<std::string> known(fixed.begin(), fixed.end());
  for (const Variant* measure : measures_) known.emplace_back(measure->id);
  for (const std::string& list : choices.least)
    for (const std::string& one : comma_list(list)) {
      const std::size_t sign = one.find('=');
      const std::string name = one.substr(0, sign);
      const auto value = sign == std::string::npos ? std::nullopt : parse_number(one.substr(sign + 1));
      if (std::find(known.begin(), known.end(), name) == known.end())
        throw Error(Errc::usage, "--min knows no '" + printable(name) + "'", {}, did_you_mean(name, known));
      if (!value || !std::isfinite(*value))
        throw Error(Errc::usage, "--min takes names and numbers, as in 'alpha=.8,f1=.7', not '" + printable(one) + "'");
      all_.push_back({name, *value});
    }
}

double Requirements::value_of(const ValidationLine& line, const std::string& name) const {
  if (name == "alpha") return line.alpha;
  if (name == "alpha_u") return line.alpha_u;
  if (name == "f1") return line.f1[0];
  if (name == "precision") return line.precision[0];
  if (name == "recall") return line.recall[0];
  for (std::size_t i = 0; i < measures_.size(); ++i)
    if (measures_[i]->id == name && i < line.measures.size()) return line.measures[i];
  return undefined;
}

int Requirements::check(const std::vector<ValidationLine>& lines) const {
  int status = 0;
  const auto fall_short = [&](const std::string& text) {
    fail(text);
    status = 1;
  };
  for (const Least& least : all_) {
    if (lines.empty()) fall_short("nothing was coded that has " + least.name);
    // People answer for agreement, the machine for what it found; whoever is alone answers for both.
    const auto answers = [&](const ValidationLine& line) { return line.machine == detects(least.name); };
    const bool any = std::any_of(lines.begin(), lines.end(), answers);
    for (const ValidationLine& line : lines) {
      if (any && !answers(line)) continue;
      const double value = value_of(line, least.name);
      const std::string of = least.name + " of " + printable(line.code);
      if (std::isnan(value)) fall_short(of + " is not defined");
      if (value < least.value)
        fall_short(of + " is " + number_text(value, 4) + ", less than " + number_text(least.value));
    }
  }
  return status;
}

ValidationTable::ValidationTable(const ValidationChoices& choices, std::string unit, bool spans)
    : choices_(choices), measures_(choices.agreement()), unit_(std::move(unit)), spans_(spans) {}

std::string ValidationTable::flags_of(const ValidationLine& line, const Validation& validation, bool unknown) const {
  WarningFlags flags;
  const double used = line.prevalence_human;
  flags.raise(line.documents > 0 && line.documents < fewest_documents, "W02");
  flags.raise(line.positives() < static_cast<double>(rare), "W04");
  flags.raise(line.uncoded, "W09");
  flags.raise(!line.machine && (line.alpha < weak_alpha || line.alpha_u < weak_alpha), "W10");
  flags.raise(used < little_used || used > 1 - little_used, "W11");
  flags.raise(validation.has_duplicates(), "W12");
  flags.raise(line.machine && validation.has_drafts(), "W13");
  flags.raise(line.mismatch || (line.machine && unknown), "W21");
  return flags.text();
}

std::vector<Column> ValidationTable::columns() const {
  std::vector<Column> columns{{"code"}, {"compared"}, {"coders"}, {"unit"}};
  const auto add = [&](std::initializer_list<const char*> names) {
    for (const char* name : names) columns.push_back({name, true});
  };
  add({"n_units", "documents", "prevalence_human", "prevalence_machine", "bias", "tp", "fp", "fn", "tn", "precision",
       "precision_lower", "precision_upper", "recall", "recall_lower", "recall_upper", "f1", "f1_lower", "f1_upper"});
  if (spans_) {
    add({"alpha_u"});
  } else {
    for (const Variant* measure : measures_) columns.push_back({std::string(measure->id), true});
    add({"alpha", "alpha_lower", "alpha_upper", "alpha_lower_documents", "alpha_upper_documents"});
  }
  if (choices_.corrected) add({"rate", "sensitivity", "specificity", "rate_corrected", "rate_lower", "rate_upper"});
  columns.insert(columns.end(), {{"verdict"}, {"reason"}, {"flags"}});
  return columns;
}

std::vector<Cell> ValidationTable::cells(const ValidationLine& line, const std::string& flags) const {
  std::vector<Cell> cells{line.code,
                          line.uncoded ? Cell() : Cell(std::string(line.machine ? "machine" : "coders")),
                          text_or_nothing(line.coders),
                          unit_,
                          whole(line.units),
                          line.documents == 0 ? Cell() : whole(line.documents)};
  cells.insert(cells.end(), {Cell(line.prevalence_human), Cell(line.prevalence_machine), Cell(line.bias())});
  for (const double count : line.counts) cells.push_back(whole_or_nothing(count));
  add_estimate(cells, line.precision);
  add_estimate(cells, line.recall);
  add_estimate(cells, line.f1);
  if (spans_) {
    cells.emplace_back(line.alpha_u);
  } else {
    for (std::size_t i = 0; i < measures_.size(); ++i)
      cells.emplace_back(i < line.measures.size() ? line.measures[i] : undefined);
    cells.emplace_back(line.alpha);
    add_interval(cells, line.over_units);
    add_interval(cells, line.over_documents);
  }
  if (choices_.corrected) {
    const CorrectedRate rate = line.corrected.value_or(
        CorrectedRate{undefined, undefined, undefined, undefined, {undefined, undefined}, false});
    cells.insert(cells.end(),
                 {Cell(rate.observed), Cell(rate.sensitivity), Cell(rate.specificity), Cell(rate.corrected)});
    add_interval(cells, rate.interval);
  }
  cells.push_back(text_or_nothing(line.verdict()));
  const bool refused = line.corrected && line.corrected->refused;
  cells.push_back(text_or_nothing(refused ? "sensitivity + specificity <= 1" : line.reason));
  cells.push_back(text_or_nothing(flags));
  return cells;
}

Table ValidationTable::table(const std::vector<ValidationLine>& lines, const Validation& validation) const {
  const std::size_t unknown = validation.has_machine() ? validation.unknown() : 0;
  Table table{columns(), {}};
  std::set<std::string> raised;
  for (const ValidationLine& line : lines) {
    const std::string flags = flags_of(line, validation, unknown > 0);
    table.rows.push_back(cells(line, flags));
    WarningFlags::gather(flags, raised);
    if (line.corrected && line.corrected->refused)
      note(printable(line.code) + ": sensitivity + specificity is not above 1, so the rate is not corrected");
  }
  if (unknown > 0)
    note(std::to_string(unknown) + (unknown == 1 ? " thing that was coded is" : " things that were coded are") +
         " in no text that was read");
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
