// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/document_grammar.hpp"

#include <utility>

namespace topos {
namespace {

constexpr std::size_t most_words = std::size_t{1} << 17;

}  // namespace

void DocumentGrammar::begin(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary) {
  document_ = &document;
  segmentation_ = &segmentation;
  vocabulary_ = &vocabulary;
  clauses_ = nullptr;
  supported_ = Grammar::supports(document.language);
  used_ = 0;
  slots_.clear();
  // Slots grow with the longest sentence that each has held, and give that back when they hold too much.
  if (held_ <= most_words) return;
  kept_.clear();
  held_ = 0;
}

bool DocumentGrammar::is_kept(std::uint32_t sentence) const noexcept {
  return sentence < slots_.size() && slots_[sentence] != no_index;
}

SentenceGrammar& DocumentGrammar::keep(std::uint32_t sentence) {
  slots_.resize(segmentation_->sentences.size(), no_index);
  slots_[sentence] = used_++;
  return used_ > kept_.size() ? kept_.emplace_back() : kept_[used_ - 1];
}

Grammar& DocumentGrammar::grammar() { return grammar_ ? *grammar_ : grammar_.emplace("en"); }

SentenceTraits DocumentGrammar::traits(std::uint32_t sentence) {
  return grammar().traits(*segmentation_, segmentation_->sentences[sentence], *vocabulary_);
}

const SentenceGrammar& DocumentGrammar::of(std::uint32_t sentence) {
  if (is_kept(sentence)) return kept_[slots_[sentence]];
  SentenceGrammar& slot = held_ > most_words ? passing_ : keep(sentence);
  const std::size_t room = slot.words.capacity();
  grammar().read(*document_, *segmentation_, segmentation_->sentences[sentence], *vocabulary_, slot);
  if (&slot != &passing_) held_ += slot.words.capacity() - room;
  return slot;
}

void DocumentGrammar::give(std::uint32_t sentence, SentenceGrammar&& grammar) {
  SentenceGrammar& slot = is_kept(sentence) ? kept_[slots_[sentence]] : keep(sentence);
  held_ -= slot.words.capacity();
  slot = std::move(grammar);
  held_ += slot.words.capacity();
}

ByteSpan DocumentGrammar::span_of(const SentenceGrammar& grammar, WordRange words) const {
  const TokenRange tokens = grammar.tokens_of(words);
  if (tokens.begin == tokens.end) return {};
  return {segmentation_->tokens[tokens.begin].begin, segmentation_->tokens[tokens.end - 1].end};
}

std::string_view DocumentGrammar::folded(const SentenceGrammar& grammar, std::uint32_t word) const {
  return (*vocabulary_)[segmentation_->tokens[grammar.words[word].tokens.end - 1].type].folded;
}

}  // namespace topos
