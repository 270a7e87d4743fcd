// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comparison/compared_groups.hpp"
#include "topos/annotation/left_out.hpp"

namespace topos::cli {

/// Options that only `sensitivity` has.
struct SensitivityChoices {
  GroupChoices groups;
  std::string compare;  ///< "TARGET:REFERENCE", short for -a and -b
  bool patterns = false;
  bool units = false;
  bool weights = false;
  bool lengths = false;
  std::vector<std::string> regions;  ///< other sets of regions
  bool all = false;
  bool strongest = false;  ///< of the patterns of a code, only those that change it most or another conclusion; of the
                           ///< units those that change its difference most, either way
  std::int64_t level = 0;
  std::int64_t least = 1;

  void declare(Options& options);
  /// Takes --compare apart, and leaves out patterns if nothing else is asked for. Errors: Errc::usage.
  void complete();
};

/// A document with what it counts if something is done otherwise; made by any thread.
struct VariedDocument {
  DocumentTally tally;
  ComparedOrigin origin;
  std::vector<WithoutPattern> without;
  std::vector<DocumentTally> regions;  ///< one for each other set
};

/// Hits of a code in some documents, in place of those that it has.
struct DocumentHits {
  std::uint32_t document = 0;
  double hits = 0;
};

/// What the documents of a run count otherwise, beside what they count.
class VariedCounts {
 public:
  using Code = ComparedGroups::Code;
  using Changes = std::map<Code, std::vector<DocumentHits>>;
  using Pattern = std::pair<std::string_view, std::string_view>;  ///< codebook and id
  struct OtherRegions {
    std::vector<double> words;  ///< by document
    Changes hits;               ///< of all documents that have some
  };

  explicit VariedCounts(const SensitivityChoices& choices) : choices_(choices), regions_(choices.regions.size()) {}
  /// Domain: the documents that are compared, in their order.
  void add(const VariedDocument& one);

  /// What changes without each pattern.
  [[nodiscard]] const std::map<Pattern, Changes>& patterns() const noexcept { return patterns_; }
  /// Sums of weights where they are not the numbers of hits.
  [[nodiscard]] const Changes& weighted() const noexcept { return weighted_; }
  [[nodiscard]] const std::vector<OtherRegions>& regions() const noexcept { return regions_; }

 private:
  const SensitivityChoices& choices_;
  std::uint32_t documents_ = 0;
  std::map<Pattern, Changes> patterns_;
  Changes weighted_;
  std::vector<OtherRegions> regions_;
};

}  // namespace topos::cli
