// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topos/annotation/collocate_counter.hpp"
#include "topos/annotation/frequencies.hpp"

namespace topos {

/// What one collocate of one row shares with it, in Evert's terms. The views live as long as the collocations and the feature table.
struct CollocateRow {
  const RowKey* node = nullptr;
  FeatureId feature = 0;
  std::string_view collocate;
  std::uint64_t n = 0;            ///< O11: in the windows
  std::uint64_t n_node = 0;       ///< hits of the node
  std::uint64_t n_collocate = 0;  ///< C1: outside hits
  std::uint64_t span_words = 0;   ///< R1: words in the windows
  std::uint64_t words = 0;        ///< N: words of the group outside hits
  std::uint64_t documents = 0;    ///< that have the collocate in a window
};

/// The counts of one document that a row is made of.
struct CollocateStratum {
  std::uint64_t words = 0;        ///< N
  std::uint64_t span_words = 0;   ///< R1
  std::uint64_t n_collocate = 0;  ///< C1
};

/// Collocates of a run: documents added in input order.
class Collocations {
 public:
  /// What is known of a group's documents.
  struct GroupFacts {
    std::uint64_t documents = 0;
    std::uint64_t duplicates = 0;  ///< near-duplicates of an earlier document
    std::uint64_t words = 0;
  };

  /// `keep_documents`: strata() is wanted; memory then grows with the different words of each document.
  explicit Collocations(bool keep_documents) : keep_documents_(keep_documents) {}

  /// `duplicate`: the document nearly repeats an earlier one.
  void add(const DocumentCollocates& document, bool duplicate);
  /// The words that occur at least `least` times in the windows of a row, ordered by row.
  [[nodiscard]] std::vector<CollocateRow> rows(const FeatureTable& table, const std::vector<std::string>& by, std::uint64_t least) const;
  /// One stratum for each document that has words in the row's windows and the collocate outside hits.
  /// Domain: documents were kept.
  [[nodiscard]] std::vector<CollocateStratum> strata(const CollocateRow& row, const std::vector<std::string>& by) const;

  [[nodiscard]] const GroupFacts& facts(const RowKey& node, const std::vector<std::string>& by) const;
  /// Whether hits of the row stand in documents of a language whose patterns are not validated.
  [[nodiscard]] bool is_draft(const RowKey& node) const { return nodes_.at(node).draft; }
  [[nodiscard]] std::size_t nodes() const noexcept { return nodes_.size(); }

 private:
  /// How often a feature occurs in the documents that have it, by their number in the run.
  struct Posting {
    std::uint32_t document = 0;
    std::uint32_t n = 0;
  };
  struct Postings {
    std::unordered_map<FeatureId, Frequency> totals;
    std::unordered_map<FeatureId, std::vector<Posting>> documents;
    void add(const std::vector<FeatureCount>& counts, std::uint32_t document, bool keep);
    [[nodiscard]] std::uint64_t n(FeatureId feature) const;
  };
  struct Group {
    GroupFacts facts;
    Postings features;
  };
  /// A document with hits of a node.
  struct Occasion {
    std::uint32_t document = 0;
    std::uint64_t words = 0;       ///< outside hits
    std::uint64_t span_words = 0;
  };
  struct Node {
    std::uint64_t hits = 0;
    std::uint64_t own_words = 0;
    std::uint64_t span_words = 0;
    bool draft = false;
    Postings own;
    Postings spans;
    std::vector<Occasion> occasions;
  };

  [[nodiscard]] const Group& group_of(const RowKey& node, const std::vector<std::string>& by) const;

  bool keep_documents_;
  std::uint32_t documents_ = 0;
  std::map<GroupKey, Group> groups_;
  std::map<RowKey, Node> nodes_;
};

}  // namespace topos
