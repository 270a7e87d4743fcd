// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

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

/// What a worker counts features with: a counter that begins anew with each table of features.
class FeatureWorker {
 public:
  /// `choice` must outlive it.
  [[nodiscard]] FeatureCounter& counter(std::shared_ptr<FeatureTable> table, const FeatureChoice& choice);
  /// That of the counter.
  [[nodiscard]] const std::shared_ptr<FeatureTable>& table() const noexcept { return table_; }
  /// Languages whose words could not be cut down to stems.
  [[nodiscard]] std::set<std::string> without_stems() const;

 private:
  std::shared_ptr<FeatureTable> table_;
  std::optional<FeatureCounter> counter_;
  std::set<std::string> without_stems_;  ///< met by earlier counters
};

/// Names the languages whose words some worker could not cut down to stems, if there are any.
void note_unstemmed(const std::vector<FeatureWorker>& workers);

}  // namespace topos::cli
