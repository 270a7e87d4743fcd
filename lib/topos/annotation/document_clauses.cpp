// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/document_clauses.hpp"

#include <algorithm>
#include <iterator>

#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/quotations.hpp"

namespace topos {

void DocumentClauses::begin(const DetectorInput& input, Wanted wanted) {
  input_.emplace(input);
  frame_.emplace(*input_);
  wanted_ = wanted;
  found_.clear();
  attributions_.clear();
  causes_.clear();
  quotations_.reset();
  goes_on_.reset();
}

std::span<const Attribution> DocumentClauses::attributions(std::uint32_t sentence) {
  const TokenRange range = read(sentence).attributions;
  return std::span(attributions_).subspan(range.begin, range.size());
}

std::span<const CauseLink> DocumentClauses::causes(std::uint32_t sentence) {
  const TokenRange range = read(sentence).causes;
  return std::span(causes_).subspan(range.begin, range.size());
}

const DocumentClauses::Found& DocumentClauses::read(std::uint32_t sentence) {
  if (found_.empty()) found_.resize(input_->segmentation.sentences.size());
  Found& found = found_[sentence];
  if (found.read) return found;
  found.read = true;
  const Sentence& which = input_->segmentation.sentences[sentence];
  const ClauseSigns signs = clause_signs(*input_, which);
  const bool attribution = wanted_.attributions && signs.attribution;
  const bool cause = wanted_.causes && signs.cause;
  if (!attribution && !cause) return found;
  words_.read(*input_, which);
  const auto attributions = static_cast<std::uint32_t>(attributions_.size());
  const auto causes = static_cast<std::uint32_t>(causes_.size());
  if (attribution) find_attributions(words_, *frame_, quotations().spans, attributions_);
  if (cause) find_causes(words_, causes_);
  found.attributions = {attributions, static_cast<std::uint32_t>(attributions_.size())};
  found.causes = {causes, static_cast<std::uint32_t>(causes_.size())};
  return found;
}

const std::optional<Attribution>& DocumentClauses::continued(std::uint32_t sentence) {
  static const std::optional<Attribution> nobody;
  const std::vector<Sentence>& sentences = input_->segmentation.sentences;
  const ByteSpan here = sentences[sentence].span;
  const std::vector<ByteSpan>& all = quotations().spans;
  // The last that begins before the sentence ends, or, if that is done within it, the one before the sentence.
  auto one =
      std::partition_point(all.begin(), all.end(), [&](ByteSpan quotation) { return quotation.end <= here.begin; });
  if (one == all.end() || one->begin >= here.end) return nobody;
  const auto number = static_cast<std::size_t>(one - all.begin());
  const bool whole = quotations_->begins_with[number] == number && ends_with_[number] == number;
  if (whole && one->begin >= here.begin && one->end <= here.end) {
    one =
        std::prev(std::partition_point(one, all.end(), [&](ByteSpan quotation) { return quotation.begin < here.end; }));
    if (one->end <= here.end) return nobody;
  }
  if (goes_on_ && goes_on_->begin == one->begin) return continued_;
  goes_on_ = *one;
  const auto number_at = [&](std::uint32_t byte) {
    const auto found =
        std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.span.end <= byte; });
    return static_cast<std::uint32_t>(std::min(found - sentences.begin(), std::ssize(sentences) - 1));
  };
  // Who speaks is told where it begins or ends, which may be in other paragraphs.
  const std::uint32_t head = quotations_->begins_with[static_cast<std::size_t>(one - all.begin())];
  const ByteSpan tail = all[ends_with_[head]];
  const std::uint32_t first = number_at(all[head].begin);
  const std::uint32_t last = number_at(tail.end - 1);
  continued_ = laid_to(all[head], first);
  if (!continued_ && last != first) continued_ = laid_to(tail, last);
  if (continued_) continued_->content = *goes_on_;
  return continued_;
}

std::optional<Attribution> DocumentClauses::laid_to(ByteSpan quotation, std::uint32_t sentence) {
  for (const Attribution& one : attributions(sentence)) {
    const bool touches = one.content.begin < quotation.end && quotation.begin < one.content.end;
    const bool outside = one.cue.end <= quotation.begin || one.cue.begin >= quotation.end;
    if (!touches || !outside) continue;
    Attribution whole = one;
    whole.content = quotation;
    return whole;
  }
  return std::nullopt;
}

const DocumentQuotations& DocumentClauses::quotations() {
  if (quotations_) return *quotations_;
  find_quotations(input_->document(), quotations_.emplace());
  ends_with_.resize(quotations_->spans.size());
  for (std::uint32_t i = 0; i < quotations_->spans.size(); ++i) ends_with_[quotations_->begins_with[i]] = i;
  return *quotations_;
}

DocumentClauses& clauses_of(const DetectorInput& input, DocumentClauses& own, DocumentClauses::Wanted wanted) {
  if (input.grammar != nullptr && input.grammar->clauses() != nullptr) return *input.grammar->clauses();
  own.begin(input, wanted);
  return own;
}

}  // namespace topos
