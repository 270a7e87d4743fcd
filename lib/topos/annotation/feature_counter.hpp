// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "topos/annotation/feature_counts.hpp"
#include "topos/annotation/pair_table.hpp"
#include "topos/annotation/type_cache.hpp"
#include "topos/annotation/word_counter.hpp"
#include "topos/annotation/word_forms.hpp"

namespace topos {

/// Counts the features of documents: words in some form, or sequences of them that do not leave the sentence. Keeps
/// scratch space: one for each worker. Source: Guthrie, Allison, Liu, Guthrie and Wilks (2006) for sequences with words
/// left out.
class FeatureCounter {
 public:
  /// The table is shared by the workers; both must outlive the counter.
  FeatureCounter(FeatureTable& table, const FeatureChoice& choice);

  /// Domain: `annotator` has just segmented the document.
  /// Cost: that of WordCounter where the choice is plain; else for each word as many steps as sequences begin with it.
  /// Errors: those of WordForms; Errc::too_large for 2^32 of one feature in one document.
  [[nodiscard]] DocumentFeatures count(const Query& query, const AnnotatedDocument& annotated,
                                       const Annotator& annotator);
  [[nodiscard]] const std::set<std::string>& languages_without_stems() const noexcept { return forms_.without_stems(); }

 private:
  static constexpr FeatureId unknown = ~FeatureId{0};
  static constexpr FeatureId hidden = unknown - 1;  ///< of words that are no features

  void count_sentence(const AnnotatedDocument& annotated, const Annotator& annotator, const Sentence& sentence,
                      std::vector<FeatureId>& decided);
  [[nodiscard]] FeatureId decide(const Type& type, const std::string& language);
  void extend(std::size_t last, std::uint32_t prefix, std::uint32_t depth, std::uint32_t skips);
  [[nodiscard]] FeatureId sequence(std::uint32_t number);
  void add(FeatureId feature);
  void forget_sequences();
  void forget_words();

  FeatureTable& table_;
  const FeatureChoice& choice_;
  WordCounter words_;  ///< for plain choices
  WordForms forms_;
  TypeCache<FeatureId> types_;         ///< numbers of words: those of parts_ where features are sequences
  std::optional<FeatureTable> parts_;  ///< the words of sequences
  std::vector<PairTable>
      longer_;  ///< numbers of sequences of two words, three … by that of their beginning and their last word
  std::vector<FeatureId> known_;   ///< features of the longest, as far as they have occurred
  std::size_t numbered_ = 0;       ///< sequences in longer_, all together
  std::vector<FeatureId> line_;    ///< words of the sentence
  std::vector<FeatureId> chosen_;  ///< words of the sequence at hand
  std::vector<const Sentence*> order_;
  FeatureCounts counts_;
};

}  // namespace topos
