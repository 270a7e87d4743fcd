// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tagger.hpp"

#include <algorithm>

namespace topos {
namespace {

// Costs are multiplied, so that the number of the tag a way comes from fits below them: the least of these numbers is
// the cheapest way, and of equally cheap ones the first.
constexpr std::uint64_t unit = TagCosts::most;

constexpr TagCosts only(Tag tag) noexcept {
  TagCosts costs;
  costs.add(tag, 0);
  return costs;
}

// The corpus that the model is of begins a sentence behind a full stop.
constexpr TagCosts before_first = only(Tag::nn);
constexpr TagCosts start = only(Tag::punc);

}  // namespace

void Tagger::tag(const SentenceOptions& options, std::vector<GrammarWord>& words) {
  if (options.empty()) return;
  choose(options, words);
  correct_tags(options, words);
}

void Tagger::choose(const SentenceOptions& options, std::vector<GrammarWord>& words) {
  costs_[now_].at(0, 0) = 0;
  Step step{&before_first, &start, nullptr};
  std::size_t decided = 0;  // words that have their tags
  for (std::size_t i = 0; i < options.size(); ++i) {
    step.here = &options[i]->tags;
    const bool sure = step.previous->size() == 1 && step.here->size() == 1;
    if (sure && decided == i) {
      words[i].tag = step.here->begin()->tag;
      decided = i + 1;
    } else {
      if (origins_.size() <= i - decided) origins_.resize(2 * (i - decided) + 8);
      extend(step, origins_[i - decided]);
      if (sure) {
        settle(options, {decided, i + 1}, {0, 0}, words);
        decided = i + 1;
      }
    }
    step = {step.previous, step.here, nullptr};
  }
  if (decided == options.size()) return;
  Pair best;
  for (std::uint32_t p = 0; p < step.before->size(); ++p)
    for (std::uint32_t h = 0; h < step.previous->size(); ++h)
      if (costs_[now_].at(p, h) < costs_[now_].at(best.previous, best.here)) best = {p, h};
  settle(options, {decided, options.size()}, best, words);
}

/// From the costs of the pairs (before, previous) to those of (previous, here), a word of `count` tags.
template <std::uint32_t count>
void Tagger::extend_to(const Step& step, Pairs<std::uint8_t>& origins) {
  const TagCost* const before = step.before->begin();
  const TagCost* const here = step.here->begin();
  const Pairs<std::uint64_t>& costs = costs_[now_];
  now_ ^= 1;
  for (std::uint32_t p = 0; p < step.previous->size(); ++p) {
    std::uint64_t best[count];
    std::fill_n(best, count, ~std::uint64_t{0});
    for (std::uint32_t b = 0; b < step.before->size(); ++b) {
      const Cost* const row = model_.transitions(before[b].tag, step.previous->begin()[p].tag);
      const std::uint64_t so_far = costs.at(b, p) + b;
      for (std::uint32_t h = 0; h < count; ++h)
        best[h] = std::min(best[h], so_far + unit * row[static_cast<std::size_t>(here[h].tag)]);
    }
    for (std::uint32_t h = 0; h < count; ++h) {
      const std::uint64_t origin = best[h] % unit;
      origins.at(p, h) = static_cast<std::uint8_t>(origin);
      costs_[now_].at(p, h) = best[h] - origin + unit * here[h].cost;
    }
  }
}

void Tagger::extend(const Step& step, Pairs<std::uint8_t>& origins) {
  static_assert(TagCosts::most == 8);
  switch (step.here->size()) {
    case 1:
      return extend_to<1>(step, origins);
    case 2:
      return extend_to<2>(step, origins);
    case 3:
      return extend_to<3>(step, origins);
    case 4:
      return extend_to<4>(step, origins);
    case 5:
      return extend_to<5>(step, origins);
    case 6:
      return extend_to<6>(step, origins);
    case 7:
      return extend_to<7>(step, origins);
    default:
      return extend_to<8>(step, origins);
  }
}

/// Follows the ways back from a pair at the end of a stretch.
void Tagger::settle(const SentenceOptions& options, Stretch stretch, Pair pair, std::vector<GrammarWord>& words) const {
  const Pairs<std::uint8_t>* const origins = origins_.data();
  for (std::size_t i = stretch.end; i-- > stretch.begin;) {
    words[i].tag = options[i]->tags.begin()[pair.here].tag;
    pair = {origins[i - stretch.begin].at(pair.previous, pair.here), pair.previous};
  }
}

}  // namespace topos
