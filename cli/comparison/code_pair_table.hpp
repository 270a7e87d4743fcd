// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "measure_choice.hpp"
#include "options/adjust.hpp"
#include "options/memory.hpp"
#include "options/pairs.hpp"
#include "session.hpp"
#include "topos/annotation/code_pairs.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `cooccur` has.
struct PairChoices {
  std::string unit = "sentence";
  std::string window;
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::int64_t level = 0;
  MeasureChoice measures{Family::association, "log_dice,npmi,ll4,delta_p,delta_p_backward"};
  std::int64_t least = 1;
  std::int64_t least_documents = 1;
  AdjustGroup adjust;
  std::string sort;
  std::int64_t limit = 0;
  MemoryGroup memory;

  void declare(Options& options);
  /// Errors: Errc::usage.
  [[nodiscard]] PairOptions counting() const;
};

/// Makes the table of a run's pairs of codes.
class CodePairTable {
 public:
  /// Errors: Errc::usage for a measure or a key that is none.
  CodePairTable(const Query& query, const PairChoices& choices, const CodeSides& sides);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table(const CodePairs& pairs);

 private:
  struct Line {
    PairRow row;
    std::uint64_t n_a = 0;
    std::uint64_t n_b = 0;
    std::uint64_t near_a = 0;
    std::uint64_t units = 0;
    double expected = 0;
    double shuffled = 0;
    double p = 0;
    double p_adjusted = 0;
    std::vector<double> values;  ///< of the measures
  };

  [[nodiscard]] std::vector<PairRow> wanted(const CodePairs& pairs) const;
  [[nodiscard]] Line line_of(const PairRow& row, const CodePairs& pairs) const;
  [[nodiscard]] double key_of(const Line& line) const;
  void arrange(std::vector<Line>& lines) const;
  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] std::vector<Cell> cells(const Line& line, const std::string& flags) const;
  [[nodiscard]] std::string flags_of(const Line& line, const CodePairs& pairs) const;

  const Query& query_;
  const PairChoices& choices_;
  const CodeSides& sides_;
  std::vector<const Variant*> measures_;
  std::size_t key_ = 0;
  std::size_t tested_ = 0;
  bool several_ = false;  ///< codebooks, which are then shown
};

}  // namespace topos::cli
