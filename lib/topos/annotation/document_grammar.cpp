// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/document_grammar.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/grammar/conllu.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos {
namespace {

constexpr std::size_t most_words = std::size_t{1} << 17;

bool is_parsed(const Document& document) noexcept {
  return document.given != nullptr && document.given->form == GivenTokens::Form::conllu;
}

/// The words of a sentence as lines of CoNLL-U, and the token that each is of.
std::string word_rows(const GivenTokens& given, const Sentence& sentence, std::vector<std::uint32_t>& token_of) {
  const std::size_t first = given.first_from(sentence.span.begin);
  std::string rows;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    std::string_view rest = given.rows_of(first + i);
    for (; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
      // Ranges of words are tokens, which are known; empty nodes are no words.
      if (rest[rest.find_first_of("-.\t\n")] != '\t') continue;
      rows += rest.substr(0, rest.find('\n') + 1);
      token_of.push_back(sentence.tokens.begin + i);
    }
  }
  return rows;
}

/// What the parser whose words the document has says of a sentence; false if it says nothing.
bool read_given(const GivenTokens& given, const Sentence& sentence, SentenceGrammar& out) {
  std::vector<std::uint32_t> token_of;
  const std::string rows = word_rows(given, sentence, token_of);
  ConlluSentence parsed;
  try {
    if (!ConlluReader(rows).next(parsed) || parsed.words.size() != token_of.size()) return false;
  } catch (const Error&) {
    return false;  // a piece of a sentence, whose words are not numbered from 1
  }
  const auto is_joined = [](const ConlluWord& word) { return !word.relation.empty(); };
  if (std::none_of(parsed.words.begin(), parsed.words.end(), is_joined)) return false;
  read_conllu_grammar(parsed, out);
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    out.words[i].tokens = {token_of[i], token_of[i] + 1};
    out.words[i].part = i > 0 && token_of[i] == token_of[i - 1] ? 1 : 0;
  }
  return true;
}

}  // namespace

void DocumentGrammar::begin(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary) {
  document_ = &document;
  segmentation_ = &segmentation;
  vocabulary_ = &vocabulary;
  clauses_ = nullptr;
  supported_ = Grammar::supports(document.language);
  used_ = 0;
  tags_.reset();
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

const GivenTags* DocumentGrammar::tags() {
  if (document_->given == nullptr || document_->given->form != GivenTokens::Form::vrt) return nullptr;
  if (!tags_) tags_.emplace(*document_->given);
  return tags_->any() ? &*tags_ : nullptr;
}

SentenceTraits DocumentGrammar::traits(std::uint32_t sentence) {
  if (is_parsed(*document_) || tags() != nullptr) {
    SentenceTraits any;
    any.passive_group = any.passive_by = any.state_group = any.event_of = any.first_participle = true;
    return any;
  }
  return grammar().traits(*segmentation_, segmentation_->sentences[sentence], *vocabulary_);
}

const SentenceGrammar& DocumentGrammar::of(std::uint32_t sentence) {
  if (is_kept(sentence)) return kept_[slots_[sentence]];
  SentenceGrammar& slot = held_ > most_words ? passing_ : keep(sentence);
  const std::size_t room = slot.words.capacity();
  const Sentence& read = segmentation_->sentences[sentence];
  if (!is_parsed(*document_) || !read_given(*document_->given, read, slot))
    grammar().read(*document_, *segmentation_, read, *vocabulary_, slot, tags());
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
