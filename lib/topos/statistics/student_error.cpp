// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/student_error.hpp"

#include <cmath>
#include <limits>

#include "topos/statistics/dispersion.hpp"
#include "topos/statistics/distributions.hpp"

namespace topos {
namespace {

constexpr double rounding = 1e-12;  // of sums of fractions

}  // namespace

void StudentError::add(std::span<const double> without) {
  const double n = static_cast<double>(without.size());
  const double deviation = moments(without).deviation;
  const double part = (n - 1) * deviation * deviation;
  variance_ += part;
  of_samples_ += part * part / (n - 1);
}

double StudentError::error(double estimate) const {
  const double error = std::sqrt(variance_);
  return error > rounding * std::abs(estimate) ? error : std::numeric_limits<double>::quiet_NaN();
}

Interval StudentError::interval(double estimate, double level) const {
  const double reach = error(estimate) * student_upper_quantile((1 - level) / 2, degrees());
  return {estimate - reach, estimate + reach};
}

double StudentError::p(double estimate) const { return student_two_sided(estimate / error(estimate), degrees()); }

}  // namespace topos
