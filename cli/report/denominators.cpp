// SPDX-License-Identifier: Apache-2.0
#include "report/denominators.hpp"

#include <algorithm>
#include <cmath>

#include "cells.hpp"
#include "report/table_view.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_codes_drawn = 20;
constexpr std::size_t most_codes_named = 5;
constexpr double half_a_hit = 0.5;  ///< is added on both sides, as in log2_rate_ratio
constexpr double visible = 0.01;    ///< of a ratio's logarithm: less has no direction

}  // namespace

Denominators::Denominators(std::pair<std::string, std::string> sides, const std::vector<std::string>& by)
    : sides_(std::move(sides)), groups_wanted_(!sides_.first.empty() || by.size() == 1) {
  if (!sides_.first.empty() && sides_.second.empty()) sides_.second = "rest";
}

void Denominators::add(const DocumentTally& tally, const std::array<bool, 2>& passes) {
  if (!groups_wanted_ || !tally.selected) return;
  const auto name_of = [&](const GroupKey& values) {
    if (!sides_.first.empty()) return passes[1] ? sides_.first : passes[0] ? sides_.second : std::string();
    return values.empty() ? std::string() : values.front();
  };
  for (const DocumentTally::Group& part : tally.groups) {
    const std::string name = name_of(part.values);
    if (name.empty()) continue;
    Group& group = groups_[name];
    group.sizes[0] += real(part.count.words);
    group.sizes[1] += real(part.count.sentences);
    group.sizes[2] += 1;
  }
  for (const DocumentTally::Row& row : tally.rows)
    if (const std::string name = name_of(tally.values[row.values]); !name.empty())
      groups_[name].hits[std::string(row.kind->code)] += real(row.n);
}

void Denominators::add_lines(std::vector<Line>& lines, const std::string& a, const Group& of_a, const std::string& b,
                             const Group& of_b) const {
  std::map<std::string, std::array<double, 2>> counts;
  for (const auto& [code, n] : of_a.hits) counts[code][0] = n;
  for (const auto& [code, n] : of_b.hits) counts[code][1] = n;
  for (const auto& [code, n] : counts) {
    if (n[0] + n[1] < rare) continue;
    Line line{code, a, b, n, {}};
    for (std::size_t way = 0; way < ways; ++way)
      line.ratios[way] =
          std::log2((n[0] + half_a_hit) / of_a.sizes[way]) - std::log2((n[1] + half_a_hit) / of_b.sizes[way]);
    lines.push_back(std::move(line));
  }
}

std::vector<Denominators::Line> Denominators::lines() const {
  std::vector<Line> lines;
  if (groups_.size() < 2) return lines;
  const auto& first = *groups_.begin();
  const auto& last = *groups_.rbegin();
  if (!sides_.first.empty()) {
    if (groups_.count(sides_.first) == 0 || groups_.count(sides_.second) == 0) return lines;
    add_lines(lines, sides_.first, groups_.at(sides_.first), sides_.second, groups_.at(sides_.second));
  } else if (groups_.size() == 2) {
    add_lines(lines, last.first, last.second, first.first, first.second);
  } else {
    for (const auto& [name, group] : groups_) {
      Group rest;
      for (const auto& [other, of_other] : groups_) {
        if (other == name) continue;
        for (std::size_t way = 0; way < ways; ++way) rest.sizes[way] += of_other.sizes[way];
        for (const auto& [code, n] : of_other.hits) rest.hits[code] += n;
      }
      add_lines(lines, name, group, "rest", rest);
    }
  }
  return lines;
}

bool Denominators::turns(const Line& line) {
  const auto [least, most] = std::minmax_element(line.ratios.begin(), line.ratios.end());
  return *least<-visible&& * most> visible;
}

void Denominators::write(ReportSection& out) const {
  const std::vector<Line> all = lines();
  if (all.empty()) return;
  write_statement(out, all);
  out.blocks.emplace_back(figure(all));
  Table table{{{"code"},
               {"a"},
               {"b"},
               {"n_a", true},
               {"n_b", true},
               {"log2_per_word", true},
               {"log2_per_sentence", true},
               {"log2_per_document", true},
               {"turns", true}},
              {}};
  for (const Line& line : all) {
    std::vector<Cell> cells{line.code, line.a, line.b};
    for (const double n : line.n) cells.push_back(whole(static_cast<std::uint64_t>(n)));
    for (const double ratio : line.ratios) cells.emplace_back(ratio);
    cells.emplace_back(std::int64_t{turns(line) ? 1 : 0});
    table.rows.push_back(std::move(cells));
  }
  out.blocks.emplace_back(
      ReportTable{"denominators",
                  "Rates per word, per sentence and per document",
                  std::move(table),
                  {},
                  "log2 of the rate of a by that of b, half a hit added on both sides; above 0: more "
                  "in a. turns: more in a by one denominator, less by another. Codes with five "
                  "hits or more."});
}

void Denominators::write_statement(ReportSection& out, const std::vector<Line>& lines) const {
  std::size_t turned = 0;
  std::string names;
  for (const Line& line : lines) {
    if (!turns(line)) continue;
    if (++turned <= most_codes_named)
      names += (names.empty() ? ": " : ", ") + line.code + (groups_.size() > 2 ? " (" + line.a + ")" : std::string());
  }
  out.blocks.emplace_back(Statement{"Counted per sentence or per document in place of per word, " +
                                        (turned == 0 ? "none" : std::to_string(turned)) + " of " +
                                        counted(lines.size(), "difference") +
                                        (turned == 1   ? " changes"
                                         : turned == 0 ? " changes"
                                                       : " change") +
                                        " direction" + names + (turned > most_codes_named ? " and others" : "") +
                                        ". This is of directions, whatever their intervals.",
                                    "table-denominators"});
}

/// Of the first comparison.
Figure Denominators::figure(const std::vector<Line>& lines) {
  DotPlot chart;
  chart.axis = "log2 of the ratio of rates";
  chart.series = {"per word", "per sentence", "per document"};
  chart.reference = 0;
  std::map<std::string, double> hits;
  const Line& first = lines.front();
  const auto compares = [&](const Line& line) { return line.a == first.a && line.b == first.b; };
  for (const Line& line : lines)
    if (compares(line)) hits[line.code] = line.n[0] + line.n[1];
  const std::vector<std::string> drawn = largest(hits, most_codes_drawn);
  const std::string stem = common_stem(drawn);
  for (const Line& line : lines) {
    if (!compares(line) || std::find(drawn.begin(), drawn.end(), line.code) == drawn.end()) continue;
    DotPlot::Row row{{line.code.substr(stem.size()), line.code}, {}};
    for (const double ratio : line.ratios) row.marks.push_back({ratio, undefined, undefined});
    chart.rows.push_back(std::move(row));
  }
  std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const DotPlot::Row& x, const DotPlot::Row& y) {
    return x.marks.front().value > y.marks.front().value;
  });
  return {"denominators",
          first.a + " and " + first.b + ": the same hits per word, per sentence and per document",
          "Right of the line: more in " + first.a + "; left of it: in " + first.b + ". 1 is twice as often.",
          "Ratios of " + counted(chart.rows.size(), "code") + " by three denominators. The table has the numbers.",
          "denominators",
          std::move(chart)};
}

}  // namespace topos::cli
