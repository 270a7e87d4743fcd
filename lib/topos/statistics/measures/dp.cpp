// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double plain(const Parts& p) {
  if (!p.is_valid()) return undefined_value;
  const double count = p.count();
  const double size = p.size();
  double sum = 0;
  for (std::size_t i = 0; i < p.counts.size(); ++i) sum += std::abs(p.counts[i] / count - p.sizes[i] / size);
  return sum / 2;
}

double norm(const Parts& p) {
  if (!p.is_valid() || p.sizes.size() < 2) return undefined_value;
  return plain(p) / (1 - *std::min_element(p.sizes.begin(), p.sizes.end()) / p.size());
}

double egbert(const Parts& p) {
  if (!p.is_valid() || p.sizes.size() < 2) return undefined_value;
  double least = p.size();
  for (std::size_t i = 0; i < p.counts.size(); ++i)
    if (p.counts[i] > 0) least = std::min(least, p.sizes[i]);
  return plain(p) / (1 - least / p.size());
}

constexpr Variant variants[] = {
    {"dp", "Σ abs(count / all counts - size / all sizes) / 2", plain},
    {"dp_norm", "dp / (1 - least share of size)", norm},
    {"dp_egbert", "dp / (1 - least share of size among parts with the feature)", egbert},
};

}  // namespace

namespace measures {
constinit const Measure dp{
    .id = "dp",
    .family = Family::dispersion,
    .use = "",
    .title = "Deviation of proportions",
    .unit = "share, 0 to 1",
    .domain = "sizes > 0, at least one occurrence; dp_norm and dp_egbert: at least two parts",
    .direction = "0 even, near 1: all in a small part",
    .zeros = "parts without the feature count with their size",
    .source = "Gries (2008); Lijffijt and Gries (2012); Egbert, Burch and Biber (2020)",
    .example = "sizes=10,10,10,10,10 counts=1,2,3,4,5",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
