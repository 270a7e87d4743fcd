// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "topos/grammar/sentence_grammar.hpp"
#include "topos/grammar/word_reader.hpp"

namespace topos {

/// The tagged words of a sentence as rules ask about them; `punc` outside it.
class SentenceView {
 public:
  SentenceView(const std::vector<GrammarWord>& words, const SentenceOptions& options)
      : words_(words.data()), options_(options.data()), size_(words.size()) {}

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(size_); }
  [[nodiscard]] Tag tag(std::size_t i) const noexcept { return i < size_ ? words_[i].tag : Tag::punc; }
  [[nodiscard]] bool is(std::size_t i, GrammarClass one) const noexcept {
    return i < size_ && options_[i]->classes.has(one);
  }
  /// Whether the lexicon knows the word under `tag`.
  [[nodiscard]] bool may_be(std::size_t i, Tag tag) const noexcept { return i < size_ && options_[i]->tags.has(tag); }
  [[nodiscard]] bool may_be_any(std::size_t i, TagSet tags) const noexcept {
    return i < size_ && options_[i]->tags.set().has_any(tags);
  }
  /// The first word from `i` on that is no adverb; not more than a few are passed over.
  [[nodiscard]] std::uint32_t after_adverbs(std::uint32_t i) const noexcept {
    constexpr int most = 4;
    for (int steps = 0; steps < most && is_adverb(tag(i)); ++steps) ++i;
    return i;
  }

 private:
  const GrammarWord* words_;
  const WordOptions* const* options_;
  std::size_t size_;
};

}  // namespace topos
