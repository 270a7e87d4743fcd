// SPDX-License-Identifier: Apache-2.0
#include "comparison/resampled_profiles.hpp"

#include <algorithm>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_cells = std::size_t{1} << 26;

/// Of each document or cluster of a group: words, then hits of the features.
CountRows rows_of(const CountedDocuments& documents, const GroupKey& group, std::size_t features,
                  const ResampledProfiles::FeatureOf& feature_of) {
  const std::vector<DocumentUnits>& text = documents.counts().text_of(group);
  std::vector<CountRow> rows;
  for (const DocumentUnits& one : text) {
    const DocumentName& name = documents.names()[one.document];
    rows.push_back({name.id, name.cluster, std::vector<double>(1 + features)});
    rows.back().counts[0] = one.units;
  }
  for (const auto& [key, units] : documents.counts().rows()) {
    if (key.group != group || units.empty()) continue;
    const std::size_t column = 1 + feature_of(key);
    auto at = text.begin();
    for (const DocumentUnits& one : units) {
      at = std::find_if(at, text.end(), [&](const DocumentUnits& of) { return of.document >= one.document; });
      if (at != text.end() && at->document == one.document)
        rows[static_cast<std::size_t>(at - text.begin())].counts[column] += one.units;
    }
  }
  return resampling_rows(std::move(rows));
}

}  // namespace

ResampledProfiles::ResampledProfiles(const CountedDocuments& documents, const ResamplingGroup& resampling,
                                     std::size_t features, const FeatureOf& feature_of) {
  documents.check();
  std::size_t left = most_cells / (static_cast<std::size_t>(resampling.replicates) * (1 + features));
  for (const auto& [key, text] : documents.counts().texts()) {
    const CountRows rows = rows_of(documents, key, features, feature_of);
    Group& group = groups_[key];
    group.clusters = rows.rows();
    group.repeated = documents.repeated(documents.of_group(key));
    if (rows.rows() < least_documents) continue;
    if (left-- == 0)
      throw Error(Errc::usage, "intervals of so many groups do not fit into memory", {},
                  "take fewer groups, codes or --replicates");
    group.sums.emplace(rows, resampling.settings(group_stream(key)));
  }
}

Interval ResampledProfiles::interval(const GroupKey& a, const GroupKey& b, const Distance& distance) const {
  const std::optional<BootstrapSums>& first = groups_.at(a).sums;
  const std::optional<BootstrapSums>& second = groups_.at(b).sums;
  if (!first || !second) return {undefined, undefined};
  std::vector<double> distances;
  for (std::size_t at = 0; at < first->replicates(); ++at)
    distances.push_back(distance(first->replicate(at), second->replicate(at)));
  const Interval found = percentile_interval(std::move(distances), confidence);
  return found.lower < found.upper ? found : Interval{undefined, undefined};
}

}  // namespace topos::cli
