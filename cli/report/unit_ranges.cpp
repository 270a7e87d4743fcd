// SPDX-License-Identifier: Apache-2.0
#include "report/unit_ranges.hpp"

#include <algorithm>
#include <cmath>

namespace topos::cli {
namespace {

constexpr std::size_t most_codes_shown = 20;

}  // namespace

Figure unit_ranges(const TableView& view, bool clusters) {
  std::map<std::string, Estimate> ranges;
  std::map<std::string, double> order;
  const std::string a = view.text(0, "a");
  const std::string b = view.text(0, "b");
  for (std::size_t row = 0; row < view.rows(); ++row) {
    if (view.text(row, "a") != a || view.text(row, "b") != b) continue;
    const std::string variant = view.text(row, "variant");
    const double difference = view.number(row, "difference");
    if (std::isnan(difference)) continue;
    Estimate& of = ranges[view.text(row, "code")];
    if (variant == "none") of = {difference, difference, difference};
    if (variant != "document" && variant != "cluster") continue;
    of.lower = std::min(of.lower, difference);
    of.upper = std::max(of.upper, difference);
    order[view.text(row, "code")] = of.upper - of.lower;
  }
  DotPlot chart;
  chart.axis = "difference, hits in 1000 words";
  chart.series = {""};
  chart.reference = 0;
  const std::vector<std::string> drawn = largest(order, most_codes_shown);
  const std::string stem = common_stem(drawn);
  for (const std::string& code : drawn) chart.rows.push_back({{code.substr(stem.size()), code}, {ranges[code]}});
  std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const DotPlot::Row& x, const DotPlot::Row& y) {
    return x.marks.front().value > y.marks.front().value;
  });
  const std::string unit = clusters ? "cluster" : "document";
  return {"without-units",
          a + " less " + b + ": how far one " + unit + " moves each difference",
          "Dots: the difference. Lines: from its least to its greatest value without one of the " + unit +
              "s that have hits; no intervals.",
          "Differences of " + counted(drawn.size(), "code") + " with their ranges. The table has the numbers.",
          "sensitivity",
          std::move(chart)};
}

}  // namespace topos::cli
