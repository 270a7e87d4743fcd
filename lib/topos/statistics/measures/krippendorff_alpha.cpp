// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

/// Coincidences of values within units, and how often each value takes part.
struct Coincidences {
  std::vector<double> values;
  std::vector<double> cells;
  std::vector<double> totals;
  double sum = 0;
};

Coincidences coincidences(const Ratings& ratings) {
  Coincidences c{ratings.categories(), {}, {}, 0};
  const std::size_t n = c.values.size();
  c.cells.resize(n * n);
  c.totals.resize(n);
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const std::vector<double> given = ratings.given(unit);
    if (given.size() < 2) continue;
    std::vector<std::size_t> places;
    for (const double value : given)
      places.push_back(
          static_cast<std::size_t>(std::lower_bound(c.values.begin(), c.values.end(), value) - c.values.begin()));
    const double weight = 1 / static_cast<double>(given.size() - 1);
    for (std::size_t i = 0; i < places.size(); ++i) {
      ++c.totals[places[i]];
      ++c.sum;
      for (std::size_t j = 0; j < places.size(); ++j)
        if (i != j) c.cells[places[i] * n + places[j]] += weight;
    }
  }
  return c;
}

/// `distance(c, i, j)`: how far apart the i-th and the j-th value are.
template <typename Distance>
double alpha(const Ratings& ratings, Distance distance) {
  const Coincidences c = coincidences(ratings);
  const std::size_t n = c.values.size();
  double observed = 0;
  double expected = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j) continue;
      observed += c.cells[i * n + j] * distance(c, i, j);
      expected += c.totals[i] * c.totals[j] * distance(c, i, j);
    }
  return expected > 0 ? 1 - (c.sum - 1) * observed / expected : undefined_value;
}

double ranks_between(const Coincidences& c, std::size_t i, std::size_t j) {
  const auto [low, high] = std::minmax(i, j);
  double sum = -(c.totals[i] + c.totals[j]) / 2;
  for (std::size_t at = low; at <= high; ++at) sum += c.totals[at];
  return sum * sum;
}

double nominal(const Ratings& ratings) {
  return alpha(ratings, [](const Coincidences&, std::size_t, std::size_t) { return 1.0; });
}

double ordinal(const Ratings& ratings) { return alpha(ratings, ranks_between); }

double interval(const Ratings& ratings) {
  return alpha(ratings, [](const Coincidences& c, std::size_t i, std::size_t j) {
    return (c.values[i] - c.values[j]) * (c.values[i] - c.values[j]);
  });
}

double ratio(const Ratings& ratings) {
  const std::vector<double> values = ratings.categories();
  if (!values.empty() && values.front() < 0) return undefined_value;
  return alpha(ratings, [](const Coincidences& c, std::size_t i, std::size_t j) {
    const double share = (c.values[i] - c.values[j]) / (c.values[i] + c.values[j]);
    return share * share;
  });
}

constexpr Variant variants[] = {
    {"krippendorff_alpha", "1 - observed / expected disagreement, nominal: 1 for each two different values", nominal},
    {"krippendorff_alpha_ordinal", "as krippendorff_alpha, squared number of ranks between the values", ordinal},
    {"krippendorff_alpha_interval", "as krippendorff_alpha, (a - b)²", interval},
    {"krippendorff_alpha_ratio", "as krippendorff_alpha, ((a - b) / (a + b))²", ratio},
};

}  // namespace

namespace measures {
constinit const Measure krippendorff_alpha{
    .id = "krippendorff_alpha",
    .family = Family::agreement,
    .use = "",
    .title = "Krippendorff's alpha",
    .unit = "share above chance, at most 1",
    .domain = "units with two values or more, more than one value among them; ratio: values >= 0",
    .direction = "1 always the same, 0 as by chance, below 0: less",
    .zeros = "a value that was not given is left out, as is a unit with one value",
    .source = "Krippendorff (2011); Hayes and Krippendorff (2007)",
    .example = "units=11.1,2232,3333,3333,2222,1234,4444,1121,2222,.555,..11,..3.",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
