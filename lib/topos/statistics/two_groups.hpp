// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"
#include "topos/statistics/permutation.hpp"
#include "topos/statistics/samples.hpp"

namespace topos {

/// A document of one of two groups that are compared.
struct ComparedDocument {
  std::string id;
  std::string cluster;  ///< empty: the document is a cluster of its own
  std::string stratum;  ///< like is compared with like: within strata
  bool target = false;
  std::vector<double> counts;  ///< words, then one number for each code
};

/// How two rates differ.
struct RateContrast {
  double difference;       ///< hits per word
  double log2_rate_ratio;  ///< with half a hit added on both sides
  Interval difference_interval;
  Interval ratio_interval;
  double p;  ///< of the bootstrap: twice the smaller share of resamples with a difference on one side of 0; of t:
             ///< Student's
};

/// Two groups of documents with the counts of several codes. Documents of a cluster are one unit. If clusters have
/// documents in both groups, each is compared with itself; else units are compared within strata. Source: rates within
/// strata are combined as Mantel and Haenszel do (Greenland and Robins 1985).
class TwoGroups {
 public:
  /// Documents without words are left out.
  /// Errors: Errc::usage, if a cluster has documents in several strata and none is in both groups.
  explicit TwoGroups(std::vector<ComparedDocument> documents);

  /// Names of the units: of clusters, else of documents.
  [[nodiscard]] const std::vector<std::string>& units() const noexcept { return names_; }
  /// The same without one unit, and without names.   Domain: unit < units().size().
  [[nodiscard]] TwoGroups without(std::size_t unit) const;
  /// Words, then hits of each code, of each unit in both groups together.
  [[nodiscard]] std::vector<std::vector<double>> unit_totals() const;
  /// Whether clusters are compared with themselves.
  [[nodiscard]] bool paired() const noexcept { return paired_; }
  /// Units of the target and of the reference; if paired, those that have both, and the others have no part.
  [[nodiscard]] std::size_t targets() const noexcept { return sizes_[1]; }
  [[nodiscard]] std::size_t references() const noexcept { return sizes_[0]; }
  /// Whether a stratum has one unit of a group: resampling cannot show how far that may vary.
  [[nodiscard]] bool has_lone_unit() const noexcept { return lone_unit_; }

  /// Observed contrasts, with intervals if there are least_documents units on both sides.
  [[nodiscard]] std::vector<RateContrast> contrasts(const BootstrapSettings& settings, double level) const;
  /// The same without draws: Student's intervals, errors by leaving out one unit after the other within strata and
  /// groups. Where that changes nothing, intervals are NaN.   Cost: units times codes. Source: jackknife within strata,
  /// Shao and Tu (1995); degrees of freedom by Satterthwaite (1946).
  [[nodiscard]] std::vector<RateContrast> t_contrasts(double level) const;
  /// A code's difference without a unit, its error and the degrees of freedom of that.
  struct Rest {
    double difference;
    double error;
    double degrees;
  };
  /// What t_contrasts finds of a code without each unit in turn, but for rounding. None where there are strata, or no
  /// more than least_documents units on a side: then ask `without`.   Cost: a step for each unit.
  [[nodiscard]] std::vector<Rest> rests(std::size_t code) const;
  /// p of each code's difference, by giving the labels to other units within strata, or by exchanging those of paired
  /// ones. Domain: least_documents units on both sides; NaN otherwise.
  [[nodiscard]] std::vector<double> permutation_p(const PermutationSettings& settings) const;

  /// Hits and words of the units of both groups.
  struct Samples {
    std::array<std::vector<double>, 2> hits;  ///< reference, target
    std::array<std::vector<double>, 2> words;
    [[nodiscard]] TwoSamples view() const { return {{hits[1], words[1]}, {hits[0], words[0]}}; }
  };
  [[nodiscard]] Samples samples(std::size_t code) const;

 private:
  TwoGroups() = default;
  /// What one unit has in one group of a stratum.
  struct Piece {
    std::uint32_t stratum = 0;
    std::uint32_t unit = 0;
    bool target = false;
    std::vector<double> counts;
  };
  /// Words, then hits of each code: of reference and target of each stratum.
  using Sides = std::array<std::vector<double>, 2>;
  using Strata = std::vector<Sides>;
  /// Sums over strata, each weighted by the words of the other group.
  struct Combined {
    double weight = 0;
    std::array<double, 2> words{};
    std::array<std::vector<double>, 2> hits;
    explicit Combined(std::size_t codes) : hits{std::vector<double>(codes), std::vector<double>(codes)} {}
    /// Adds a stratum, or with -1 takes it away. One without words on both sides has no part.
    void add(const Sides& sides, double sign);
    [[nodiscard]] double difference(std::size_t code) const;
    [[nodiscard]] double log2_rate_ratio(std::size_t code) const;
  };
  /// Neighbouring pieces of one unit, by the number of the first, that are drawn among themselves.
  using Pools = std::vector<std::vector<std::size_t>>;

  void make_pieces(const std::vector<ComparedDocument>& documents);
  void measure();
  [[nodiscard]] std::size_t codes() const { return codes_; }
  [[nodiscard]] Strata sums_of(std::span<const std::uint32_t> weights, std::span<const std::uint8_t> targets) const;
  [[nodiscard]] Combined combine(const Strata& strata) const;
  [[nodiscard]] Pools pools() const;
  [[nodiscard]] std::size_t end_of_unit(std::size_t first) const;
  [[nodiscard]] std::vector<std::uint32_t> draw(const Pools& pools, const BootstrapSettings& settings,
                                                std::uint32_t replicate) const;
  [[nodiscard]] Combined sums_without(std::size_t first, Strata& strata, const Combined& all) const;
  [[nodiscard]] std::vector<RateContrast> observed(const Combined& all) const;
  [[nodiscard]] std::optional<Strata> whole_sums(const Strata& given) const;
  [[nodiscard]] Strata sums_of_fewer(const Strata& whole, std::span<const std::uint8_t> targets) const;
  [[nodiscard]] std::vector<double> relabelled_p(PermutationSettings settings) const;
  [[nodiscard]] std::vector<double> exchanged_p(PermutationSettings settings) const;
  [[nodiscard]] std::vector<Rest> rests_of_sides(std::size_t code) const;
  [[nodiscard]] std::vector<Rest> rests_of_pairs(std::size_t code) const;

  bool paired_ = false;
  bool lone_unit_ = false;
  std::uint32_t strata_ = 0;
  std::size_t codes_ = 0;
  std::array<std::size_t, 2> sizes_{};  ///< references, targets
  std::vector<Piece> pieces_;           ///< by unit, stratum and group
  std::vector<std::string> names_;      ///< of units
};

}  // namespace topos
