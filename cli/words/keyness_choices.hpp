// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "measure_choice.hpp"
#include "options/adjust.hpp"
#include "options/features.hpp"
#include "options/memory.hpp"

namespace topos::cli {

/// Options that only `keyness` has.
struct KeynessChoices {
  std::vector<std::string> target;
  std::vector<std::string> reference;
  std::string by;
  std::vector<std::string> reference_paths;
  std::string list;
  std::int64_t list_total = 0;
  FeatureGroup features;
  std::int64_t level = 0;
  MeasureChoice measures{Family::association, "conservative_log_ratio,log_ratio,ll4_signed", {}, "keyness"};
  double k = 1;
  std::string keys = "both";
  std::int64_t least = 5;
  std::int64_t least_documents = 1;
  std::string cluster;
  std::string test = "mann-whitney";
  std::int64_t permutations = 9999;
  std::int64_t seed = 1;
  bool token_p = false;
  AdjustGroup adjust;
  std::string sort;
  std::int64_t limit = 0;
  MemoryGroup memory;

  void declare(Options& options);
  /// Errors: Errc::usage, unless there is one reference, and options agree with what is counted.
  void check(bool codes) const;
};

}  // namespace topos::cli
