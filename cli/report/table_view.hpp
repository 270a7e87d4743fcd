// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/report/figure.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Of an adjusted p: below it a report says that a difference is there.
inline constexpr double significance = 0.05;

/// Reads cells of a table by the names of its columns: figures and findings are made of tables, so that both say the
/// same.
class TableView {
 public:
  /// `table` must outlive it.
  explicit TableView(const Table& table) : table_(table) {}
  [[nodiscard]] std::size_t rows() const noexcept { return table_.rows.size(); }
  /// The number of a column. Domain: there is one called so.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const noexcept;
  /// NaN for a cell that is undefined or text.
  [[nodiscard]] double number(std::size_t row, std::string_view name) const;
  /// Empty for a cell that is undefined or a number.
  [[nodiscard]] std::string text(std::size_t row, std::string_view name) const { return text_at(row, column(name)); }
  [[nodiscard]] std::string text_at(std::size_t row, std::size_t column) const;
  /// A value and its interval; without one where the table has no such columns.
  [[nodiscard]] Estimate estimate(std::size_t row, std::string_view value, std::string_view lower,
                                  std::string_view upper) const;

 private:
  const Table& table_;
};

/// The values of several fields as one label.
[[nodiscard]] std::string group_label(const std::vector<std::string>& values);

/// The most groups that sentences are made of.
inline constexpr std::size_t most_told_groups = 6;

/// The same in a sentence: "texts of bloc ASEAN, of year 2024", "texts without bloc", of a document its name. Domain: a
/// value for each field.
[[nodiscard]] std::string texts_of(const std::vector<std::string>& fields, const std::vector<std::string>& values);

/// A number in a sentence.
[[nodiscard]] std::string in_words(double value, int digits);
/// The same with its interval in brackets, if it has one.
[[nodiscard]] std::string in_words(const Estimate& estimate, int digits);
/// "1 document", "2 documents".
[[nodiscard]] std::string counted(std::uint64_t n, std::string_view noun);

/// What a statement about rows of a table says of its test: the p that was corrected, and what is taken for granted.
[[nodiscard]] std::string corrected_p(const TableView& view, std::size_t row, std::size_t tests);
/// In brackets, where documents that belong together are counted one by one; else nothing.
[[nodiscard]] std::string taken_for_independent(const TableView& view, std::size_t row);

/// The names with the largest numbers above zero, those first; of equal ones by name.
[[nodiscard]] std::vector<std::string> largest(const std::map<std::string, double>& numbers, std::size_t most);

/// Whether one of the names has more than each other.
template <class Name>
[[nodiscard]] bool one_has_most(const std::map<Name, double>& numbers) {
  double most = 0;
  std::size_t having = 0;
  for (const auto& [name, number] : numbers) {
    if (number > most) having = 0;
    most = std::max(most, number);
    having += number == most ? 1U : 0U;
  }
  return having == 1;
}

/// The same without intervals, series as columns: for more of them than have marks of their own.
[[nodiscard]] HeatMap heat_of(const DotPlot& chart);

/// What stands before the last dot of all of these codes, with the dot; figures leave it out of labels.
[[nodiscard]] std::string common_stem(const std::vector<std::string>& codes);

}  // namespace topos::cli
