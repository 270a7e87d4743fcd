// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "options/interval.hpp"
#include "options/pairs.hpp"
#include "options/resampling.hpp"
#include "session.hpp"
#include "topos/annotation/code_pairs.hpp"
#include "topos/report/table.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos::cli {

/// Options that only `cross` has.
struct CrossChoices {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::string unit = "sentence";
  std::int64_t level = 0;
  IntervalGroup interval{"t"};
  ResamplingGroup resampling;
  bool wide = false;

  void declare(Options& options);
  /// Errors: Errc::usage, if one of the two sets of codes is not named.
  void check() const;
};

/// Makes the table of two sets of codes.
class CrossTable {
 public:
  /// Errors: Errc::usage.
  CrossTable(const Query& query, const CrossChoices& choices, const CodeSides& sides);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table(const CodePairs& pairs);

 private:
  /// A row code of a group and the column codes beside it.
  struct Line {
    const RowKey* row = nullptr;
    std::vector<const RowKey*> columns;
    std::vector<PairRow> cells;  ///< one for each column
    std::vector<Interval> intervals;
    std::size_t clusters = 0;  ///< that intervals rest on
  };

  [[nodiscard]] std::vector<Line> lines(const CodePairs& pairs) const;
  void add_intervals(Line& line, const CodePairs& pairs) const;
  [[nodiscard]] Table long_table(const std::vector<Line>& lines, const CodePairs& pairs,
                                 std::set<std::string>& raised) const;
  [[nodiscard]] Table wide_table(const std::vector<Line>& lines, const CodePairs& pairs,
                                 std::set<std::string>& raised) const;
  [[nodiscard]] std::string flags_of(const Line& line, const std::vector<PairRow>& cells, const CodePairs& pairs) const;

  const Query& query_;
  const CrossChoices& choices_;
  const CodeSides& sides_;
  bool several_ = false;  ///< codebooks, which are then shown
};

}  // namespace topos::cli
