// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double value(const VectorPair& v) {
  if (v.a.size() != v.b.size()) return undefined_value;
  double both = 0;
  double either = 0;
  for (std::size_t i = 0; i < v.a.size(); ++i) {
    both += v.a[i] > 0 && v.b[i] > 0;
    either += v.a[i] > 0 || v.b[i] > 0;
  }
  return either > 0 ? both / either : undefined_value;
}

double distance(const VectorPair& v) { return 1 - value(v); }

constexpr Variant variants[] = {
    {"set_jaccard", "features above 0 in both / features above 0 in either", value},
    {"set_jaccard_distance", "1 - set_jaccard", distance},
};

}  // namespace

namespace measures {
constinit const Measure set_jaccard{
    .id = "set_jaccard",
    .family = Family::vectors,
    .use = "",
    .title = "Jaccard index of what two profiles hold",
    .unit = "share, 0 to 1",
    .domain = "vectors of one length, a value above 0",
    .direction = "set_jaccard: 1 the same features, 0 none in common; set_jaccard_distance: the reverse",
    .zeros = "features that neither holds do not count",
    .source = "Jaccard (1912)",
    .example = "a=4,1,0 b=1,1,3",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
