// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "measure_choice.hpp"
#include "options/adjust.hpp"
#include "options/memory.hpp"
#include "session.hpp"
#include "topos/annotation/collocations.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `collocates` has.
struct CollocateChoices {
  std::string window = "5";
  bool numbers = false;
  bool punctuation = false;
  std::int64_t level = 0;
  MeasureChoice measures{Family::association, "log_dice,mi,ll4,delta_p,delta_p_backward"};
  std::int64_t least = 3;
  std::int64_t least_documents = 1;
  std::string stop;
  std::string sort;
  std::int64_t limit = 0;
  bool null = false;
  AdjustGroup adjust;
  MemoryGroup memory;

  void declare(Options& options);
  /// Errors: Errc::usage.
  [[nodiscard]] CollocateOptions counting() const;
};

/// Makes the table of a run's collocates.
class CollocateTable {
 public:
  /// Errors: Errc::usage for a measure or a key that is none; those of reading the stop list.
  CollocateTable(const Query& query, const CollocateChoices& choices);
  [[nodiscard]] bool wants_documents() const noexcept { return choices_.null; }
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table(Collocations& collocations);

 private:
  struct Line {
    CollocateRow row;
    double expected = 0;
    double shuffled = 0;
    double p = 0;
    double p_adjusted = 0;
    std::vector<double> values;  ///< of the measures
    double key = 0;              ///< what rows are sorted by, falling
  };

  [[nodiscard]] std::vector<Line> lines(Collocations& collocations) const;
  void add_null(Line& line, const Collocations& collocations, const Collocations::Strata& strata) const;
  void arrange(std::vector<Line>& lines) const;
  [[nodiscard]] double key_of(const Line& line) const;
  [[nodiscard]] std::vector<Column> columns(bool several) const;
  [[nodiscard]] std::vector<Cell> cells(const Line& line, bool several, const std::string& flags) const;
  [[nodiscard]] std::string flags_of(const Line& line, const Collocations& collocations) const;

  const Query& query_;
  const CollocateChoices& choices_;
  std::vector<const Variant*> measures_;
  std::set<std::string, std::less<>> stop_;
  std::size_t key_ = 0;  ///< of the keys that rows can be sorted by
  std::size_t tested_ = 0;
};

}  // namespace topos::cli
