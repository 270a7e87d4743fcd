// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_places.hpp"

#include <algorithm>

namespace topos {

void WordPlaces::take(const Segmentation& cut, const QueryParts& parts, const Options& options) {
  words_.clear();
  stretches_.clear();
  for (const Sentence& sentence : cut.sentences) {
    const std::uint32_t group = parts.group_of[sentence.region];
    if (group == QueryParts::none) continue;
    const auto place = static_cast<std::uint32_t>(words_.size());
    const bool grows =
        !stretches_.empty() && (options.bound == Bound::document ||
                                (options.bound == Bound::paragraph && stretches_.back().region == sentence.region));
    if (!grows) stretches_.push_back({sentence.span, sentence.region, {place, place}});
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const Token& token = cut.tokens[at];
      if (token.kind == TokenKind::word || (options.punctuation && token.kind == TokenKind::punctuation))
        words_.push_back({token.begin, token.end, token.type, group});
    }
    stretches_.back().span.end = sentence.span.end;
    stretches_.back().words.end = static_cast<std::uint32_t>(words_.size());
  }
}

PlaceRange WordPlaces::within(ByteSpan span) const {
  const auto first =
      std::partition_point(words_.begin(), words_.end(), [&](const Word& word) { return word.end <= span.begin; });
  const auto last = std::partition_point(first, words_.end(), [&](const Word& word) { return word.begin < span.end; });
  return {static_cast<std::uint32_t>(first - words_.begin()), static_cast<std::uint32_t>(last - words_.begin())};
}

const WordPlaces::Stretch* WordPlaces::stretch_at(std::uint32_t byte) const {
  const auto after = std::partition_point(stretches_.begin(), stretches_.end(),
                                          [&](const Stretch& one) { return one.span.begin <= byte; });
  return after == stretches_.begin() ? nullptr : &*(after - 1);
}

PlaceRange WordPlaces::around(ByteSpan span, const WordWindow& window) const {
  PlaceRange range = within(span);
  // A hit that was added by hand may begin in one sentence and end in another.
  const Stretch* first = stretch_at(span.begin);
  const Stretch* last = span.empty() ? first : stretch_at(span.end - 1);
  if (first == nullptr || last == nullptr) return range;
  if (range.begin > first->words.begin) range.begin -= std::min(window.left, range.begin - first->words.begin);
  if (range.end < last->words.end) range.end += std::min(window.right, last->words.end - range.end);
  return range;
}

}  // namespace topos
