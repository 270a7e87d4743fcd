// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "comparison/compared_groups.hpp"
#include "comparison/paired_clusters.hpp"
#include "measure_choice.hpp"
#include "options/adjust.hpp"
#include "spread.hpp"
#include "topos/report/table.hpp"
#include "topos/statistics/two_groups.hpp"

namespace topos::cli {

/// Options that only `compare` has.
struct CompareChoices {
  GroupChoices groups;
  std::string test = "permutation";
  std::int64_t permutations = 9999;
  AdjustGroup adjust;
  MeasureChoice measures{Family::samples, "rate_odds_ratio,cliffs_delta,hedges_g"};
  bool token_level = false;
  std::int64_t level = 0;
  std::int64_t least = 1;
  std::int64_t least_documents = 1;
  std::string sort;
  std::int64_t limit = 0;

  void declare(Options& options);
  /// Errors: Errc::usage.
  void check() const;
};

/// Makes the table of a comparison.
class CompareTable {
 public:
  /// Errors: Errc::usage for a measure or a key that is none.
  CompareTable(const Query& query, const CompareChoices& choices);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table(const ComparedGroups& groups);

 private:
  struct Line {
    const Comparison* comparison = nullptr;
    ComparedGroups::Code code;
    std::array<std::uint64_t, 2> n{};
    std::array<std::uint64_t, 2> documents{};  ///< with hits
    std::array<Spread, 2> spread{};            ///< over documents
    std::array<std::vector<double>, 2> hits;   ///< document by document
    std::array<std::size_t, 2> units{};        ///< documents or clusters
    RateContrast contrast{};
    std::vector<double> values;  ///< of the measures
    double p = 0;
    double p_adjusted = 0;
    HitDoubts doubts;
    bool draft = false;
    bool lone_unit = false;
  };

  void add_lines(const Comparison& comparison, const ComparedGroups& groups,
                 const std::map<ComparedGroups::Code, std::vector<DocumentUnits>>& codes);
  [[nodiscard]] std::optional<Line> counted(const Comparison& comparison, const ComparedGroups& groups,
                                            const ComparedGroups::Code& code, const std::vector<DocumentUnits>& units,
                                            const std::vector<std::pair<std::uint8_t, std::uint32_t>>& places) const;
  void contrast(std::vector<Line>& lines, std::size_t begin, std::size_t end, const ComparedGroups& groups);
  [[nodiscard]] std::vector<double> probabilities(const TwoGroups& two, const std::vector<RateContrast>& contrasts,
                                                  std::uint64_t stream) const;
  void arrange();
  [[nodiscard]] double key_of(const Line& line) const;
  [[nodiscard]] std::vector<Column> columns(bool described, bool several) const;
  [[nodiscard]] std::vector<Cell> cells(const Line& line, const std::string& flags, bool described, bool several) const;
  [[nodiscard]] std::string flags_of(const Line& line) const;

  const Query& query_;
  const CompareChoices& choices_;
  std::vector<const Variant*> measures_;
  std::size_t key_ = 0;
  std::size_t tested_ = 0;
  PairedClusters paired_;
  std::vector<Line> lines_;
};

}  // namespace topos::cli
