// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "topos/grammar/tag_model.hpp"
#include "topos/grammar/word_reader.hpp"

namespace topos {

/// Chooses the cheapest sequence of tags for a sentence (a trigram model, Viterbi), then mends what three words in a
/// row cannot decide. Two words in a row with one tag each part the sentence into stretches that are decided alone.
/// Not thread-safe: one for each worker.
class Tagger {
 public:
  /// Sets the tags of `words`, which `options` describes.
  /// Cost: linear in the words; of two equally cheap sequences the one found first.
  void tag(const SentenceOptions& options, std::vector<GrammarWord>& words);

 private:
  void choose(const SentenceOptions& options, std::vector<GrammarWord>& words);

  /// Something for each pair of the tags that two words in a row may have.
  template <class Value>
  struct Pairs {
    Value values[TagCosts::most * TagCosts::most];

    [[nodiscard]] Value& at(std::uint32_t previous, std::uint32_t here) noexcept {
      return values[previous * TagCosts::most + here];
    }
    [[nodiscard]] Value at(std::uint32_t previous, std::uint32_t here) const noexcept {
      return values[previous * TagCosts::most + here];
    }
  };
  struct Pair {
    std::uint32_t previous = 0;  ///< number of a tag among those of its word
    std::uint32_t here = 0;
  };
  /// A word and the two before it.
  struct Step {
    const TagCosts* before = nullptr;
    const TagCosts* previous = nullptr;
    const TagCosts* here = nullptr;
  };
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  template <std::uint32_t count>
  void extend_to(const Step& step, Pairs<std::uint8_t>& origins);
  void extend(const Step& step, Pairs<std::uint8_t>& origins);
  void settle(const SentenceOptions& options, Stretch stretch, Pair pair, std::vector<GrammarWord>& words) const;

  const TagModel& model_ = TagModel::english();
  Pairs<std::uint64_t> costs_[2] = {};  ///< of the best way to each pair of tags of the last two words
  unsigned now_ = 0;                    ///< which of them; the other is for the next pair
  /// By word of the stretch at hand: for each pair that ends with it, the tag before the pair.
  std::vector<Pairs<std::uint8_t>> origins_;
};

/// Mends tags by the words around them: "has been increased", "to support", "that".
void correct_tags(const SentenceOptions& options, std::vector<GrammarWord>& words);

}  // namespace topos
