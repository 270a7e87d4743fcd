// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double odds(double count, double size, double prior, double total) {
  return (count + prior) / (size + total - count - prior);
}

double delta(const ContingencyTable& t, const AssociationSettings& s) {
  const double prior = s.prior > 0 ? s.prior : t.C1();
  const double total = s.prior_total > 0 ? s.prior_total : t.N();
  if (!t.is_valid() || !(prior > 0 && prior < total)) return undefined_value;
  return std::log(odds(t.O11, t.R1(), prior, total) / odds(t.O21, t.R2(), prior, total));
}

double z_score(const ContingencyTable& t, const AssociationSettings& s) {
  const double prior = s.prior > 0 ? s.prior : t.C1();
  return delta(t, s) / std::sqrt(1 / (t.O11 + prior) + 1 / (t.O21 + prior));
}

constexpr Variant variants[] = {
    {"log_odds_prior", "log_odds_prior_delta / √(1 / (O11 + prior) + 1 / (O21 + prior))", z_score},
    {"log_odds_prior_delta", "ln of the odds (O + prior) / (R + prior_total - O - prior), target less reference",
     delta},
};

}  // namespace

namespace measures {
constinit const Measure log_odds_prior{
    .id = "log_odds_prior",
    .family = Family::association,
    .use = "keyness",
    .title = "Log-odds ratio with informative Dirichlet prior",
    .unit = "standard deviations, or nats",
    .domain = "R1 > 0, R2 > 0, prior above 0 and below prior_total",
    .direction = "0 equal, above 0: more often in the target",
    .zeros = "the prior stands in for them",
    .source = "Monroe, Colaresi and Quinn (2008)",
    .example = "O11=30 R1=1000 O21=10 R2=1000 prior=40 prior_total=2000",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
