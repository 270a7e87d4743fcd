// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace topos {

/// Whole numbers of documents (or clusters) in rows of one length: the denominator first, then one column for each
/// code.
class CountRows {
 public:
  explicit CountRows(std::size_t columns) : columns_(columns) {}
  /// Appends a row of zeros and returns it.
  std::span<double> add();
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  [[nodiscard]] std::span<const double> row(std::size_t at) const { return {cells_.data() + at * columns_, columns_}; }
  /// Sums of the columns.
  [[nodiscard]] std::vector<double> sums() const;

 private:
  std::size_t columns_;
  std::vector<double> cells_;
};

/// A document's row and where it belongs.
struct CountRow {
  std::string id;
  std::string cluster;  ///< empty: the document is a cluster of its own
  std::vector<double> counts;
};

/// Rows in the order of their ids, rows of one cluster added up: what is resampled, whatever order and however many
/// partial results the rows came in.   Domain: all rows of one length.
[[nodiscard]] CountRows resampling_rows(std::vector<CountRow> rows);

struct BootstrapSettings {
  std::uint64_t seed = 1;
  std::uint64_t stream = 0;  ///< one for each group of documents
  std::uint32_t replicates = 2000;
};

/// Fewer documents than this give no interval.
inline constexpr std::size_t least_documents = 5;

/// Column sums of resampled rows, one replicate after the other. All columns of a replicate share its draws.
/// Domain: sums of a column below 2^53.   Cost: replicates times rows times columns.
/// Source: Efron (1979); rows are drawn with return.
class BootstrapSums {
 public:
  BootstrapSums(const CountRows& rows, const BootstrapSettings& settings);
  [[nodiscard]] std::size_t replicates() const { return replicates_; }
  [[nodiscard]] std::span<const double> replicate(std::size_t at) const {
    return {sums_.data() + at * columns_, columns_};
  }
  /// Column over denominator in each replicate; NaN where the denominator is 0.
  [[nodiscard]] std::vector<double> ratios(std::size_t column) const;

 private:
  std::size_t columns_;
  std::size_t replicates_;
  std::vector<double> sums_;
};

/// How often each of `rows` rows is drawn in one replicate.
void draw_weights(std::span<std::uint32_t> weights, const BootstrapSettings& settings, std::uint32_t replicate);

/// Column over denominator without each row in turn.
[[nodiscard]] std::vector<double> jackknife_ratios(const CountRows& rows, std::size_t column);

}  // namespace topos
