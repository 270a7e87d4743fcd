// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

struct Mean {
  double hits = 0;
  double words = 0;
  [[nodiscard]] double rate() const { return hits / words; }
};

/// `words` of each document is 1 where means of rates are compared: then a group's rate is the mean.
double p_of_difference(std::span<const double> hits, std::span<const double> words, std::size_t targets,
                       const PermutationSettings& settings) {
  std::vector<std::uint8_t> labels(hits.size());
  std::fill(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(targets), std::uint8_t{1});
  const auto difference = [&](std::span<const std::uint8_t> target) {
    Mean groups[2];
    for (std::size_t i = 0; i < hits.size(); ++i) {
      groups[target[i]].hits += hits[i];
      groups[target[i]].words += words[i];
    }
    return groups[1].rate() - groups[0].rate();
  };
  return permute_labels(labels, difference, settings).p;
}

std::vector<double> joined(std::span<const double> target, std::span<const double> reference) {
  std::vector<double> all(target.begin(), target.end());
  all.insert(all.end(), reference.begin(), reference.end());
  return all;
}

double of_means(const TwoSamples& x, const PermutationSettings& s) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  const std::vector<double> rates = joined(x.target.rates(), x.reference.rates());
  return p_of_difference(rates, std::vector<double>(rates.size(), 1), x.target.hits.size(), s);
}

double of_pooled(const TwoSamples& x, const PermutationSettings& s) {
  if (!x.target.is_valid() || !x.reference.is_valid()) return undefined_value;
  return p_of_difference(joined(x.target.hits, x.reference.hits), joined(x.target.words, x.reference.words),
                         x.target.hits.size(), s);
}

constexpr Variant variants[] = {
    {"permutation", "share of relabelings with as great a difference of mean rates; drawn above 100000 of them",
     of_means},
    {"permutation_pooled", "as permutation, of pooled rates", of_pooled},
};

}  // namespace

namespace measures {
constinit const Measure permutation{
    .id = "permutation",
    .family = Family::samples,
    .use = "",
    .title = "Permutation of the documents' labels",
    .unit = "probability",
    .domain = "documents in both groups, each with words; more than one way of giving labels",
    .direction = "near 0: unlike documents of one group",
    .zeros = "documents without hits have the rate 0",
    .source = "Good (2005); Phipson and Smyth (2010)",
    .example = "target=1,2,3 reference=4,5,6",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
