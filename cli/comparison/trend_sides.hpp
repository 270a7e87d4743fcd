// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "comparison/trend_documents.hpp"

namespace topos::cli {

/// A date and the documents that are compared at it.
struct TrendCut {
  Date date;
  bool placebo = false;
  Date since{};  ///< documents before it have no part; year 0: all have
  Date until{};  ///< nor have those from it on; year 0: all have
};

/// Each cut with its neighbours for bounds; with `placebo` also the dates 6 and 12 months before and after it, which
/// lie between the same bounds and have the cut itself for one, so that a change at the cut cannot show at them.
[[nodiscard]] std::vector<TrendCut> trend_cuts(const std::vector<std::string>& dates, bool placebo);

/// One group of documents before and after one date. Index 0 is before.
struct CutSides {
  GroupKey group;
  TrendCut cut;
  std::array<TrendDocuments::Numbers, 2> documents;
  std::array<std::uint64_t, 2> words{};
  std::array<std::size_t, 2> units{};
  double source_change = 0;
  bool unlike = false;
  bool twins = false;
  bool furniture = false;
  bool repeated = false;
  bool lone_unit = false;
  bool narrow = false;  ///< intervals hold less than they promise
};

/// The documents before and after each cut, group by group. Says how many have no part; placebos with documents on one
/// side only are left out.   Errors: Errc::filter, if no document has a date that tells.
[[nodiscard]] std::vector<CutSides> cut_sides(const TrendDocuments& documents, const std::vector<std::string>& dates,
                                              bool placebo);

}  // namespace topos::cli
