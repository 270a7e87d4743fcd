// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/clause_builder.hpp"

namespace topos {
namespace {

constexpr std::size_t most_frames = 24;

}  // namespace

void ClauseBuilder::build(const SentenceView& view, const std::vector<Element>& elements, SentenceGrammar& out) {
  view_ = &view;
  elements_ = &elements;
  out_ = &out;
  frames_.assign(1, {});
  out.clauses.assign(out.verbs.size(), {});
  for (std::uint32_t i = 0; i < out.clauses.size(); ++i) out.clauses[i].verb = i;
  for (std::uint32_t i = 0; i < elements.size(); ++i) read_element(i);
  share_agents();
}

void ClauseBuilder::read_element(std::uint32_t i) {
  switch (at(i).kind) {
    case Kind::noun:
      return read_noun(i);
    case Kind::verb:
      return read_verb(i);
    case Kind::relative:
      return read_relative(i);
    case Kind::mark:
      return read_mark(i);
    case Kind::comma:
      return read_comma();
    case Kind::conjunction:
      top().object_may_come = false;
      return;
    case Kind::preposition:
      top().phrase_between = true;
      return;
    case Kind::boundary:
      return frames_.assign(1, {});
    case Kind::open:
      return push(ClauseFrame::Kind::bracket);
    case Kind::close:
      return read_close();
    case Kind::other:
      return;
  }
}

void ClauseBuilder::push(ClauseFrame::Kind kind) {
  if (frames_.size() == most_frames) frames_.erase(frames_.begin());
  frames_.emplace_back();
  top().kind = kind;
}

Argument ClauseBuilder::argument(std::uint32_t chunk, GrammarRule rule, Confidence confidence) const noexcept {
  Argument made;
  made.chunk = chunk;
  made.word = out_->chunks[chunk].head;
  made.rule = rule;
  made.confidence = confidence;
  return made;
}

void ClauseBuilder::read_mark(std::uint32_t i) {
  // "the role of the United Nations as a mediator becomes", "the priority after the states is": where one verb is left
  // for a noun that waits for it, no clause comes in between.
  const bool waits = top().clause == no_index && top().subject != no_index && i > 0 && kind_at(i - 1) == Kind::noun;
  const bool preposition =
      view_->is(at(i).word, GrammarClass::as) ||
      (view_->is(at(i).word, GrammarClass::subordinating_preposition) && finite_verbs_behind(i) < 2);
  if (waits && preposition && kind_at(i + 1) == Kind::noun) {
    out_->chunks[at(i + 1).index].preposition = at(i).word;
    return;
  }
  // "the policy that China supports": behind a noun, unless that is told ("told China that") or says what the noun
  // holds ("the fact that").
  const bool that = view_->is(at(i).word, GrammarClass::that) && i > 0 && kind_at(i - 1) == Kind::noun &&
                    kind_at(i + 1) == Kind::noun;
  const bool told = top().verb != no_index && top().object_element + 1 == i &&
                    head_is(out_->clauses[top().verb], GrammarClass::clause_taking);
  if (that && !told && !view_->is(out_->chunks[at(i - 1).index].head, GrammarClass::content_noun))
    return read_relative(i);
  top().object_may_come = false;
  push(ClauseFrame::Kind::marked);
}

void ClauseBuilder::read_comma() {
  top().object_may_come = false;
  // A comma ends the relative or adverbial clause before it: "Russia, which …, says"; "if it agrees, Russia will".
  while (frames_.size() > 1 && (top().kind == ClauseFrame::Kind::relative || top().kind == ClauseFrame::Kind::marked ||
                                top().kind == ClauseFrame::Kind::bare)) {
    const ClauseFrame& outer = frames_[frames_.size() - 2];
    const bool finished = top().clause != no_index || (top().verb != no_index && top().subject == no_index);
    const bool clause_of_noun = top().kind == ClauseFrame::Kind::relative || outer.clause == no_index;
    if (!finished || !clause_of_noun) return;
    frames_.pop_back();
    top().object_may_come = false;
  }
}

void ClauseBuilder::read_close() {
  for (std::size_t i = frames_.size(); i-- > 1;)
    if (frames_[i].kind == ClauseFrame::Kind::bracket) {
      frames_.resize(i);
      return;
    }
}

void ClauseBuilder::read_relative(std::uint32_t i) {
  top().object_may_come = false;
  const bool governed = i > 0 && kind_at(i - 1) == Kind::preposition;
  std::uint32_t before = governed ? i - 1 : i;
  if (before > 0 && kind_at(before - 1) == Kind::comma) --before;
  const std::uint32_t noun = before > 0 && kind_at(before - 1) == Kind::noun ? at(before - 1).index : no_index;
  push(ClauseFrame::Kind::relative);
  top().antecedent = noun;
  if (!governed) top().pronoun = at(i).word;
}

}  // namespace topos
