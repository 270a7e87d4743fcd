// SPDX-License-Identifier: Apache-2.0
#include "discourse/network_spells.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace topos::cli {
namespace {

constexpr int december = 12;
constexpr int longest_month = 31;

Spell spell_of(const Date& date) {
  const Date first{date.year, std::max(date.month, 1), std::max(date.day, 1)};
  Date last{date.year, date.month > 0 ? date.month : december, date.day};
  if (last.day == 0)
    for (last.day = longest_month; !parse_date(date_text(last));) --last.day;
  return {date_text(first), date_text(last)};
}

}  // namespace

std::vector<std::vector<Spell>> spells_of(const std::vector<std::vector<DocumentUnits>>& items,
                                          const std::vector<std::optional<Date>>& dates) {
  std::vector<std::vector<Spell>> all;
  bool dated = false;
  for (const std::vector<DocumentUnits>& documents : items) {
    std::set<std::pair<std::string, std::string>> own;
    for (const DocumentUnits& one : documents)
      if (const std::optional<Date>& date = dates[one.document]; date && date->year > 0) {
        const Spell spell = spell_of(*date);
        own.emplace(spell.start, spell.end);
      }
    dated = dated || !own.empty();
    std::vector<Spell>& spells = all.emplace_back();
    for (const auto& [start, end] : own) spells.push_back({start, end});
  }
  return dated ? all : std::vector<std::vector<Spell>>();
}

}  // namespace topos::cli
