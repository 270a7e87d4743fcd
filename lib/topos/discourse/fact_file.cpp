// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/fact_file.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/discourse/finding_values.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/delimited.hpp"
#include "topos/text/input.hpp"
#include "topos/text/open_input.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 3> columns{"actor", "what", "value"};
constexpr std::size_t most_facts = 10'000;

bool is_year(std::string_view text) {
  return text.size() == 4 && text[0] != '0' && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The dates that `known` may be are those that begin with it.
bool is_within(const Date& known, const Date& first, const Date& last) {
  const auto cut = [&](Date date) {
    if (known.month == 0) date.month = 0;
    if (known.day == 0) date.day = 0;
    return date;
  };
  const Date from = cut(first);
  const Date to = cut(last);
  // A date that is known less well agrees if it may be this one.
  const auto before = [](const Date& a, const Date& b) {
    if (a.year != b.year) return a.year < b.year;
    if (a.month == 0 || b.month == 0 || a.month != b.month) return a.month != 0 && b.month != 0 && a.month < b.month;
    return a.day != 0 && b.day != 0 && a.day < b.day;
  };
  return !before(known, from) && !before(to, known);
}

std::optional<bool> date_agrees(const Date& known, const Finding& finding) {
  if (field_text(finding, "relation") == "duration") return std::nullopt;
  const auto first = parse_date(field_text(finding, "first"));
  const auto last = parse_date(field_text(finding, "last"));
  if (!first && !last) return std::nullopt;
  return is_within(known, first ? *first : *last, last ? *last : *first);
}

std::optional<bool> number_agrees(double known, const Finding& finding) {
  const auto low = parse_number(field_text(finding, "value"));
  if (!low) return std::nullopt;
  const auto high = parse_number(field_text(finding, "high"));
  return known >= *low && known <= (high ? *high : *low);
}

}  // namespace

std::vector<Fact> load_facts(const std::string& path) {
  const InputOptions plain;
  DelimitedReader table(text_bytes(unpacked_bytes(path, plain), plain, path, {}), path);
  std::array<std::size_t, columns.size()> at{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto column = table.column(columns[i]);
    if (!column)
      throw Error(Errc::table, "no column " + std::string(columns[i]) + "; the table has: " + listed(table.header()),
                  {path}, "facts have the columns actor, what and value");
    at[i] = *column;
  }
  std::vector<Fact> facts;
  while (const auto cells = table.next()) {
    const auto wrong = [&](const std::string& message, std::string hint = {}) {
      return Error(Errc::table, message, {path, table.line()}, std::move(hint));
    };
    std::array<std::string, columns.size()> texts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      texts[i] = std::string(trim((*cells)[at[i]]));
      if (texts[i].empty()) throw wrong(std::string(columns[i]) + " is empty");
    }
    Fact fact{texts[0], texts[1], texts[2], {}, 0};
    if (is_year(fact.value) || fact.value.find('-', 1) != std::string::npos) fact.date = parse_date(fact.value);
    const auto number = fact.date ? std::nullopt : parse_number(fact.value);
    if (!fact.date && (!number || !std::isfinite(*number)))
      throw wrong("'" + printable(fact.value) + "' is neither a date nor a number",
                  "write a value such as 1967, 1967-08-08 or 12.5");
    if (number) fact.number = *number;
    if (facts.size() == most_facts) throw wrong("more than " + std::to_string(most_facts) + " facts");
    facts.push_back(std::move(fact));
  }
  return facts;
}

std::optional<bool> agrees(const Fact& fact, const Finding& finding) {
  if (fact.date) return finding.type == "date" ? date_agrees(*fact.date, finding) : std::nullopt;
  return finding.type == "number" ? number_agrees(fact.number, finding) : std::nullopt;
}

}  // namespace topos
