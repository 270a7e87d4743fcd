// SPDX-License-Identifier: Apache-2.0
#include "discourse/promise_tables.hpp"

#include <algorithm>
#include <utility>

#include "cells.hpp"
#include "comma_list.hpp"
#include "spread.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_shown = 20;  ///< sections

const std::vector<Column> columns{{"check"},    {"item"},        {"status"},   {"n", true},  {"documents", true},
                                  {"expected"}, {"value", true}, {"sections"}, {"evidence"}, {"flags"}};

/// "1 3; 2.1 27"; "-" stands for no section.
std::string shown(const SectionCounts& sections) {
  std::string text;
  for (std::size_t i = 0; i < sections.size() && i < most_shown; ++i) {
    const std::string& name = sections[i].first;
    text += (i == 0 ? "" : "; ") + (name.empty() ? "-" : name) + ' ' + std::to_string(sections[i].second);
  }
  return sections.size() > most_shown ? text + "; …" : text;
}

bool counts_sentences(PromiseCheck check) { return check == PromiseCheck::promise || check == PromiseCheck::keyword; }

bool rests_on_codes(PromiseCheck check) {
  return check == PromiseCheck::promise || check == PromiseCheck::spread || check == PromiseCheck::absence;
}

}  // namespace

PromiseTables::PromiseTables(const PromiseTotals& totals, const PromisePlan& plan, const std::vector<std::string>& by,
                             std::vector<bool> wanted)
    : totals_(totals), plan_(plan), wanted_(std::move(wanted)), table_{columns_by({}, by, columns), {}} {}

void PromiseTables::add_findings(const Group& group, std::vector<Line>& lines) const {
  for (const PromiseTotals::Row& row : group.rows) {
    if (!wants(row.check)) continue;
    Line line{row.check, row.status,    row.item,     row.n, row.documents, text_or_nothing(row.expected),
              Cell(),    &row.sections, &row.evidence};
    if (counts_sentences(row.check)) line.value = whole(row.value);
    if (row.base > 0) line.value = real(row.value) / real(row.base);
    line.furniture = row.base > 0;
    lines.push_back(std::move(line));
  }
}

void PromiseTables::add_spreads(const Group& group, std::vector<Line>& lines) const {
  std::vector<double> sizes;
  std::vector<std::size_t> filled;
  for (std::size_t part = 0; part < group.parts.size(); ++part)
    if (group.parts[part] > 0) {
      filled.push_back(part);
      sizes.push_back(group.parts[part]);
    }
  if (sizes.size() < 2) return;
  for (const auto& [code, use] : group.uses) {
    if (!plan_.topics.selects(code)) continue;
    std::vector<double> counts(sizes.size());
    for (const auto& [part, n] : use.parts) {
      const auto at = std::lower_bound(filled.begin(), filled.end(), part);
      if (at != filled.end() && *at == part) counts[static_cast<std::size_t>(at - filled.begin())] = real(n);
    }
    const Spread spread = spread_over({sizes, counts});
    const PromiseStatus status = spread.few          ? PromiseStatus::sparse
                                 : spread.is_local() ? PromiseStatus::local
                                                     : PromiseStatus::even;
    Line line{PromiseCheck::spread, status,        code,         use.n, use.documents, Cell(),
              Cell(spread.dp_norm), &use.sections, &use.evidence};
    line.local = spread.is_local();
    line.sparse = spread.few;
    lines.push_back(std::move(line));
  }
}

void PromiseTables::add_absences(const Group& group, std::vector<Line>& lines) const {
  for (const std::string& code : plan_.universe_codes) {
    const auto found = group.uses.find(code);
    if (found != group.uses.end()) {
      const PromiseTotals::Use& use = found->second;
      lines.push_back({PromiseCheck::absence, PromiseStatus::present, code, use.n, use.documents, Cell(), Cell(),
                       &use.sections, &use.evidence});
      continue;
    }
    const PromiseTotals::Silence silence = totals_.silence(group, code);
    lines.push_back({PromiseCheck::absence, PromiseStatus::absent, code, 0, group.documents, Cell(silence.expected),
                     Cell(silence.p), nullptr, nullptr});
  }
}

Cell PromiseTables::flags_of(const Group& group, const Line& line) {
  WarningFlags flags;
  flags.raise_few_documents(group.documents);
  flags.raise(line.local, "W06");
  flags.raise(line.furniture, "W07");
  flags.raise(group.repeats, "W12");
  flags.raise(group.draft && rests_on_codes(line.check), "W13");
  flags.raise(line.sparse, "W24");
  WarningFlags::gather(flags.text(), raised_);
  return text_or_nothing(flags.text());
}

void PromiseTables::write(const Values& values, const Group& group, const Line& line) {
  std::vector<Cell> cells;
  add_group(cells, values);
  cells.insert(cells.end(),
               {Cell(std::string(promise_check_names[static_cast<std::size_t>(line.check)])), Cell(line.item),
                Cell(std::string(promise_status_names[static_cast<std::size_t>(line.status)]))});
  add_counts(cells, {line.n, line.documents});
  cells.insert(cells.end(), {line.expected, line.value});
  cells.push_back(line.sections == nullptr ? Cell() : text_or_nothing(shown(*line.sections)));
  cells.push_back(line.evidence == nullptr ? Cell() : text_or_nothing(joined(*line.evidence, "; ")));
  cells.push_back(flags_of(group, line));
  table_.rows.push_back(std::move(cells));
}

Table PromiseTables::table() {
  for (const auto& [values, group] : totals_.groups()) {
    std::vector<Line> lines;
    add_findings(group, lines);
    if (wants(PromiseCheck::spread)) add_spreads(group, lines);
    if (wants(PromiseCheck::absence)) add_absences(group, lines);
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
      return std::pair(a.check, a.status) < std::pair(b.check, b.status);
    });
    for (const Line& line : lines) write(values, group, line);
  }
  WarningFlags::print(raised_);
  return std::move(table_);
}

}  // namespace topos::cli
