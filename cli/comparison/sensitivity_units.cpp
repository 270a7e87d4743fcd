// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "cells.hpp"
#include "comparison/sensitivity_lines.hpp"
#include "topos/statistics/distributions.hpp"
#include "topos/statistics/rank_correlation.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// Of the lines of one code, whose difference is `base`, those that change it; without --all the strongest and those
/// with another conclusion.
void SensitivityLines::keep_units(std::vector<SensitivityLine> lines, double base) {
  const auto strength = [](const SensitivityLine& line) {
    return std::isnan(line.change) ? std::abs(line.n_all - line.n) : line.change;
  };
  std::erase_if(lines, [](const SensitivityLine& line) { return line.n == line.n_all && line.turn == Turn::none; });
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const SensitivityLine& x, const SensitivityLine& y) { return strength(x) > strength(y); });
  const auto raises = [&](const SensitivityLine& line) { return line.contrast.difference > base; };
  bool other_way = !choices_.strongest;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool turns = !other_way && lines[i].change > 0 && raises(lines[i]) != raises(lines[0]);
    if (i == 0 || turns || choices_.all || lines[i].turn == Turn::flip) lines_.push_back(lines[i]);
    other_way = other_way || turns;
  }
}

/// What all codes count without each unit.
std::vector<std::vector<double>> SensitivityLines::counts_without_units(
    const std::vector<const Values*>& columns) const {
  std::vector<std::vector<double>> n;
  for (std::size_t begin = 0; begin < columns.size(); begin += columns_at_a_time) {
    const std::size_t size = std::min(columns_at_a_time, columns.size() - begin);
    const std::vector<std::vector<double>> totals =
        two_groups(words_, std::span(columns).subspan(begin, size)).unit_totals();
    n.resize(totals.size());
    for (std::size_t unit = 0; unit < totals.size(); ++unit)
      for (std::size_t i = 0; i < size; ++i) n[unit].push_back(n_[begin + i] - totals[unit][i + 1]);
  }
  return n;
}

/// Whether a conclusion may be another one without a unit; where rounding could tell, it may.
bool SensitivityLines::may_flip(const TwoGroups::Rest& rest, const RateContrast& base) const {
  constexpr double rounding = 1e-6;
  constexpr double least_quantile = 1.95;  // of Student's t at 97.5 %, whatever the degrees of freedom
  constexpr double most_quantile = 2.78;   // with four of them or more
  const double far = std::abs(rest.difference);
  if (!(rest.error > rounding * far)) return true;
  bool shown = far > most_quantile * rest.error;
  if (!shown && far > least_quantile * rest.error) {
    const double reach = rest.error * student_upper_quantile((1 - confidence) / 2, rest.degrees);
    if (std::abs(far - reach) < rounding * reach) return true;
    shown = far > reach;
  }
  return shown != excludes_zero(base.difference_interval) || (shown && rest.difference * base.difference < 0);
}

/// Those that have to be left out one by one: of each of the codes from `first` on those that change its difference
/// most, up and down, and those without which a conclusion may flip. Taking them away from sums tells which.
/// `n`: what all codes count without each unit.
std::vector<std::size_t> SensitivityLines::units_that_matter(const TwoGroups& two, std::size_t first, std::size_t codes,
                                                             const std::vector<std::vector<double>>& n) const {
  constexpr double rounding = 1e-9;
  std::vector<std::size_t> some(two.units().size());
  std::iota(some.begin(), some.end(), std::size_t{0});
  if (choices_.all) return some;
  const bool alone = std::min(two.references(), two.targets()) == 0;  // there is no difference
  std::vector<std::size_t> matter;
  for (std::size_t code = 0; code < codes; ++code) {
    if (alone) {
      const auto fewer = [&](std::size_t a, std::size_t b) { return n[a][first + code] < n[b][first + code]; };
      if (!some.empty()) matter.push_back(*std::min_element(some.begin(), some.end(), fewer));
      continue;
    }
    const std::vector<TwoGroups::Rest> rests = two.rests(code);
    if (rests.empty()) return some;
    const RateContrast& base = base_[first + code];
    const auto change = [&](std::size_t unit) {
      return n[unit][first + code] == n_[first + code] ? 0 : rests[unit].difference - base.difference;
    };
    double up = 0;
    double down = 0;
    for (const std::size_t unit : some) {
      up = std::max(up, change(unit));
      down = std::min(down, change(unit));
    }
    const double near = rounding * std::abs(base.difference);
    for (const std::size_t unit : some)
      if ((up > 0 && change(unit) >= up - near) || (down < 0 && change(unit) <= down + near) ||
          (n_[first + code] >= rare && may_flip(rests[unit], base)))
        matter.push_back(unit);
  }
  std::sort(matter.begin(), matter.end());
  matter.erase(std::unique(matter.begin(), matter.end()), matter.end());
  return matter;
}

void SensitivityLines::add_units() {
  std::vector<const Values*> columns;
  for (const CodeHits& one : codes_) columns.push_back(&one.hits);
  const std::vector<std::vector<double>> n = counts_without_units(columns);
  std::map<std::size_t, double> tau;  // by unit
  for (std::size_t begin = 0; begin < columns.size(); begin += columns_at_a_time) {
    const std::size_t size = std::min(columns_at_a_time, columns.size() - begin);
    const TwoGroups two = two_groups(words_, std::span(columns).subspan(begin, size));
    std::vector<std::vector<SensitivityLine>> lines(size);  // by code
    for (const std::size_t unit : units_that_matter(two, begin, size, n)) {
      const auto [order, is_new] = tau.try_emplace(unit, 0);
      if (is_new) order->second = kendall_tau_b(n_, n[unit]);
      const std::vector<RateContrast> found = two.without(unit).t_contrasts(confidence);
      for (std::size_t i = 0; i < size; ++i) {
        SensitivityLine line = line_of(begin + i, Variation::unit, two.units()[unit], n[unit][begin + i]);
        line.contrast = found[i];
        rank(line, begin + i, n[unit], order->second);
        judge(line, begin + i);
        lines[i].push_back(std::move(line));
      }
    }
    for (std::size_t i = 0; i < size; ++i) keep_units(std::move(lines[i]), base_[begin + i].difference);
  }
}

}  // namespace topos::cli
