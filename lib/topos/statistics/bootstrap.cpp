// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/bootstrap.hpp"

#include <algorithm>
#include <cassert>

#include "topos/base/number.hpp"
#include "topos/statistics/random.hpp"

namespace topos {
namespace {

double ratio(double numerator, double denominator) { return denominator > 0 ? numerator / denominator : undefined; }

/// Whole numbers in doubles: exact, so the order of adding cannot matter, and the compiler does several at once.
void add_row(double* __restrict sums, const double* __restrict row, double weight, std::size_t columns) {
  for (std::size_t column = 0; column < columns; ++column) sums[column] += weight * row[column];
}

}  // namespace

std::span<double> CountRows::add() {
  cells_.resize(cells_.size() + columns_);
  return {cells_.data() + cells_.size() - columns_, columns_};
}

std::vector<double> CountRows::sums() const {
  std::vector<double> sums(columns_);
  for (std::size_t at = 0; at < rows(); ++at) add_row(sums.data(), row(at).data(), 1, columns_);
  return sums;
}

CountRows resampling_rows(std::vector<CountRow> rows) {
  const auto unit = [](const CountRow& row) -> const std::string& {
    return row.cluster.empty() ? row.id : row.cluster;
  };
  // A document and a cluster may share a name and are two units all the same.
  const auto same = [&](const CountRow& a, const CountRow& b) { return !a.cluster.empty() && a.cluster == b.cluster; };
  std::sort(rows.begin(), rows.end(), [&](const CountRow& a, const CountRow& b) {
    if (const int order = unit(a).compare(unit(b)); order != 0) return order < 0;
    return a.cluster < b.cluster;
  });
  CountRows merged(rows.empty() ? 0 : rows[0].counts.size());
  std::span<double> last;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    assert(rows[at].counts.size() == merged.columns());
    if (at == 0 || !same(rows[at - 1], rows[at])) last = merged.add();
    add_row(last.data(), rows[at].counts.data(), 1, merged.columns());
  }
  return merged;
}

void draw_weights(std::span<std::uint32_t> weights, const BootstrapSettings& settings, std::uint32_t replicate) {
  std::fill(weights.begin(), weights.end(), 0);
  Random random(settings.seed, settings.stream, replicate);
  const auto rows = static_cast<std::uint32_t>(weights.size());
  for (std::uint32_t drawn = 0; drawn < rows; ++drawn) ++weights[random.below(rows)];
}

BootstrapSums::BootstrapSums(const CountRows& rows, const BootstrapSettings& settings)
    : columns_(rows.columns()), replicates_(settings.replicates), sums_(columns_ * replicates_) {
  std::vector<std::uint32_t> weights(rows.rows());
  for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
    draw_weights(weights, settings, replicate);
    double* const sums = sums_.data() + replicate * columns_;
    for (std::size_t at = 0; at < weights.size(); ++at)
      if (weights[at] > 0) add_row(sums, rows.row(at).data(), weights[at], columns_);
  }
}

std::vector<double> BootstrapSums::ratios(std::size_t column) const {
  assert(column < columns_);
  std::vector<double> ratios(replicates_);
  for (std::size_t at = 0; at < replicates_; ++at) ratios[at] = ratio(replicate(at)[column], replicate(at)[0]);
  return ratios;
}

std::vector<double> jackknife_ratios(const CountRows& rows, std::size_t column) {
  assert(column < rows.columns());
  const std::vector<double> sums = rows.sums();
  std::vector<double> ratios(rows.rows());
  for (std::size_t at = 0; at < ratios.size(); ++at)
    ratios[at] = ratio(sums[column] - rows.row(at)[column], sums[0] - rows.row(at)[0]);
  return ratios;
}

}  // namespace topos
