// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "comparison/paired_clusters.hpp"
#include "comparison/sensitivity_counts.hpp"
#include "topos/statistics/two_groups.hpp"

namespace topos::cli {

/// What is done otherwise.
enum class Variation : std::uint8_t { nothing, pattern, unit, regions, weights, length };

/// Whether a conclusion is another one, or at least the sign of a difference that is not shown to be one.
enum class Turn : std::uint8_t { none, sign, flip };

[[nodiscard]] inline bool excludes_zero(const Interval& interval) { return interval.lower > 0 || interval.upper < 0; }

/// One code, counted in one way.
struct SensitivityLine {
  const Comparison* comparison = nullptr;
  VariedCounts::Code code;
  Variation variation = Variation::nothing;
  std::string changed;  ///< what was left out, or taken instead
  double n_all = 0;     ///< hits if nothing is done otherwise
  double n = 0;
  double rank_shift = 0;  ///< places that the code falls among all codes
  double tau = 0;         ///< between the order of all codes and the one at hand
  RateContrast contrast{};
  double change = 0;  ///< of the difference
  Turn turn = Turn::none;
  double holds = std::numeric_limits<double>::quiet_NaN();  ///< with drawn words: share of draws that order the groups,
                                                            ///< or without groups the codes, alike
  bool draft = false;
  std::array<std::size_t, 2> units{};
  bool lone_unit = false;
};

/// Counts the documents of one comparison in all ways that are asked for.
class SensitivityLines {
 public:
  SensitivityLines(const ComparedGroups& groups, const Comparison& comparison, const VariedCounts& varied,
                   const SensitivityChoices& choices, PairedClusters& paired);
  [[nodiscard]] std::vector<SensitivityLine> lines();

 private:
  using Values = std::vector<double>;  ///< by place of a document
  struct CodeHits {
    VariedCounts::Code code;
    Values hits;
    double n = 0;
    bool draft = false;
  };
  /// A code's hits in some variation.
  struct Varied {
    std::size_t code = 0;
    Values hits;
    double n = 0;
  };

  /// What some codes count if `what` is done.
  struct Changed {
    std::string what;
    std::vector<Varied> codes;
  };

  void add_codes();
  void add_baseline();
  void add_regions(std::size_t number);
  void add_units();
  void add_lengths();
  [[nodiscard]] std::vector<double> holds_in_draws(const Values& words) const;
  void add_variation(Variation variation, const std::string& changed, std::vector<Varied> varied, const Values& words);
  [[nodiscard]] std::vector<std::size_t> units_that_matter(const TwoGroups& two, std::size_t first, std::size_t codes,
                                                           const std::vector<std::vector<double>>& n) const;
  [[nodiscard]] bool may_flip(const TwoGroups::Rest& rest, const RateContrast& base) const;
  void add_variations(Variation variation, const std::vector<Changed>& all, const Values& words);
  void add_patterns();
  void keep_strongest_patterns(std::size_t first);
  void judge(SensitivityLine& line, std::size_t code) const;
  void keep_units(std::vector<SensitivityLine> lines, double base);
  [[nodiscard]] std::vector<std::vector<double>> counts_without_units(const std::vector<const Values*>& columns) const;
  [[nodiscard]] Values replaced(const Values& hits, const std::vector<DocumentHits>& changes) const;
  [[nodiscard]] std::vector<Varied> changed_codes(const VariedCounts::Changes& changes) const;
  [[nodiscard]] TwoGroups two_groups(const Values& words, std::span<const Values* const> columns) const;
  [[nodiscard]] std::vector<RateContrast> contrasts(const Values& words,
                                                    const std::vector<const Values*>& columns) const;
  [[nodiscard]] SensitivityLine line_of(std::size_t code, Variation variation, const std::string& changed,
                                        double n) const;
  void rank(SensitivityLine& line, std::size_t code, const std::vector<double>& n, double tau) const;

  const ComparedGroups& groups_;
  const Comparison& comparison_;
  const VariedCounts& varied_;
  const SensitivityChoices& choices_;
  std::vector<std::uint32_t> documents_;  ///< by place: the reference, then the target
  std::vector<std::uint32_t> place_;      ///< by document, from 1; 0: it has no part
  Values words_;
  std::vector<CodeHits> codes_;
  std::vector<double> n_;  ///< by code
  std::vector<RateContrast> base_;
  std::array<std::size_t, 2> units_{};
  bool lone_unit_ = false;
  PairedClusters& paired_;
  std::vector<SensitivityLine> lines_;
};

}  // namespace topos::cli
