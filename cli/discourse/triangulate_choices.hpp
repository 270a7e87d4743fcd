// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options.hpp"
#include "options/adjust.hpp"
#include "options/resampling.hpp"
#include "options/search.hpp"

namespace topos::cli {

/// Options that only `triangulate` has.
struct TriangulateChoices {
  std::vector<std::string> claims;
  std::string show = "matrix";
  double salience = 4;
  std::int64_t sentences = 3;
  bool token_level = false;
  bool force = false;
  std::int64_t level = 0;
  AdjustGroup adjust;
  ResamplingGroup resampling;

  void declare(Options& options);
  /// Adds the claims files to what is looked for; a claim that --codes names means its stances.
  /// Errors: those of load_claims.
  void name_in(SearchGroup& search) const;
  /// Sentences that are kept for each claim and source.
  [[nodiscard]] std::size_t evidence() const { return show == "evidence" ? static_cast<std::size_t>(sentences) : 0; }
};

}  // namespace topos::cli
