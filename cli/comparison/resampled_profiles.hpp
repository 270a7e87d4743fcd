// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "counted_documents.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos::cli {

/// What groups of documents count when their documents, or clusters, are drawn anew: how sure a distance of two groups
/// is.
class ResampledProfiles {
 public:
  /// The feature of a row.
  using FeatureOf = std::function<std::size_t(const RowKey& row)>;
  /// The distance of two groups, of each words and then hits of the features.
  using Distance = std::function<double(std::span<const double> a, std::span<const double> b)>;

  /// Errors: those of CountedDocuments::check; Errc::usage for more resamples than memory should hold.
  ResampledProfiles(const CountedDocuments& documents, const ResamplingGroup& resampling, std::size_t features,
                    const FeatureOf& feature_of);
  /// NaN where a group has fewer than least_documents documents or clusters.
  [[nodiscard]] Interval interval(const GroupKey& a, const GroupKey& b, const Distance& distance) const;
  [[nodiscard]] std::size_t clusters(const GroupKey& group) const { return groups_.at(group).clusters; }
  /// Whether documents share an author or the like and are not clustered.
  [[nodiscard]] bool repeated(const GroupKey& group) const { return groups_.at(group).repeated; }

 private:
  struct Group {
    std::size_t clusters = 0;
    bool repeated = false;
    std::optional<BootstrapSums> sums;  ///< none of few documents
  };
  std::map<GroupKey, Group> groups_;
};

}  // namespace topos::cli
