// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/chance_correction.hpp"

#include <algorithm>
#include <cmath>

#include "topos/base/number.hpp"

namespace topos {
namespace {

/// Weights of all pairs of categories.
class WeightTable {
 public:
  WeightTable(std::vector<double> categories, Weights weights) : categories_(std::move(categories)), weights_(weights) {
    range_ = categories_.empty() ? 0 : categories_.back() - categories_.front();
  }
  [[nodiscard]] std::size_t size() const { return categories_.size(); }
  [[nodiscard]] std::size_t place(double value) const {
    return static_cast<std::size_t>(std::lower_bound(categories_.begin(), categories_.end(), value) -
                                    categories_.begin());
  }
  [[nodiscard]] double operator()(std::size_t i, std::size_t j) const {
    if (i == j) return 1;
    if (weights_ == Weights::identity) return 0;
    const double distance = std::abs(categories_[i] - categories_[j]) / range_;
    return 1 - (weights_ == Weights::linear ? distance : distance * distance);
  }
  /// Weighted agreement of two values drawn from shares `a` and `b`.
  [[nodiscard]] double agreement(const std::vector<double>& a, const std::vector<double>& b) const {
    double sum = 0;
    for (std::size_t i = 0; i < size(); ++i)
      for (std::size_t j = 0; j < size(); ++j) sum += (*this)(i, j) * a[i] * b[j];
    return sum;
  }

 private:
  std::vector<double> categories_;
  Weights weights_;
  double range_;
};

void divide(std::vector<double>& values, double by) {
  for (double& value : values) value /= by;
}

}  // namespace

ChanceCorrected chance_corrected(const Ratings& ratings, Weights weights) {
  const WeightTable table(ratings.categories(), weights);
  std::vector<double> pooled(table.size());
  std::vector<double> shares(table.size());
  double values = 0;
  double rated = 0;
  double paired = 0;
  double observed = 0;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const std::vector<double> given = ratings.given(unit);
    if (given.empty()) continue;
    std::vector<double> counts(table.size());
    for (const double value : given) ++counts[table.place(value)];
    const double n = static_cast<double>(given.size());
    for (std::size_t i = 0; i < counts.size(); ++i) shares[i] += counts[i] / n;
    ++rated;
    if (given.size() < 2) continue;
    for (std::size_t i = 0; i < counts.size(); ++i) pooled[i] += counts[i];
    values += n;
    ++paired;
    observed += (table.agreement(counts, counts) - n) / (n * (n - 1));
  }
  if (paired == 0) return {undefined, undefined, undefined};
  divide(pooled, values);
  divide(shares, rated);
  double all_weights = 0;
  double spread = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    spread += shares[i] * (1 - shares[i]);
    for (std::size_t j = 0; j < table.size(); ++j) all_weights += table(i, j);
  }
  const double q = static_cast<double>(table.size());
  return {observed / paired, table.agreement(pooled, pooled), q > 1 ? all_weights / (q * (q - 1)) * spread : undefined};
}

double cohen_kappa(const Ratings& ratings, Weights weights) {
  if (ratings.coders() != 2) return undefined;
  const Ratings complete = complete_units(ratings);
  const WeightTable table(complete.categories(), weights);
  std::vector<double> first(table.size());
  std::vector<double> second(table.size());
  double observed = 0;
  for (std::size_t unit = 0; unit < complete.units(); ++unit) {
    const std::size_t a = table.place(complete.at(0, unit));
    const std::size_t b = table.place(complete.at(1, unit));
    ++first[a];
    ++second[b];
    observed += table(a, b);
  }
  const double units = static_cast<double>(complete.units());
  if (table.size() < 2) return undefined;
  divide(first, units);
  divide(second, units);
  const double expected = table.agreement(first, second);
  return expected < 1 ? (observed / units - expected) / (1 - expected) : undefined;
}

Ratings complete_units(const Ratings& ratings) {
  std::vector<std::size_t> units;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit)
    if (ratings.given(unit).size() == ratings.coders()) units.push_back(unit);
  Ratings complete(ratings.coders(), units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    for (std::size_t coder = 0; coder < ratings.coders(); ++coder) complete.at(coder, i) = ratings.at(coder, units[i]);
  return complete;
}

}  // namespace topos
