// SPDX-License-Identifier: Apache-2.0
#include "comparison/trend_documents.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {

void TrendChoices::declare(Options& options) {
  options.section("Time");
  options.choice("--bin", bin, {"month", "quarter", "year", "period"},
                 "Periods of the rows; period: those that --cut makes; default: year, but with --cut what stands "
                 "before and after it");
  options.flag("--changepoints", changepoints, "Trend and changes of each code over the periods, with tests");
  options.flag("--placebo", placebo, "Also compare at dates 6 and 12 months before and after each cut");
  options.text("--strata", strata, "FIELD", "Compare before and after within the values of this metadata field");
  interval.declare(options, {"none", "t", "percentile", "expanded", "bca"},
                   "Interval of each period's rate, or of differences at --cut (none, t, percentile); default: t");
  resampling.declare(options);
  options.number("--permutations", permutations, 1, 10'000'000,
                 "Relabelings or orders to draw, if there are more than 100000; default: 9999");
  options.number("--block", block, 1, 10'000,
                 "Neighbouring periods that stay together in drawn orders; default: the cube root of their number");
  adjust.declare(options);
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  options.number("--min", least, 1, 1'000'000'000, "Only codes with so many hits");
  options.flag("--force", force, "Also take texts of different languages together");
}

void TrendChoices::check(bool has_cuts) const {
  if (bin == "period" && !has_cuts)
    throw Error(Errc::usage, "--bin period needs the dates that divide periods", {}, "say --cut DATE[,DATE]");
  if (changepoints && bin == "period")
    throw Error(Errc::usage, "changes are looked for in periods of one length", {}, "say --bin year, quarter or month");
  if (changepoints && has_cuts)
    throw Error(Errc::usage, "--changepoints looks for dates of change itself", {},
                "leave out one of --cut and --changepoints");
  if (!compares(has_cuts) && (placebo || !strata.empty()))
    throw Error(Errc::usage, std::string(placebo ? "--placebo" : "--strata") + " compares before and after a date", {},
                "say --cut DATE, without --bin");
  if (compares(has_cuts) && (interval.kind == "expanded" || interval.kind == "bca"))
    throw Error(Errc::usage, "differences have no such interval as '" + interval.kind + "'", {},
                "say --ci t or --ci percentile");
  if (!changepoints && block != 0) throw Error(Errc::usage, "--block goes with --changepoints");
}

PermutationSettings TrendChoices::permutation(std::uint64_t stream) const {
  return {.seed = static_cast<std::uint64_t>(resampling.seed),
          .stream = stream,
          .replicates = static_cast<std::uint32_t>(permutations),
          .strata = {},
          .blocks = {}};
}

}  // namespace topos::cli
