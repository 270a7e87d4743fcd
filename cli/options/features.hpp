// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "options.hpp"
#include "topos/annotation/feature_counter.hpp"

namespace topos::cli {

/// What is counted of texts: words in some form, or sequences of them.
struct FeatureGroup {
  std::int64_t n = 1;
  std::int64_t skip = 0;
  std::string form = "folded";
  std::string lemmas;
  std::string stop;
  bool no_numbers = false;
  bool punctuation = false;

  void declare(Options& options);
  /// Errors: Errc::usage for options that contradict each other; those of the lists.
  [[nodiscard]] FeatureChoice choice() const;
};

/// Names the languages whose words some counter could not cut down to stems, if there are any.
void note_unstemmed(const std::deque<FeatureCounter>& counters);

}  // namespace topos::cli
