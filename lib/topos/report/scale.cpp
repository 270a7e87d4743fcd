// SPDX-License-Identifier: Apache-2.0
#include "topos/report/scale.hpp"

#include <algorithm>
#include <cmath>

#include "topos/base/number.hpp"

namespace topos {
namespace {

/// 1, 2 or 5 times a power of ten, at least `step`.
double round_step(double step) {
  const double power = std::pow(10, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

}  // namespace

Scale::Scale(double least, double most, double from, double to, int ticks)
    : least_(least), most_(most), from_(from), to_(to) {
  if (!std::isfinite(least_) || !std::isfinite(most_)) least_ = 0, most_ = 1;
  if (!(most_ > least_)) most_ = least_ + (least_ == 0 ? 1 : std::abs(least_));
  const double step = round_step((most_ - least_) / ticks);
  const double first = std::floor(least_ / step + 1e-9);
  const double last = std::ceil(most_ / step - 1e-9);
  least_ = first * step;
  most_ = last * step;
  digits_ = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 12);
  // No more than asked for and one at each end, whatever rounding does.
  for (double tick = first; tick <= last && ticks_.size() < static_cast<std::size_t>(ticks) + 3; ++tick)
    ticks_.push_back(tick * step);
}

std::string Scale::text(double tick) const { return number_text(tick == 0 ? 0 : tick, digits_); }

}  // namespace topos
