// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comparison/resampled_profiles.hpp"
#include "count_table.hpp"
#include "options/interval.hpp"
#include "options/resampling.hpp"
#include "session.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/report/table.hpp"
#include "topos/statistics/clustering.hpp"
#include "topos/statistics/measure.hpp"

namespace topos::cli {

/// Options that only `vectors` has.
struct VectorChoices {
  std::string shape = "features";
  std::string values = "share";
  std::string distance = "jsd";
  std::int64_t level = 0;
  bool dimensions = false;
  bool zeros = false;
  bool clustered = false;
  IntervalGroup interval{"none"};
  ResamplingGroup resampling;

  void declare(Options& options);
  /// Errors: Errc::usage, if options contradict each other.
  void check() const;
};

/// Profiles of documents or groups over codes, and their distances, as tables.
class VectorsTable {
 public:
  /// `codes`: those that are features even without hits. `books` tell the dimensions of codes. `languages`: how many
  /// documents are in. `documents`: what intervals rest on.
  VectorsTable(const Query& query, const VectorChoices& choices, const Counts& counts,
               const std::vector<BookCode>& codes, const std::vector<const Codebook*>& books, std::size_t languages,
               const CountedDocuments& documents);
  /// The table that was asked for; prints the warnings that belong to it.
  /// Errors: Errc::usage, if there are too many rows for distances.
  [[nodiscard]] Table table();

 private:
  struct Profile {
    GroupKey key;
    GroupCount size;
    std::uint64_t hits = 0;
    std::uint64_t draft = 0;
    std::vector<double> values;  ///< of features
  };

  [[nodiscard]] double value_of(double n, double hits, double words) const;
  /// Of words and then hits of the features.
  [[nodiscard]] std::vector<double> values_of(std::span<const double> sums) const;
  [[nodiscard]] DistanceMatrix distances() const;
  [[nodiscard]] std::vector<double> scale() const;
  [[nodiscard]] std::vector<std::size_t> order(const DistanceMatrix* distances) const;
  [[nodiscard]] std::string label(std::size_t profile) const;
  [[nodiscard]] std::string flags(const Profile& profile) const;
  [[nodiscard]] Table features(const std::vector<std::size_t>& order) const;
  [[nodiscard]] Table pairs(const DistanceMatrix& distances, const std::vector<std::size_t>& order) const;
  [[nodiscard]] Table square(const DistanceMatrix& distances, const std::vector<std::size_t>& order) const;
  [[nodiscard]] Table tree(const DistanceMatrix& distances) const;

  const Query& query_;
  const VectorChoices& choices_;
  bool several_languages_;
  const Variant* measure_;
  std::vector<std::string> names_;  ///< of features
  std::vector<Profile> profiles_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> feature_of_;  ///< of codebook and code
  const CountedDocuments& documents_;
  std::optional<ResampledProfiles> resampled_;
};

}  // namespace topos::cli
