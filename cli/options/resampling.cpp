// SPDX-License-Identifier: Apache-2.0
#include "options/resampling.hpp"

#include <algorithm>

#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"

namespace topos::cli {

void ResamplingGroup::declare_cluster(Options& options) {
  options.text("--cluster", cluster, "FIELD", "Documents that share this metadata field are resampled together");
}

void ResamplingGroup::declare(Options& options) {
  declare_cluster(options);
  options.number("--replicates", replicates, 1, 1'000'000, "Resamples that intervals rest on; default: 2000");
  declare_seed(options);
}

void ResamplingGroup::declare_seed(Options& options) {
  options.number("--seed", seed, 0, 9'007'199'254'740'991, "What resampling starts from; default: 1");
}

std::string ResamplingGroup::cluster_of(const Document& document) const {
  const std::string* value = cluster.empty() ? nullptr : document.metadata.find(cluster);
  return value == nullptr ? std::string() : *value;
}

void ResamplingGroup::check(const std::vector<DocumentName>& documents) const {
  const bool none =
      std::all_of(documents.begin(), documents.end(), [](const DocumentName& one) { return one.cluster.empty(); });
  if (!cluster.empty() && !documents.empty() && none)
    throw Error(Errc::filter, "no document has a field '" + printable(cluster) + "' to cluster by");
}

BootstrapSettings ResamplingGroup::settings(std::uint64_t stream) const {
  return {static_cast<std::uint64_t>(seed), stream, static_cast<std::uint32_t>(replicates)};
}

std::uint64_t group_stream(const GroupKey& group) {
  std::uint64_t stream = 0;
  for (const std::string& value : group) stream = hash64(value, stream);
  return stream;
}

}  // namespace topos::cli
