// SPDX-License-Identifier: Apache-2.0
#include "paired_clusters.hpp"

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
  note(std::to_string(paired_) + " clusters have documents " + where + ": each is compared with itself" +
       (others_ > 0 ? ", and the other " + std::to_string(others_) + " have no part in differences" : std::string()));
}

}  // namespace topos::cli
