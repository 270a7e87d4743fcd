// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "topos/statistics/two_groups.hpp"

namespace topos::cli {

/// Clusters that are compared with themselves, in the comparison of a run that has most of them.
class PairedClusters {
 public:
  void see(const TwoGroups& two);
  /// Says so if there are some, and how many have no part then. `where` they have documents: "in both groups".
  void tell(const char* where) const;

 private:
  std::size_t paired_ = 0;
  std::size_t others_ = 0;
};

}  // namespace topos::cli
