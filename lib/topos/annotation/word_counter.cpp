// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_counter.hpp"

#include <algorithm>
#include <span>

namespace topos {
void WordCounter::count_sentence(const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary,
                                 std::vector<FeatureId>& features) {
  const std::span<const Token> tokens(cut.tokens.data() + sentence.tokens.begin,
                                      cut.tokens.data() + sentence.tokens.end);
  FeatureId* const of_type = features.data();
  std::uint32_t* counts = counts_.data();
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word) continue;
    FeatureId& feature = of_type[token.type];
    if (feature == unknown) [[unlikely]] {
      feature = table_.id_of(vocabulary[token.type].folded);
      if (feature >= counts_.size())
        counts_.resize(std::max<std::size_t>(feature + std::size_t{1}, 2 * counts_.size()));
      counts = counts_.data();
    }
    if (counts[feature]++ == 0) touched_.push_back(feature);
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
  for (std::size_t i = 0; i < order_.size(); ++i) {
    count_sentence(cut, *order_[i], annotator.vocabulary(), features);
    const std::uint32_t group = group_of(*order_[i]);
    if (i + 1 == order_.size() || group_of(*order_[i + 1]) != group) take_counts(result.groups[group].counts);
  }
  return result;
}

}  // namespace topos
