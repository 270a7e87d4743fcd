// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/association.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <numbers>
#include <string>

#include "kit/reading.hpp"
#include "kit/skip.hpp"
#include "topos/base/number.hpp"
#include "topos/statistics/measure.hpp"

using namespace topos;

namespace {

double value(const char* id, const ContingencyTable& table) {
  return std::get<AssociationFunction>(find_measure(id).variant->function)(table, {});
}

template <typename Visit>
void for_each_table(Visit visit) {
  for (const double O11 : {0.0, 1.0, 5.0, 40.0})
    for (const double O12 : {0.0, 3.0, 90.0})
      for (const double O21 : {0.0, 1.0, 17.0})
        for (const double O22 : {0.0, 8.0, 1000.0}) visit(ContingencyTable{O11, O12, O21, O22});
}

bool equal(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a));
}

/// How UCS reports a measure: variant and how its value becomes ours.
struct Gold {
  const char* variant;
  double factor;
};

}  // namespace

TEST_CASE("every measure of a table is finite or NaN") {
  for (const Measure* measure : all_measures())
    for (const Variant& variant : measure->variants)
      if (const auto* function = std::get_if<AssociationFunction>(&variant.function))
        for_each_table([&](const ContingencyTable& table) { CHECK_FALSE(std::isinf((*function)(table, {}))); });
}

TEST_CASE("the four-cell log-likelihood is not negative and does not change when rows and columns change places") {
  for_each_table([](const ContingencyTable& t) {
    const ContingencyTable turned{t.O11, t.O21, t.O12, t.O22};
    if (!t.is_valid() || !turned.is_valid()) return;
    for (const char* id : {"ll4", "chi2", "phi2", "williams", "fisher", "odds_ratio", "mi", "dice", "z"}) {
      CAPTURE(id);
      CHECK(equal(value(id, t), value(id, turned)));
    }
    CHECK(value("ll4", t) >= 0);
  });
}

TEST_CASE("swapping target and reference turns the sign of differences") {
  for_each_table([](const ContingencyTable& t) {
    const ContingencyTable swapped{t.O21, t.O22, t.O11, t.O12};
    for (const char* id : {"ll4_signed", "ll2_signed", "log_ratio", "log_ratio_walter", "conservative_log_ratio",
                           "conservative_log_ratio_normal", "difference_coefficient", "delta_p", "log_odds_prior",
                           "log2_odds_ratio_haldane"}) {
      CAPTURE(id);
      CHECK(equal(value(id, t), -value(id, swapped)));
    }
  });
}

TEST_CASE("logDice is at most 14 and the conservative log ratio is not beyond the log ratio") {
  for_each_table([](const ContingencyTable& t) {
    CHECK_FALSE(value("log_dice", t) > 14);
    const double plain = value("log_ratio", t);
    if (t.O11 > 0 && t.O21 > 0 && t.is_valid()) CHECK(std::abs(value("conservative_log_ratio", t)) <= std::abs(plain));
  });
}

TEST_CASE("one tail of Fisher's test and the other share the table at hand") {
  const ContingencyTable t{7, 3, 2, 7};
  CHECK(value("fisher_greater", t) + value("fisher_less", t) > 1);
  CHECK(value("fisher_log10_greater", t) == doctest::Approx(std::log10(value("fisher_greater", t))).epsilon(1e-12));
  CHECK(value("fisher_log10_less", t) == doctest::Approx(std::log10(value("fisher_less", t))).epsilon(1e-12));
}

TEST_CASE("shared: measures give the values of UCS") {
  const std::filesystem::path file = TOPOS_SOURCE_DIR "/../shared/oracles/collocation/ucs_gold_100.tsv";
  if (!std::filesystem::exists(file)) return test::skipped("the shared oracles are not there");
  const std::string text = test::file_text(file.string());
  std::vector<std::string> names{""};
  for (const char c : text.substr(0, text.find('\n')))
    if (c == '\t')
      names.emplace_back();
    else
      names.back() += c;
  const double bits = std::numbers::log2e * std::numbers::ln10;
  const std::map<std::string, Gold> golds = {{"am.Dice", {"dice", 1}},
                                             {"am.Fisher.pv", {"fisher_log10_greater", -1}},
                                             {"am.Jaccard", {"jaccard", 1}},
                                             {"am.MI", {"mi", bits}},
                                             {"am.MI2", {"mi2", bits}},
                                             {"am.MI3", {"mi3", bits}},
                                             {"am.MS", {"minimum_sensitivity", 1}},
                                             {"am.Poisson.Stirling", {"poisson_stirling", std::numbers::ln10}},
                                             {"am.Poisson.pv", {"poisson_log10", -1}},
                                             {"am.average.MI", {"ll4", 2 * std::numbers::ln10}},
                                             {"am.chi.squared", {"chi2", 1}},
                                             {"am.chi.squared.corr", {"chi2_yates", 1}},
                                             {"am.gmean", {"gmean", 1}},
                                             {"am.local.MI", {"local_mi", bits}},
                                             {"am.log.likelihood", {"ll4_signed", 1}},
                                             {"am.odds.ratio", {"log2_odds_ratio", bits}},
                                             {"am.odds.ratio.disc", {"log2_odds_ratio_haldane", bits}},
                                             {"am.simple.ll", {"simple_ll_signed", 1}},
                                             {"am.t.score", {"t", 1}},
                                             {"am.z.score", {"z", 1}},
                                             {"am.z.score.corr", {"z_corrected", 1}}};
  std::size_t compared = 0;
  for (const auto& row : test::table_rows(file.string())) {
    const auto table = ContingencyTable::of_marginals(*parse_number(row[3]), *parse_number(row[4]),
                                                      *parse_number(row[5]), *parse_number(row[6]));
    for (std::size_t column = 7; column < row.size(); ++column) {
      const auto gold = golds.find(names[column]);
      const auto number = parse_number(row[column]);
      if (gold == golds.end() || !number || !std::isfinite(*number)) continue;
      // UCS writes an infinite odds ratio as ten millions.
      if (std::abs(*number) >= 1e6) continue;
      // UCS gives chi-square the sign of the difference.
      const bool is_signed = gold->first.starts_with("am.chi");
      const double expected = (is_signed ? std::abs(*number) : *number) * gold->second.factor;
      CAPTURE(names[column]);
      CAPTURE(row[2]);
      const double ours = value(gold->second.variant, table);
      CAPTURE(ours);
      CAPTURE(expected);
      // UCS itself loses digits below: it subtracts products of great counts.
      CHECK(std::abs(ours - expected) <= 1e-9 * std::max(0.1, std::abs(expected)));
      ++compared;
    }
  }
  CHECK(compared > 1900);
}
