// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/feature_table.hpp"
#include "topos/annotation/query.hpp"
#include "topos/annotation/type_cache.hpp"

namespace topos {

/// How often one feature occurs in one group of a document.
struct FeatureCount {
  FeatureId feature = 0;
  std::uint32_t n = 0;
};

/// Counts of one document, made by a worker.
struct DocumentFeatures {
  struct Group {
    std::vector<std::string> values;   ///< of the fields of --by
    std::uint64_t words = 0;           ///< T5's N
    std::vector<FeatureCount> counts;  ///< each feature once, in the order of first occurrence
  };
  std::vector<Group> groups;
};

/// Counts the folded word forms of documents. Keeps scratch space: one for each worker.
class WordCounter {
 public:
  /// The table is shared by the workers and must outlive them.
  explicit WordCounter(FeatureTable& table) : table_(table) {}

  /// The words in the parts of the document that the query takes; clitics and punctuation are no words.
  /// Domain: `annotator` has just segmented the document. Cost: no allocation per token.
  [[nodiscard]] DocumentFeatures count(const Query& query, const AnnotatedDocument& annotated,
                                       const Annotator& annotator);

 private:
  static constexpr FeatureId unknown = ~FeatureId{0};
  /// What is known of a type.
  struct Known {
    FeatureId feature = unknown;
    std::uint32_t n = 0;  ///< in the group at hand; 0 between groups
  };

  void count_words(std::span<const Token> tokens, std::span<Known> known);
  void number_types(const Vocabulary& vocabulary, std::span<Known> known);
  void take_counts(const Vocabulary& vocabulary, std::span<Known> known, std::vector<FeatureCount>& out);

  FeatureTable& table_;
  TypeCache<Known> known_{Known()};
  std::vector<TypeId> touched_;  ///< types that the group at hand has, and room for more
  std::size_t touched_types_ = 0;
  std::vector<std::uint32_t> places_;  ///< by feature: below first_place_, or where it stands in the group at hand
  std::uint32_t first_place_ = 1;
  std::vector<FeatureCount> merged_;     ///< the group at hand
  std::vector<TypeId> fresh_;            ///< types without a number
  std::vector<std::string_view> forms_;  ///< of them
  std::vector<FeatureId> numbers_;       ///< that they get
  std::vector<const Sentence*> order_;
};

}  // namespace topos
