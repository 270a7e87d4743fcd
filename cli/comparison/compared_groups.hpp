// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counted_documents.hpp"
#include "options.hpp"
#include "options/interval.hpp"
#include "options/resampling.hpp"
#include "topos/annotation/filter.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// Which documents are compared with which: -a, -b, else the values of --by.
struct GroupChoices {
  std::vector<std::string> target;
  std::vector<std::string> reference;
  std::string strata;
  IntervalGroup interval{"percentile"};
  ResamplingGroup resampling;
  bool force = false;
  bool times_from_names = false;  ///< W15; the command finds it out

  void declare(Options& options);
  /// Without what draws ask for.
  void declare_undrawn(Options& options);
  [[nodiscard]] bool compares(const std::vector<std::string>& by) const {
    return !target.empty() || !reference.empty() || !by.empty();
  }

 private:
  void declare_sides(Options& options);
};

/// What of a document a comparison needs beside its counts; made by any thread.
struct ComparedOrigin {
  CountedDocuments::Origin counted;
  std::string stratum;
  std::string genre;
  std::array<bool, 2> passes{};  ///< -b, -a
};

/// Two groups of documents, each with what is true of it. Index 0 is the reference (b), 1 the target (a).
struct Comparison {
  GroupKey by;
  std::array<std::string, 2> names;
  std::array<CountedDocuments::Numbers, 2> documents;
  std::array<std::uint64_t, 2> words{};
  bool unlike = false;  ///< in length, language or genre (W08)
  bool duplicates = false;
  bool furniture = false;         ///< W07
  bool repeated = false;          ///< documents share a source (W25)
  bool times_from_names = false;  ///< W15

  /// Raises what touches all rows. `units`: documents or clusters of both; `lone_unit`: a stratum has one of a group.
  void raise(WarningFlags& flags, const std::array<std::size_t, 2>& units, bool lone_unit) const;
};

/// Whether there must be something to compare; else all documents are one group, the target.
enum class GroupsNeeded : std::uint8_t { yes, no };

/// Gathers the documents of a run into groups to compare.
class ComparedGroups {
 public:
  using Code = std::pair<std::string_view, std::string_view>;  ///< codebook and code

  /// Errors: Errc::filter, Errc::usage, if the groups are not told apart by fields of documents.
  ComparedGroups(const Query& query, const GroupChoices& choices, GroupsNeeded needed = GroupsNeeded::yes);
  [[nodiscard]] ComparedOrigin look(const AnnotatedDocument& annotated) const;
  /// Fields that tell which documents are compared.
  [[nodiscard]] std::vector<std::string> fields() const;
  /// False for a document that --where leaves out.
  bool add(const DocumentTally& tally, ComparedOrigin origin, bool twin);

  /// See CountedDocuments.
  void cluster_by(std::vector<std::string> clusters) { documents_.cluster_by(std::move(clusters)); }

  /// Errors: Errc::filter, if a group is empty or a document in both; Errc::usage, if languages differ and are not
  /// --force'd; those of ResamplingGroup::check.
  [[nodiscard]] std::vector<Comparison> comparisons() const;
  /// Hits of each code, document by document.
  [[nodiscard]] std::map<Code, std::vector<DocumentUnits>> codes() const;
  [[nodiscard]] const CountedDocuments& documents() const noexcept { return documents_; }
  [[nodiscard]] const std::string& stratum(std::uint32_t document) const { return origins_[document].stratum; }

 private:
  [[nodiscard]] std::vector<Comparison> by_filters() const;
  [[nodiscard]] std::vector<Comparison> by_values() const;
  void describe(Comparison& comparison) const;
  /// Whether some stratum has documents of both groups.
  [[nodiscard]] bool share_stratum(const Comparison& comparison) const;
  void refuse_languages(const Comparison& comparison) const;

  const Query& query_;
  const GroupChoices& choices_;
  std::array<Filter, 2> filters_;
  CountedDocuments documents_;
  std::vector<ComparedOrigin> origins_;
};

}  // namespace topos::cli
