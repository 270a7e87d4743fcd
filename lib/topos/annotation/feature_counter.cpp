// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_counter.hpp"

#include <algorithm>

namespace topos {
namespace {

/// Sequences and words that a worker knows by number; beyond it forgets them, which changes nothing but speed.
constexpr std::size_t most_known = std::size_t{1} << 20;

}  // namespace

FeatureCounter::FeatureCounter(FeatureTable& table, const FeatureChoice& choice)
    : table_(table), choice_(choice), words_(table), forms_(choice), types_(unknown), longer_(choice.n - 1),
      chosen_(choice.n) {
  parts_.emplace();
}

void FeatureCounter::forget_sequences() {
  for (PairTable& table : longer_) table.clear();
  known_.clear();
  numbered_ = 0;
}

void FeatureCounter::forget_words() {
  types_.clear();
  parts_.emplace();
  forget_sequences();
}

FeatureId FeatureCounter::decide(const Type& type, const std::string& language) {
  const std::optional<std::string_view> form = forms_.form_of(type, language);
  if (!form) return hidden;
  return choice_.n == 1 ? table_.id_of(*form) : parts_->id_of(*form);
}

/// The feature of the chosen words, which have this number among the longest sequences.
FeatureId FeatureCounter::sequence(std::uint32_t number) {
  if (number >= known_.size()) known_.resize(number + std::size_t{1}, unknown);
  if (known_[number] != unknown) return known_[number];
  std::string text;
  for (const FeatureId word : chosen_) text.append(text.empty() ? "" : " ").append(parts_->text(word));
  return known_[number] = table_.id_of(text);
}

/// Goes on after the word at `last`, which ends the sequence of that number, with each word that may follow.
void FeatureCounter::extend(std::size_t last, std::uint32_t prefix, std::uint32_t depth, std::uint32_t skips) {
  const std::size_t end = std::min(line_.size(), last + 2 + skips);
  for (std::size_t at = last + 1; at < end; ++at) {
    if (line_[at] == hidden) continue;
    const auto [number, added] = longer_[depth - 1].number_of(prefix, line_[at]);
    numbered_ += added ? 1 : 0;
    chosen_[depth] = line_[at];
    if (depth + 1 == choice_.n)
      counts_.add(sequence(number));
    else
      extend(at, number, depth + 1, skips - static_cast<std::uint32_t>(at - last - 1));
  }
}

void FeatureCounter::count_sentence(const AnnotatedDocument& annotated, const Annotator& annotator,
                                    const Sentence& sentence, std::vector<FeatureId>& decided) {
  const Segmentation& cut = annotator.segmentation();
  if (numbered_ > most_known) forget_sequences();
  line_.clear();
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const Token& token = cut.tokens[at];
    if (token.kind != TokenKind::word && !(choice_.punctuation && token.kind == TokenKind::punctuation)) continue;
    FeatureId& feature = decided[token.type];
    if (feature == unknown) feature = decide(annotator.vocabulary()[token.type], annotated.document.language);
    line_.push_back(feature);
  }
  for (std::size_t first = 0; first < line_.size(); ++first) {
    if (line_[first] == hidden) continue;
    chosen_[0] = line_[first];
    if (choice_.n == 1)
      counts_.add(line_[first]);
    else
      extend(first, line_[first], 1, choice_.skip);
  }
}

DocumentFeatures FeatureCounter::count(const Query& query, const AnnotatedDocument& annotated,
                                       const Annotator& annotator) {
  if (choice_.plain()) return words_.count(query, annotated, annotator);
  QueryParts parts = query.parts(annotated);
  DocumentFeatures result;
  for (QueryGroup& group : parts.groups) result.groups.push_back({std::move(group.values), group.size.words, {}});
  if (!parts.selected) return result;
  if (parts_->size() > most_known) forget_words();
  std::vector<FeatureId>& decided = types_.of(annotated.document.language, annotator.vocabulary());
  const auto group_of = [&](const Sentence* sentence) { return parts.group_of[sentence->region]; };
  order_.clear();
  for (const Sentence& sentence : annotator.segmentation().sentences)
    if (group_of(&sentence) != QueryParts::none) order_.push_back(&sentence);
  // One group after the other, so that one array of counts does.
  std::stable_sort(order_.begin(), order_.end(),
                   [&](const Sentence* a, const Sentence* b) { return group_of(a) < group_of(b); });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    count_sentence(annotated, annotator, *order_[i], decided);
    const std::uint32_t group = group_of(order_[i]);
    if (i + 1 == order_.size() || group_of(order_[i + 1]) != group) result.groups[group].counts = counts_.take();
  }
  return result;
}

}  // namespace topos
