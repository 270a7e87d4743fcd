// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/feature_counts.hpp"
#include "topos/annotation/feature_table.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/annotation/type_cache.hpp"
#include "topos/annotation/word_counter.hpp"
#include "topos/annotation/word_places.hpp"

namespace topos {

/// What counts as near a hit, and as a word.
struct CollocateOptions {
  WordWindow window;
  bool numbers = false;      ///< numbers are collocates, too; they have places in any case
  bool punctuation = false;  ///< punctuation is counted as words are
};

/// Counts of one document, made by a worker: whole numbers that add up over documents.
struct DocumentCollocates {
  /// The text of one group.
  struct Group {
    GroupKey values;
    std::uint64_t words = 0;  ///< places, those of words that are no collocates included
    std::vector<FeatureCount> counts;
  };
  /// One row's hits and what stands around them.
  struct Node {
    RowKey key;
    std::uint32_t group = 0;  ///< index into the groups
    std::uint64_t hits = 0;
    std::uint64_t own_words = 0;   ///< places within hits
    std::uint64_t span_words = 0;  ///< places in windows and outside hits, each once
    std::vector<FeatureCount> own;
    std::vector<FeatureCount> spans;
  };
  std::shared_ptr<FeatureTable> table;  ///< of the numbers of features; none in a document of a partial result
  std::string document;
  bool draft = false;
  std::vector<Group> groups;
  std::vector<Node> nodes;
};

/// Counts the words around the hits of documents by surface co-occurrence. Keeps scratch space: one for each worker.
/// Source: Evert (2008), section 3.
class CollocateCounter {
 public:
  /// `query` must outlive it and what it makes.
  CollocateCounter(const Query& query, const CollocateOptions& options) : run_(query), options_(options) {}

  /// `table` numbers the words; workers share it.
  /// Domain: `annotator` has just segmented the document.
  /// Cost: linear in words and in the words around hits.
  [[nodiscard]] DocumentCollocates count(const AnnotatedDocument& annotated, const Annotator& annotator,
                                         const std::shared_ptr<FeatureTable>& table);

 private:
  static constexpr FeatureId unknown = ~FeatureId{0};
  static constexpr FeatureId hidden = unknown - 1;  ///< of words that are no collocates

  void find_features(const std::string& language, const Vocabulary& vocabulary);
  void count_groups(DocumentCollocates& result);
  void count_node(const std::vector<const QueryHit*>& hits, DocumentCollocates::Node& node);
  void add(FeatureId feature) {
    if (feature != hidden) counts_.add(feature);
  }

  QueryRun run_;
  std::shared_ptr<FeatureTable> table_;
  CollocateOptions options_;
  TypeCache<FeatureId> known_{unknown};
  WordPlaces places_;
  std::vector<FeatureId> features_;  ///< of each place
  FeatureCounts counts_;
  std::vector<std::uint32_t> order_;     ///< places, group by group
  std::vector<std::uint32_t> last_use_;  ///< of each place: the node that took it last, from 1
  std::uint32_t uses_ = 0;
};

}  // namespace topos
