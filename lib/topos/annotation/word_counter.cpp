// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_counter.hpp"

#include <algorithm>
#include <limits>

namespace topos {
namespace {

/// How many tokens ahead the count of a type is fetched from memory.
constexpr std::size_t ahead = 24;

}  // namespace

/// Counts types, which are turned into features once a group.
void WordCounter::count_words(std::span<const Token> tokens, std::span<Known> known) {
  if (touched_.size() < touched_types_ + tokens.size() + 1)
    touched_.resize(std::max(touched_types_ + tokens.size() + 1, 2 * touched_.size()));
  Known* const of_type = known.data();
  TypeId* const touched = touched_.data();
  const Token* const token = tokens.data();
  std::size_t size = touched_types_;
  const auto count = [&](const Token& one) {
    const TypeId type = one.type;
    const std::uint32_t is_word = one.kind == TokenKind::word ? 1 : 0;
    const std::uint32_t before = of_type[type].n;
    // Always written, and kept if it is the first of a word: a branch here would be guessed wrong too often.
    touched[size] = type;
    size += std::size_t{before < is_word};
    of_type[type].n = before + is_word;
  };
  std::size_t at = 0;
  for (; at + ahead < tokens.size(); ++at) {
    __builtin_prefetch(of_type + token[at + ahead].type);
    count(token[at]);
  }
  for (; at < tokens.size(); ++at) count(token[at]);
  touched_types_ = size;
}

/// Numbers the types of the group that no document before had.
void WordCounter::number_types(const Vocabulary& vocabulary, std::span<Known> known) {
  fresh_.resize(std::max(fresh_.size(), touched_types_));
  TypeId* const fresh = fresh_.data();
  const Known* const of_type = known.data();
  const std::uint32_t* const places = places_.data();
  std::size_t size = 0;
  for (const TypeId type : std::span(touched_).first(touched_types_)) {
    const FeatureId feature = of_type[type].feature;
    __builtin_prefetch(places + feature);
    fresh[size] = type;
    size += std::size_t{feature == unknown};
  }
  if (size == 0) return;
  forms_.clear();
  for (const TypeId type : std::span(fresh_).first(size)) forms_.push_back(vocabulary[type].folded);
  numbers_.resize(size);
  table_.ids_of(forms_, numbers_);
  FeatureId most = 0;
  for (std::size_t i = 0; i < size; ++i) {
    known[fresh_[i]].feature = numbers_[i];
    most = std::max(most, numbers_[i]);
  }
  if (most >= places_.size()) places_.resize(std::max<std::size_t>(most + std::size_t{1}, 2 * places_.size()));
}

/// The counts of features in the order of first occurrence. Few types share their feature with another one of a group.
void WordCounter::take_counts(const Vocabulary& vocabulary, std::span<Known> known, std::vector<FeatureCount>& out) {
  number_types(vocabulary, known);
  if (std::numeric_limits<std::uint32_t>::max() - first_place_ < touched_types_) {
    std::fill(places_.begin(), places_.end(), 0);
    first_place_ = 1;
  }
  merged_.resize(std::max(merged_.size(), touched_types_));
  // Copies: the compiler cannot know that no count lies in the counter.
  Known* const of_type = known.data();
  std::uint32_t* const places = places_.data();
  FeatureCount* const merged = merged_.data();
  const std::uint32_t first_place = first_place_;
  std::uint32_t next = first_place;
  for (const TypeId type : std::span(touched_).first(touched_types_)) {
    const auto [feature, n] = of_type[type];
    of_type[type].n = 0;
    if (const std::uint32_t place = places[feature]; place >= first_place) [[unlikely]] {
      merged[place - first_place].n += n;
      continue;
    }
    places[feature] = next;
    merged[next - first_place] = {feature, n};
    ++next;
  }
  out.assign(merged, merged + (next - first_place));
  first_place_ = next;
  touched_types_ = 0;
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

  const Vocabulary& vocabulary = annotator.vocabulary();
  std::vector<Known>& known = known_.of(annotated.document.language, vocabulary);
  for (std::size_t i = 0; i < order_.size();) {
    const std::uint32_t group = group_of(*order_[i]);
    TokenRange range = order_[i]->tokens;
    // Most sentences follow one another.
    while (++i < order_.size() && group_of(*order_[i]) == group && order_[i]->tokens.begin == range.end)
      range.end = order_[i]->tokens.end;
    count_words({cut.tokens.data() + range.begin, cut.tokens.data() + range.end}, known);
    if (i == order_.size() || group_of(*order_[i]) != group)
      take_counts(vocabulary, known, result.groups[group].counts);
  }
  return result;
}

}  // namespace topos
