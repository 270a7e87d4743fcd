// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "hit_doubts.hpp"
#include "options/resampling.hpp"
#include "shared_fields.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/counts_by_document.hpp"

namespace topos::cli {

/// The documents of a run with what was counted in them and whom they come from: what intervals and tests rest on.
class CountedDocuments {
 public:
  using Numbers = std::vector<std::uint32_t>;  ///< documents, in input order unless said otherwise

  /// What of a document is needed beside its counts; made by any thread.
  struct Origin {
    std::string cluster;
    std::string language;
    SharedFields::Values shared{};
  };

  /// `measure`: what the text of groups is measured in. `resampling` must outlive it.
  explicit CountedDocuments(const ResamplingGroup& resampling, CountsByDocument::Measure measure = &GroupCount::words)
      : resampling_(resampling), counts_(measure) {}
  [[nodiscard]] static Origin look(const Document& document, const ResamplingGroup& resampling);
  /// Takes documents in input order and numbers them. False for one that --where leaves out.
  bool add(const DocumentTally& tally, Origin origin, bool twin);

  /// Gives documents other clusters than they came with, as if another --cluster had been said.
  void cluster_by(std::vector<std::string> clusters) { counts_.cluster_by(std::move(clusters)); }

  /// Errors: those of ResamplingGroup::check.
  void check() const { resampling_.check(names()); }
  /// Errors: Errc::usage, if documents are of several languages; `hint` says how to go on.
  void refuse_languages(const Numbers& documents, const char* hint) const;

  [[nodiscard]] const CountsByDocument& counts() const noexcept { return counts_; }
  [[nodiscard]] const std::vector<DocumentName>& names() const noexcept { return counts_.documents(); }
  [[nodiscard]] const std::string& language(std::uint32_t document) const { return facts_[document].language; }
  [[nodiscard]] std::uint32_t words(std::uint32_t document) const { return facts_[document].words; }
  [[nodiscard]] std::uint64_t words(const Numbers& documents) const;
  /// Whether the patterns of its language are not validated.
  [[nodiscard]] bool is_draft(std::uint32_t document) const { return facts_[document].draft; }
  /// All documents, or those that have a group's text.
  [[nodiscard]] Numbers all() const;
  [[nodiscard]] Numbers of_group(const GroupKey& group) const;

  /// Whether one nearly repeats an earlier document.
  [[nodiscard]] bool has_twins(const Numbers& documents) const;
  /// Doubts about a code's hits in some documents.
  [[nodiscard]] HitDoubts doubts(const DoubtsByDocument::Code& code, const Numbers& documents) const;
  /// Whether more than a tenth of their words lie in references and boilerplate, which are left out (W07).
  [[nodiscard]] bool has_furniture(const Numbers& documents) const;
  /// Whether they share an author or the like and are not clustered.
  [[nodiscard]] bool repeated(const Numbers& documents) const;

 private:
  struct Facts {
    std::string language;
    std::uint32_t words = 0;
    std::uint32_t furniture_words = 0;
    std::uint32_t all_words = 0;
    bool twin = false;
    bool draft = false;
  };

  const ResamplingGroup& resampling_;
  CountsByDocument counts_;
  SharedFields shared_;
  DoubtsByDocument doubts_;
  std::vector<Facts> facts_;
};

}  // namespace topos::cli
