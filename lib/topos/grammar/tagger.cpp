// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tagger.hpp"

#include <limits>

namespace topos {

void Tagger::tag(const SentenceOptions& options, std::vector<GrammarWord>& words) {
  if (options.empty()) return;
  choose(options, words);
  correct_tags(options, words);
}

void Tagger::choose(const SentenceOptions& options, std::vector<GrammarWord>& words) {
  // The corpus that the model is of begins a sentence behind a full stop.
  static constexpr TagCost before_first{Tag::nn, 0};
  static constexpr TagCost start{Tag::punc, 0};
  const TagModel& model = TagModel::english();
  const TagCost* before = &before_first;
  const TagCost* previous = &start;
  std::size_t befores = 1;
  std::size_t previouses = 1;
  costs_.assign(1, 0);
  origins_.clear();
  origins_at_.clear();
  for (const WordOptions& word : options) {
    const std::size_t here = word.tags.size();
    const std::size_t at = origins_.size();
    origins_at_.push_back(at);
    origins_.resize(at + previouses * here);
    next_costs_.assign(previouses * here, std::numeric_limits<std::uint64_t>::max());
    for (std::size_t p = 0; p < previouses; ++p)
      for (std::size_t b = 0; b < befores; ++b) {
        const std::uint64_t so_far = costs_[b * previouses + p];
        for (std::size_t h = 0; h < here; ++h) {
          const TagCost& one = word.tags.begin()[h];
          const std::uint64_t cost = so_far + one.cost + model.transition(before[b].tag, previous[p].tag, one.tag);
          if (cost >= next_costs_[p * here + h]) continue;
          next_costs_[p * here + h] = cost;
          origins_[at + p * here + h] = static_cast<std::uint8_t>(b);
        }
      }
    costs_.swap(next_costs_);
    before = previous;
    befores = previouses;
    previous = word.tags.begin();
    previouses = here;
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < costs_.size(); ++i)
    if (costs_[i] < costs_[best]) best = i;
  std::size_t p = best / previouses;
  std::size_t h = best % previouses;
  for (std::size_t i = options.size(); i-- > 0;) {
    words[i].tag = options[i].tags.begin()[h].tag;
    const std::size_t b = origins_[origins_at_[i] + p * options[i].tags.size() + h];
    h = p;
    p = b;
  }
}

}  // namespace topos
