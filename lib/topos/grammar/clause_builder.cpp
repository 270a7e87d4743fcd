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
  for (std::uint32_t i = 0; i < elements.size(); ++i) switch (elements[i].kind) {
      case Kind::noun:
        read_noun(i);
        break;
      case Kind::verb:
        read_verb(i);
        break;
      case Kind::relative:
        read_relative(i);
        break;
      case Kind::mark:
        read_mark(i);
        break;
      case Kind::comma:
        read_comma();
        break;
      case Kind::conjunction:
        top().object_may_come = false;
        break;
      case Kind::preposition:
        top().phrase_between = true;
        break;
      case Kind::boundary:
        frames_.assign(1, {});
        break;
      case Kind::open:
        push(ClauseFrame::Kind::bracket);
        break;
      case Kind::close:
        read_close();
        break;
      case Kind::other:
        break;
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
  // "the role of the United Nations as a mediator becomes": a noun that waits for its verb has no clause with "as".
  const bool waits = top().clause == no_index && top().subject != no_index && i > 0 && kind_at(i - 1) == Kind::noun;
  if (waits && view_->is(at(i).word, WordClass::as) && kind_at(i + 1) == Kind::noun) {
    out_->chunks[at(i + 1).index].preposition = at(i).word;
    return;
  }
  // "the policy that China supports": behind a noun, unless that is told ("told China that") or says what the noun
  // holds ("the fact that").
  const bool that =
      view_->is(at(i).word, WordClass::that) && i > 0 && kind_at(i - 1) == Kind::noun && kind_at(i + 1) == Kind::noun;
  const bool told = top().verb != no_index && top().object_element + 1 == i &&
                    head_is(out_->clauses[top().verb], WordClass::clause_taking);
  if (that && !told && !view_->is(out_->chunks[at(i - 1).index].head, WordClass::content_noun)) return read_relative(i);
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
