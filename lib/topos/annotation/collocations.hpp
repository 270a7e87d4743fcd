// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "topos/annotation/collocate_counter.hpp"
#include "topos/annotation/feature_records.hpp"
#include "topos/annotation/frequencies.hpp"

namespace topos {

/// What one collocate of one row shares with it, in Evert's terms. The node lives as long as the collocations.
struct CollocateRow {
  const RowKey* node = nullptr;
  std::string collocate;
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

/// Collocates of a run: documents added in input order. What is too much for memory waits in temporary files.
class Collocations {
 public:
  using Table = std::shared_ptr<FeatureTable>;
  using Strata = std::vector<CollocateStratum>;

  /// What is known of a group's documents.
  struct GroupFacts {
    std::uint64_t documents = 0;
    std::uint64_t duplicates = 0;  ///< near-duplicates of an earlier document
    std::uint64_t words = 0;
  };

  /// `folder`: for temporary files. `budget`: bytes of memory, about; the table of features counts, too.
  /// `keep_documents`: strata are wanted; what is kept then grows with the different words of each document.
  Collocations(const std::string& folder, std::size_t budget, bool keep_documents)
      : budget_(budget), keep_documents_(keep_documents), records_(folder, budget / 4) {}

  /// `duplicate`: the document nearly repeats an earlier one. `table` has numbered the words. Errors: Errc::io.
  void add(const DocumentCollocates& document, bool duplicate, const Table& table);
  /// The largest table of features that leaves room for the rest.
  [[nodiscard]] std::size_t most_for_table() const noexcept { return budget_ / 4; }
  /// Hands over the words that occur at least `least` times in the windows of a row, in no order. `strata` gives one
  /// stratum for each document that has words in the row's windows and the collocate outside hits, if documents were
  /// kept; it lives until `take` returns. To be called once. Errors: Errc::io; those of `take`.
  void rows(const std::vector<std::string>& by, std::uint64_t least,
            const std::function<void(CollocateRow row, const std::function<Strata()>& strata)>& take);

  [[nodiscard]] const GroupFacts& facts(const RowKey& node, const std::vector<std::string>& by) const;
  /// Whether hits of the row stand in documents of a language whose patterns are not validated.
  [[nodiscard]] bool is_draft(const RowKey& node) const { return nodes_.at(node).draft; }
  [[nodiscard]] std::size_t nodes() const noexcept { return nodes_.size(); }

 private:
  /// What a list of words says of one of them: sums, or what one document has.
  struct Count {
    Frequency frequency;
    std::uint32_t list = 0;
    std::uint32_t document = 0;
    [[nodiscard]] std::uint64_t order() const noexcept { return std::uint64_t{list} << 32 | document; }
  };
  using Counts = std::span<const Count>;
  /// Words of a text, or words near hits.
  struct List {
    std::uint32_t number = 0;
    FeatureFrequencies sums;
  };
  struct Group {
    GroupFacts facts;
    List features;
  };
  /// A document with hits of a node.
  struct Occasion {
    std::uint32_t document = 0;
    std::uint64_t words = 0;  ///< outside hits
    std::uint64_t span_words = 0;
  };
  struct Node {
    std::uint64_t hits = 0;
    std::uint64_t own_words = 0;
    std::uint64_t span_words = 0;
    bool draft = false;
    List own;
    List spans;
    std::vector<Occasion> occasions;
  };

  void count(List& list, const std::vector<FeatureCount>& counts, bool keep);
  void hand_over(List& list);
  void hand_over();
  [[nodiscard]] const Group& group_of(const RowKey& node, const std::vector<std::string>& by) const;
  [[nodiscard]] static Counts part_of(Counts counts, const List& list);
  [[nodiscard]] static Strata strata(const Node& node, Counts all, Counts own);

  std::size_t budget_;
  bool keep_documents_;
  std::uint32_t documents_ = 0;
  std::uint32_t lists_ = 0;
  std::map<GroupKey, Group> groups_;
  std::map<RowKey, Node> nodes_;
  Table table_;           ///< of the features at hand
  std::size_t held_ = 0;  ///< bytes of sums in memory
  FeatureRecords<Count> records_;
};

}  // namespace topos
