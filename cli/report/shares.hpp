// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "options/resampling.hpp"
#include "topos/report/figure.hpp"
#include "topos/statistics/bootstrap.hpp"

namespace topos::cli {

/// A part of a whole, counted document by document.
class Shares {
 public:
  /// `whole` may be 0: the document has no part in intervals.
  void add(const std::string& document, const std::string& cluster, std::uint64_t part, std::uint64_t whole);
  [[nodiscard]] std::uint64_t part() const noexcept { return part_; }
  [[nodiscard]] std::uint64_t whole() const noexcept { return whole_; }
  /// Documents that have some of the whole.
  [[nodiscard]] std::size_t documents() const noexcept { return rows_.size(); }
  /// Part over whole; an interval from resampled documents, or clusters, where there are five or more.
  /// `stream`: of random numbers.
  [[nodiscard]] Estimate estimate(const ResamplingGroup& resampling, std::uint64_t stream) const;

 private:
  std::uint64_t part_ = 0;
  std::uint64_t whole_ = 0;
  std::vector<CountRow> rows_;
};

/// "0.25 [0.1, 0.4]"; two digits of a share that is smaller than 0.1.
[[nodiscard]] std::string share_text(const Estimate& estimate);

/// "0.25 [0.1, 0.4] over 12 documents", or without an interval "0.25, which describes 3 documents and nothing beyond
/// them".
[[nodiscard]] std::string share_in_words(const Estimate& estimate, std::size_t documents);

}  // namespace topos::cli
