// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_counter.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

/// Tokens that are looked at together, so that what is known of their types is fetched from memory all at once.
constexpr std::size_t together = 256;

}  // namespace

void WordCounter::count_words(std::span<const Token> tokens, const Vocabulary& vocabulary,
                              std::vector<FeatureId>& features) {
  FeatureId* const of_type = features.data();
  std::array<TypeId, together> types;
  for (; !tokens.empty(); tokens = tokens.subspan(std::min(together, tokens.size()))) {
    std::size_t words = 0;
    for (const Token& token : tokens.first(std::min(together, tokens.size()))) {
      // Always written, and counted if it is a word: a branch here would be guessed wrong too often, and below too.
      types.data()[words] = token.type;
      __builtin_prefetch(of_type + token.type);
      words += token.kind == TokenKind::word ? 1 : 0;
    }
    std::size_t touched = touched_.size();
    touched_.resize(touched + words);
    for (std::size_t i = 0; i < words; ++i) {
      FeatureId& feature = of_type[types.data()[i]];
      if (feature == unknown) [[unlikely]] {
        feature = table_.id_of(vocabulary[types.data()[i]].folded);
        if (feature >= counts_.size())
          counts_.resize(std::max<std::size_t>(feature + std::size_t{1}, 2 * counts_.size()));
      }
      touched_.data()[touched] = feature;
      touched += std::size_t{counts_.data()[feature]++ == 0};
    }
    touched_.resize(touched);
  }
}

void WordCounter::take_counts(std::vector<FeatureCount>& out) {
  out.reserve(touched_.size());
  for (const FeatureId feature : touched_) {
    out.push_back({feature, counts_[feature]});
    counts_[feature] = 0;
  }
  touched_.clear();
}

DocumentFeatures WordCounter::count(const Query& query, const AnnotatedDocument& annotated,
                                    const Annotator& annotator) {
  QueryParts parts = query.parts(annotated);
  DocumentFeatures result;
  for (QueryGroup& group : parts.groups) result.groups.push_back({std::move(group.values), group.size.words, {}});
  if (!parts.selected) return result;

  const Segmentation& cut = annotator.segmentation();
  const auto group_of = [&](const Sentence& sentence) { return parts.group_of[sentence.region]; };
  order_.clear();
  for (const Sentence& sentence : cut.sentences)
    if (group_of(sentence) != QueryParts::none) order_.push_back(&sentence);
  // One group after the other, so that one array of counts does.
  if (result.groups.size() > 1)
    std::stable_sort(order_.begin(), order_.end(),
                     [&](const Sentence* a, const Sentence* b) { return group_of(*a) < group_of(*b); });

  std::vector<FeatureId>& features = known_.of(annotated.document.language, annotator.vocabulary());
  for (std::size_t i = 0; i < order_.size();) {
    const std::uint32_t group = group_of(*order_[i]);
    TokenRange range = order_[i]->tokens;
    // Most sentences follow one another.
    while (++i < order_.size() && group_of(*order_[i]) == group && order_[i]->tokens.begin == range.end)
      range.end = order_[i]->tokens.end;
    count_words({cut.tokens.data() + range.begin, cut.tokens.data() + range.end}, annotator.vocabulary(), features);
    if (i == order_.size() || group_of(*order_[i]) != group) take_counts(result.groups[group].counts);
  }
  return result;
}

}  // namespace topos
