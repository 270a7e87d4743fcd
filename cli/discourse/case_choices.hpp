// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "options.hpp"
#include "options/search.hpp"
#include "topos/discourse/case_comparison.hpp"

namespace topos::cli {

/// Options that only `cases` has.
struct CaseChoices {
  std::string path;
  std::string show = "matrix";
  std::string values = "sentences";
  std::string threshold = "one";
  std::string distance = "cosine";
  std::string outcome;
  std::int64_t around = 0;
  std::int64_t sentences = 3;
  std::int64_t level = 0;

  void declare(Options& options);
  /// Loads the cases, and adds their anchors and the outcome to what is looked for; dimensions are the domains if no
  /// codes are named. Errors: Errc::usage without a file; those of load_cases and CaseSet.
  [[nodiscard]] CaseSet load(SearchGroup& search) const;

  [[nodiscard]] CaseOptions counting() const;
  [[nodiscard]] CaseMeasure measure() const;
  [[nodiscard]] CaseThreshold present() const {
    return threshold == "median" ? CaseThreshold::median : CaseThreshold::one;
  }
  [[nodiscard]] CaseDistance apart() const;
};

}  // namespace topos::cli
