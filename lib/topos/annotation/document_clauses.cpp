// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/document_clauses.hpp"

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
  if (attribution) find_attributions(words_, *frame_, quotations(), attributions_);
  if (cause) find_causes(words_, causes_);
  found.attributions = {attributions, static_cast<std::uint32_t>(attributions_.size())};
  found.causes = {causes, static_cast<std::uint32_t>(causes_.size())};
  return found;
}

const std::vector<ByteSpan>& DocumentClauses::quotations() {
  if (quotations_) return *quotations_;
  quotations_.emplace();
  const Document& document = input_->document();
  for (const Region& region : document.regions)
    if (may_hold_quotations(region.span.in(document.text))) find_quotations(document.text, region.span, *quotations_);
  return *quotations_;
}

DocumentClauses& clauses_of(const DetectorInput& input, DocumentClauses& own, DocumentClauses::Wanted wanted) {
  if (input.grammar != nullptr && input.grammar->clauses() != nullptr) return *input.grammar->clauses();
  own.begin(input, wanted);
  return own;
}

}  // namespace topos
