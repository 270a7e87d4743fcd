// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/shuffle_null.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "topos/base/number.hpp"
#include "topos/statistics/point_masses.hpp"

namespace topos {
namespace {

/// Masses below this are left out; what is lost stays far below least_shuffle_p.
constexpr double negligible = 1e-22;

/// Probabilities of the whole numbers from `first` on.
struct Distribution {
  double first = 0;
  std::vector<double> mass;

  void trim() {
    const auto matters = [](double one) { return one >= negligible; };
    const auto begin = std::find_if(mass.begin(), mass.end(), matters);
    const auto end = std::find_if(mass.rbegin(), mass.rend(), matters).base();
    first += static_cast<double>(begin - mass.begin());
    mass.assign(begin, std::max(begin, end));
  }
};

/// Of how many placed things stand on marked places of one document.
Distribution of_stratum(const ShuffleStratum& s) {
  const double least = std::max(0.0, s.marked + s.placed - s.size);
  const double most = std::min(s.marked, s.placed);
  const double mode = std::clamp(std::floor((s.marked + 1) * (s.placed + 1) / (s.size + 2)), least, most);
  const auto up = [&](double x) {
    return (s.marked - x) * (s.placed - x) / ((x + 1) * (s.size - s.marked - s.placed + x + 1));
  };
  const double peak = std::exp(log_hypergeometric_mass(mode, s.size, s.marked, s.placed));
  std::vector<double> below;
  double mass = peak;
  for (double x = mode - 1; x >= least; --x) {
    mass /= up(x);
    if (mass < negligible) break;
    below.push_back(mass);
  }
  Distribution result{mode - static_cast<double>(below.size()), {below.rbegin(), below.rend()}};
  result.mass.push_back(peak);
  mass = peak;
  for (double x = mode; x < most; ++x) {
    mass *= up(x);
    if (mass < negligible) break;
    result.mass.push_back(mass);
  }
  return result;
}

Distribution sum(const Distribution& a, const Distribution& b) {
  Distribution result{a.first + b.first, std::vector<double>(a.mass.size() + b.mass.size() - 1, 0.0)};
  for (std::size_t i = 0; i < a.mass.size(); ++i)
    for (std::size_t k = 0; k < b.mass.size(); ++k) result.mass[i + k] += a.mass[i] * b.mass[k];
  result.trim();
  return result;
}

}  // namespace

ShuffleNull shuffle_null(double observed, std::vector<ShuffleStratum> strata) {
  if (strata.empty()) return {undefined, undefined};
  // Sums of rounded numbers depend on their order.
  std::sort(strata.begin(), strata.end(), [](const ShuffleStratum& a, const ShuffleStratum& b) {
    return std::tie(a.size, a.marked, a.placed) < std::tie(b.size, b.marked, b.placed);
  });
  double mean = 0;
  bool fixed = true;
  Distribution all{0, {1.0}};
  for (const ShuffleStratum& stratum : strata) {
    mean += stratum.marked * (stratum.placed / stratum.size);
    const Distribution one = of_stratum(stratum);
    fixed = fixed && (stratum.marked == 0 || stratum.placed == 0 || stratum.marked == stratum.size ||
                      stratum.placed == stratum.size);
    all = sum(all, one);
  }
  if (fixed) return {mean, undefined};
  double as_few = 0;
  double as_many = 0;
  for (std::size_t i = 0; i < all.mass.size(); ++i) {
    const double x = all.first + static_cast<double>(i);
    if (x <= observed) as_few += all.mass[i];
    if (x >= observed) as_many += all.mass[i];
  }
  return {mean, std::clamp(2 * std::min(as_few, as_many), least_shuffle_p, 1.0)};
}

}  // namespace topos
