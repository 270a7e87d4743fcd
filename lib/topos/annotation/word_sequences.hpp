// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/feature_table.hpp"
#include "topos/annotation/query.hpp"
#include "topos/annotation/type_cache.hpp"

namespace topos {

/// The words of one group of a document in their order, and what measures of readability count of them.
struct WordSequence {
  std::vector<std::string> values;  ///< of the fields of --by
  std::vector<FeatureId> words;     ///< their folded forms
  std::uint64_t sentences = 0;
  std::uint64_t letters = 0;        ///< letters and digits
  std::uint64_t syllables = 0;      ///< as english_syllables counts them, whatever the language
  std::uint64_t complex_words = 0;  ///< of three syllables or more
  std::uint64_t long_words = 0;     ///< of seven letters or more
};

/// Takes the words of documents. Keeps what it has decided about types: one for each worker.
class WordSequencer {
 public:
  /// The table is shared by the workers and must outlive them.
  explicit WordSequencer(FeatureTable& table) : table_(table) {}

  /// A sequence for each group of the document that the query takes, those without words included.
  /// Domain: `annotator` has just segmented the document.   Cost: linear in tokens.
  [[nodiscard]] std::vector<WordSequence> take(const Query& query, const AnnotatedDocument& annotated,
                                               const Annotator& annotator);

 private:
  /// What is decided about a type once.
  struct Word {
    bool known = false;
    FeatureId feature = 0;
    std::uint32_t letters = 0;
    std::uint32_t syllables = 0;
  };
  [[nodiscard]] Word decide(const Type& type);

  FeatureTable& table_;
  TypeCache<Word> known_{{}};
};

}  // namespace topos
