// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/grammar/tag_model.hpp"
#include "topos/grammar/word_reader.hpp"

namespace topos {

/// Chooses the cheapest sequence of tags for a sentence (a trigram model, Viterbi), then mends what three words in a
/// row cannot decide. Not thread-safe: one for each worker.
class Tagger {
 public:
  /// Sets the tags of `words`, which `options` describes.
  /// Cost: linear in the words; of two equally cheap sequences the one found first.
  void tag(const SentenceOptions& options, std::vector<GrammarWord>& words);

 private:
  void choose(const SentenceOptions& options, std::vector<GrammarWord>& words);

  std::vector<std::uint64_t> costs_;  ///< of the best way to each pair of tags of the last two words
  std::vector<std::uint64_t> next_costs_;
  std::vector<std::uint8_t> origins_;    ///< for each word and pair, the tag before the pair
  std::vector<std::size_t> origins_at_;  ///< where a word's begin
};

/// Mends tags by the words around them: "has been increased", "to support", "that".
void correct_tags(const SentenceOptions& options, std::vector<GrammarWord>& words);

}  // namespace topos
