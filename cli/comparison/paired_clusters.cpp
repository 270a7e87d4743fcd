// SPDX-License-Identifier: Apache-2.0
#include "comparison/paired_clusters.hpp"

#include <string>

#include "messages.hpp"

namespace topos::cli {

void PairedClusters::see(const TwoGroups& two) {
  if (!two.paired() || two.targets() <= paired_) return;
  paired_ = two.targets();
  others_ = two.units().size() - paired_;
}

void PairedClusters::tell(const char* where) const {
  if (paired_ == 0) return;
  const std::string all = others_ > 0 ? " of " + std::to_string(paired_ + others_) : std::string();
  note(std::to_string(paired_) + all + " clusters have documents " + where + ": each is compared with itself" +
       (others_ > 0 ? ", the others have no part in differences" : ""));
}

}  // namespace topos::cli
