// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "options.hpp"
#include "options/resampling.hpp"
#include "shared_fields.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/counts_by_document.hpp"
#include "topos/annotation/filter.hpp"

namespace topos::cli {

/// Which documents are compared with which: -a, -b, else the values of --by.
struct GroupChoices {
  std::vector<std::string> target;
  std::vector<std::string> reference;
  std::string strata;
  ResamplingGroup resampling;
  bool force = false;

  void declare(Options& options);
};

/// What of a document a comparison needs beside its counts; made by any thread.
struct ComparedOrigin {
  std::string cluster;
  std::string stratum;
  std::string language;
  std::string genre;
  SharedFields::Values shared{};
  std::array<bool, 2> passes{};  ///< -b, -a
  bool draft = false;
};

/// Two groups of documents, each with what is true of it. Index 0 is the reference (b), 1 the target (a).
struct Comparison {
  GroupKey by;
  std::array<std::string, 2> names;
  std::array<std::vector<std::uint32_t>, 2> documents;
  std::array<std::uint64_t, 2> words{};
  bool unlike = false;  ///< in length, language or genre (W08)
  bool duplicates = false;
  bool repeated = false;  ///< documents share a source (W25)
};

/// Gathers the documents of a run into groups to compare.
class ComparedGroups {
 public:
  using Code = std::pair<std::string_view, std::string_view>;  ///< codebook and code

  /// Errors: Errc::filter, Errc::usage, if the groups are not told apart by fields of documents.
  ComparedGroups(const Query& query, const GroupChoices& choices);
  [[nodiscard]] ComparedOrigin look(const AnnotatedDocument& annotated) const;
  void add(const DocumentTally& tally, ComparedOrigin origin, bool twin);

  /// Errors: Errc::filter, if a group is empty or a document in both; Errc::usage, if languages differ and are not
  /// --force'd; those of ResamplingGroup::check.
  [[nodiscard]] std::vector<Comparison> comparisons() const;
  /// Hits of each code, document by document.
  [[nodiscard]] std::map<Code, std::vector<DocumentUnits>> codes() const;
  [[nodiscard]] const ComparedOrigin& origin(std::uint32_t document) const { return origins_[document]; }
  [[nodiscard]] const DocumentName& name(std::uint32_t document) const { return counts_.documents()[document]; }
  [[nodiscard]] std::uint32_t words(std::uint32_t document) const { return words_[document]; }

 private:
  [[nodiscard]] std::vector<Comparison> by_filters() const;
  [[nodiscard]] std::vector<Comparison> by_values() const;
  void describe(Comparison& comparison) const;
  void refuse_languages(const Comparison& comparison) const;

  const Query& query_;
  const GroupChoices& choices_;
  std::array<Filter, 2> filters_;
  CountsByDocument counts_;
  SharedFields shared_;
  std::vector<ComparedOrigin> origins_;
  std::vector<std::uint32_t> words_;
  std::vector<bool> twins_;
};

}  // namespace topos::cli
