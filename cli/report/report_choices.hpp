// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "options/resampling.hpp"
#include "options/search.hpp"

namespace topos::cli {

/// Options that only `report` has.
struct ReportChoices {
  std::string folder;
  std::string format;  ///< md: to standard output; empty: to the folder
  std::string title;
  std::vector<std::string> sections;
  std::string compare;
  std::vector<std::string> claims;
  std::string cases;
  std::vector<std::string> human;
  std::string evidence = "5";
  std::int64_t digits = 2;
  bool no_charts = false;
  bool provenance = false;
  ResamplingGroup resampling;

  void declare(Options& options);
  /// Ids of --sections, commas split; all if it is not given. Errors: Errc::usage, with the nearest.
  [[nodiscard]] std::vector<std::string> section_ids() const;
  /// The two filters of --compare, the second empty where all other documents are meant; both are where it is not
  /// given. Errors: Errc::usage.
  [[nodiscard]] std::pair<std::string, std::string> compared() const;
  /// Sentences of each code and group that the page shows; 0: none.
  /// Errors: Errc::usage.
  [[nodiscard]] std::size_t evidence_lines() const;
};

}  // namespace topos::cli
