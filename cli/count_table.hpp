// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "row_inference.hpp"
#include "session.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `count` has.
struct CountChoices {
  std::vector<std::string> per;  ///< number and unit; empty: 1000 words
  std::int64_t level = 0;
  InferenceChoices inference;
  bool zeros = false;
  bool matrix = false;
  bool sparse = false;
  bool exit_code = false;
  bool times_from_names = false;  ///< W15; the command finds it out

  void declare(Options& options);
};

/// A code that a run could have found, and the codebook it is of.
struct BookCode {
  std::string book;
  std::string code;
};

/// Gathers the counts of a run and makes the table of them.
class CountTable {
 public:
  /// Errors: Errc::usage for a rate that is none.
  /// `decisions`: whether the counts of the machine stand beside those of people.
  CountTable(const Query& query, const CountChoices& choices, bool decisions);
  void add(const DocumentTally& tally, DocumentOrigin origin, bool duplicate);
  /// What the document that was added last had before people decided.
  void add_machine(const DocumentTally& before) { tally_.add_machine(before); }
  /// Whether anything was counted.
  [[nodiscard]] bool found() const noexcept { return tally_.found(); }
  /// The table; prints the warnings that belong to it. `codes`: all codes that a row or column is wanted for, with or
  /// without hits.
  [[nodiscard]] Table table(const std::vector<BookCode>& codes);
  /// The name of the column of rates.
  [[nodiscard]] std::string rate_column() const { return "per_" + std::to_string(rate_.base) + "_" + rate_.unit; }

 private:
  struct Rate {
    std::int64_t base = 1000;
    std::string unit = "words";
    CountsByDocument::Measure total = &GroupCount::words;
  };
  struct Cells {
    std::string document;
    GroupKey by;
    std::vector<std::pair<std::string, std::uint64_t>> counts;
    std::uint64_t words = 0;
  };

  [[nodiscard]] static Rate rate_of(const std::vector<std::string>& per);
  [[nodiscard]] Table rows(const std::vector<BookCode>& codes);
  [[nodiscard]] Table matrix(const std::vector<BookCode>& codes) const;
  void add_zeros(const std::vector<BookCode>& codes);
  [[nodiscard]] std::vector<Column> row_columns(bool several) const;
  [[nodiscard]] std::vector<Cell> cells_of(const RowKey& key, const RowCount& row, bool several) const;
  [[nodiscard]] std::string flags_of(const RowKey& key, const RowCount& row, const GroupCount& group) const;
  void print_warnings(const std::set<std::string>& ids) const;

  const Query& query_;
  const CountChoices& choices_;
  bool decisions_ = false;
  Rate rate_;
  RowInference inference_;
  Tally tally_;
  Counts counts_;                   ///< of tally_, when all is added
  std::vector<Cells> by_document_;  ///< of --matrix
};

/// The codes a run could have found: those of its books that are selected, folded as the query folds them, and the
/// ancestors that were asked for.
[[nodiscard]] std::vector<BookCode> all_codes(const Query& query, Library& library, const Reporter& reporter);

}  // namespace topos::cli
