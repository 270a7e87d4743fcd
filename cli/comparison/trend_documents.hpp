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

#include "counted_documents.hpp"
#include "options.hpp"
#include "options/adjust.hpp"
#include "options/interval.hpp"
#include "options/resampling.hpp"
#include "topos/statistics/permutation.hpp"
#include "topos/text/dates.hpp"

namespace topos::cli {

/// Options that only `trend` has.
struct TrendChoices {
  std::string bin;  ///< empty: years, or with cuts what stands before and after each
  bool changepoints = false;
  bool placebo = false;
  std::string strata;
  IntervalGroup interval{"t"};
  ResamplingGroup resampling;
  std::int64_t permutations = 9999;
  std::int64_t block = 0;  ///< 0: as many periods as suits their number
  AdjustGroup adjust;
  std::int64_t level = 0;
  std::int64_t least = 1;
  bool force = false;
  bool times_from_names = false;  ///< W15; the command finds it out

  void declare(Options& options);
  /// Errors: Errc::usage, if options do not go together.
  void check(bool has_cuts) const;
  [[nodiscard]] bool compares(bool has_cuts) const { return has_cuts && bin.empty() && !changepoints; }
  /// The field that tells the periods of documents.
  [[nodiscard]] std::string period_field() const { return bin.empty() ? "year" : bin; }
  [[nodiscard]] PermutationSettings permutation(std::uint64_t stream) const;
};

/// What of a document a trend needs beside its counts; made by any thread.
struct TrendOrigin {
  CountedDocuments::Origin counted;
  std::string stratum;
  std::string source;  ///< whose share of the documents should stay the same
  std::string period;  ///< empty: the document's date does not tell
  std::optional<Date> date;
};

/// Where a period begins, in years; nothing if the text does not name a period of that length.
[[nodiscard]] std::optional<double> time_of(std::string_view period, std::string_view bin);
/// Periods of that length in a year.
[[nodiscard]] double periods_a_year(std::string_view bin);

/// Documents of a run with the times that they stand at.
class TrendDocuments {
 public:
  using Code = std::pair<std::string_view, std::string_view>;  ///< codebook and code
  using Numbers = CountedDocuments::Numbers;                   ///< ascending
  using Periods = std::vector<std::pair<std::string, Numbers>>;

  /// Errors: Errc::filter, if --by does not tell documents apart; Errc::usage, if it names the field of periods.
  TrendDocuments(const Query& query, const TrendChoices& choices);
  [[nodiscard]] TrendOrigin look(const AnnotatedDocument& annotated) const;
  void add(const DocumentTally& tally, TrendOrigin origin, bool twin);

  /// See CountedDocuments.
  void cluster_by(std::vector<std::string> clusters) { documents_.cluster_by(std::move(clusters)); }

  /// Says how many documents have no period, and how many periods no documents. Errors: Errc::filter, if no document
  /// has one.
  void tell_gaps() const;
  /// Errors: Errc::usage, if languages differ and are not --force'd; those of ResamplingGroup::check.
  void check() const;
  [[nodiscard]] const std::vector<std::string>& by() const { return query_.options().by; }
  [[nodiscard]] bool several_books() const;
  [[nodiscard]] std::vector<GroupKey> groups() const;
  [[nodiscard]] const CountedDocuments& documents() const noexcept { return documents_; }
  /// The group's documents by period, in the order of time; those without one are left out.
  [[nodiscard]] Periods periods_of(const GroupKey& group) const;
  /// Hits of each code that has at least --min of them in the group, document by document.
  [[nodiscard]] std::map<Code, std::span<const DocumentUnits>> codes_of(const GroupKey& group) const;
  [[nodiscard]] const TrendOrigin& origin(std::uint32_t document) const { return origins_[document]; }
  /// The share of documents that would have to be of another source for both groups to be alike; NaN if a document has
  /// none.
  [[nodiscard]] double source_change(const Numbers& before, const Numbers& after) const;

 private:
  const Query& query_;
  const TrendChoices& choices_;
  CountedDocuments documents_;
  std::vector<TrendOrigin> origins_;
};

/// Hits of a code in some of the documents.
struct HitsWithin {
  std::uint64_t n = 0;
  std::uint64_t documents = 0;  ///< with a hit
  bool draft = false;
};
[[nodiscard]] HitsWithin hits_within(const TrendDocuments& all, std::span<const DocumentUnits> units,
                                     const TrendDocuments::Numbers& documents);

/// Above it the mix of sources has changed (W16).
inline constexpr double changed_mix = 0.25;

}  // namespace topos::cli
