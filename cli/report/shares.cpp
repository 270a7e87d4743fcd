// SPDX-License-Identifier: Apache-2.0
#include "report/shares.hpp"

#include <algorithm>
#include <cmath>

#include "cells.hpp"
#include "report/table_view.hpp"
#include "topos/statistics/ratio_intervals.hpp"

namespace topos::cli {

void Shares::add(const std::string& document, const std::string& cluster, std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return;
  part_ += part;
  whole_ += whole;
  rows_.push_back({document, cluster, {real(whole), real(part)}});
}

Estimate Shares::estimate(const ResamplingGroup& resampling, std::uint64_t stream) const {
  Estimate one;
  if (whole_ == 0) return one;
  one.value = real(part_) / real(whole_);
  const CountRows rows = resampling_rows(rows_);
  if (rows.rows() < least_documents) return one;
  const Interval interval = ratio_estimates(rows, resampling.settings(stream), confidence).front().expanded;
  // Where all or none is part in every document, resampling knows no other value.
  if (part_ == 0 || part_ == whole_) return one;
  one.lower = interval.lower;
  one.upper = interval.upper;
  return one;
}

std::string share_text(const Estimate& estimate) {
  constexpr int usual_digits = 2;
  const double value = estimate.value;
  // A small share is not none.
  const int needed = value > 0 ? static_cast<int>(std::ceil(-std::log10(value))) + 1 : 0;
  return in_words(estimate, std::max(usual_digits, needed));
}

std::string share_in_words(const Estimate& estimate, std::size_t documents) {
  const std::string text = share_text(estimate);
  if (!std::isnan(estimate.lower)) return text + " over " + counted(documents, "document");
  return text + (documents == 1 ? ", which describes this document and nothing beyond it"
                                : ", which describes " + counted(documents, "document") + " and nothing beyond them");
}

}  // namespace topos::cli
