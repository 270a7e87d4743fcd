// SPDX-License-Identifier: Apache-2.0
#include "coding/sheet_table.hpp"

#include <algorithm>
#include <cmath>

#include "cells.hpp"
#include "comma_list.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_codes = 60;

}  // namespace

SheetTable::SheetTable(const SheetChoices& choices, std::vector<std::string> codes)
    : choices_(choices), coders_(choices.coder_names()), codes_(std::move(codes)) {
  if (coders_.empty()) coders_.emplace_back();
  if (choices.of_hits()) {
    columns_ = {{"id"},   {"left", false, true}, {"node"}, {"right"}, {"code"},
                {"keep"}, {"code_new"},          {"note"}, {"coder"}};
    return;
  }
  if (codes_.empty()) throw Error(Errc::usage, "no code is to be coded");
  if (codes_.size() > most_codes)
    throw Error(Errc::usage, std::to_string(codes_.size()) + " codes are too many for the columns of a sheet", {},
                "name those to be coded with --codes");
  columns_ = {{"unit_id"}, {"unit"}, {"coder"}, {"before"}, {"text"}, {"after"}, {"seen"}};
  for (const std::string& code : codes_) {
    if (code == "note" || code == "document" ||
        std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) { return column.name == code; }))
      throw Error(Errc::usage, "a column cannot be called '" + printable(code) + "' for a code");
    columns_.push_back({code});
  }
  columns_.push_back({"note"});
}

std::vector<Cell> SheetTable::row(const SheetUnit& unit, const std::string& coder) const {
  if (choices_.of_hits())
    return {unit.id, unit.before,           unit.text, unit.after, unit.codes.front(), Cell(), Cell(),
            Cell(),  text_or_nothing(coder)};
  std::vector<Cell> cells{unit.id, choices_.unit, text_or_nothing(coder), unit.before, unit.text, unit.after};
  cells.resize(columns_.size());
  return cells;
}

Table SheetTable::sheet(const std::vector<SheetUnit>& units) const {
  const auto shared = static_cast<std::size_t>(std::ceil(choices_.overlap * static_cast<double>(units.size())));
  Table table{columns_, {}};
  for (std::size_t coder = 0; coder < coders_.size(); ++coder)
    for (std::size_t i = 0; i < units.size(); ++i)
      if (i < shared || i % coders_.size() == coder) table.rows.push_back(row(units[i], coders_[coder]));
  return table;
}

Table SheetTable::key(const std::vector<SheetUnit>& units) const {
  Table table;
  table.columns = {{choices_.of_hits() ? "id" : "unit_id"},
                   {"unit"},
                   {"document"},
                   {"number", true},
                   {"begin", true},
                   {"end", true},
                   {"codes"},
                   {"stratum"},
                   {"weight", true}};
  for (const SheetUnit& unit : units) {
    std::vector<std::string> stratum = unit.values;
    if (!choices_.oversample.empty())
      stratum.push_back("x" + std::to_string(static_cast<int>(std::lround(unit.factor))));
    table.rows.push_back({unit.id, choices_.unit, unit.document, whole(unit.place.number), whole(unit.place.span.begin),
                          whole(unit.place.span.end), text_or_nothing(joined(unit.codes, " ")),
                          text_or_nothing(joined(stratum, "|")), unit.weight});
  }
  return table;
}

}  // namespace topos::cli
