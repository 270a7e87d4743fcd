// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options.hpp"
#include "topos/annotation/document_units.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/text/document.hpp"

namespace topos::cli {

inline constexpr double confidence = 0.95;  ///< of all intervals

/// How documents are resampled: --cluster, --replicates, --seed.
struct ResamplingGroup {
  std::string cluster;
  std::int64_t replicates = 2000;
  std::int64_t seed = 1;

  void declare(Options& options);
  /// Only --cluster: for what needs no draws.
  void declare_cluster(Options& options);
  /// Only --seed: for draws of a fixed number.
  void declare_seed(Options& options);
  /// The document's value of --cluster; empty if it has none.
  [[nodiscard]] std::string cluster_of(const Document& document) const;
  /// Errors: Errc::filter, if there are documents and none has a cluster although --cluster asks for them.
  void check(const std::vector<DocumentName>& documents) const;
  [[nodiscard]] BootstrapSettings settings(std::uint64_t stream) const;
};

/// The stream of random numbers of a group of documents: whatever other groups there are, it draws the same.
[[nodiscard]] std::uint64_t group_stream(const GroupKey& group);

}  // namespace topos::cli
