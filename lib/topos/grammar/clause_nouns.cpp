// SPDX-License-Identifier: Apache-2.0
// What a noun is to the verbs around it: object, agent, subject of a verb to come, or a further noun of a list.
#include "topos/grammar/clause_builder.hpp"

namespace topos {

void ClauseBuilder::read_noun(std::uint32_t i) {
  if (coordinate(i)) return;
  const std::uint32_t chunk = at(i).index;
  if (out_->chunks[chunk].preposition != no_index) return read_governed(i);
  ClauseFrame& frame = top();
  if (view_->tag(out_->chunks[chunk].head) == Tag::ex) {
    if (frame.clause != no_index) push(ClauseFrame::Kind::main);
    top().expletive = true;
    top().subject = no_index;
    return;
  }
  if (frame.subject_may_follow && frame.clause != no_index) {
    frame.subject_may_follow = false;
    frame.subject = chunk;
    out_->clauses[frame.clause].subject = argument(chunk, GrammarRule::inverted, Confidence::low);
    frame.object_element = i;
    return;
  }
  if (frame.object_may_come) return read_object(i);
  read_loose_noun(i);
}

/// Whether the noun continues a list; it then points to the list's first noun.
bool ClauseBuilder::coordinate(std::uint32_t i) {
  if (i < 2) return false;
  const ClauseFrame& frame = top();
  std::uint32_t before = i - 1;
  if (kind_at(before) == Kind::conjunction) {
    const bool new_clause = at(i).leads_to_verb && frame.clause != no_index;
    if (new_clause) return false;
    if (kind_at(before - 1) == Kind::comma && before > 1) --before;
  } else if (kind_at(before) == Kind::comma) {
    const bool waits = frame.clause == no_index && frame.subject == no_index && at(i).leads_to_verb;
    if (waits || !at(i).list_goes_on) return false;
  } else {
    return false;
  }
  if (kind_at(before - 1) != Kind::noun) return false;
  std::uint32_t first = at(before - 1).index;
  NounChunk& chunk = out_->chunks[at(i).index];
  if (frame.clause != no_index && view_->tag(chunk.head) == Tag::prp &&
      view_->is(chunk.head, GrammarClass::subject_pronoun))
    return false;
  const auto has_article = [&](const NounChunk& one) { return view_->tag(one.words.begin) == Tag::dt; };
  // "the president of Russia and the leader of China": an article joins what has one.
  constexpr int deepest = 4;
  for (int depth = 0; depth < deepest && has_article(chunk) && !has_article(out_->chunks[first]); ++depth)
    if (out_->chunks[first].of != no_index) first = out_->chunks[first].of;
  if (out_->chunks[first].coordinated != no_index) first = out_->chunks[first].coordinated;
  chunk.coordinated = first;
  chunk.preposition = out_->chunks[first].preposition;
  return true;
}

/// A noun behind a preposition is an agent behind "by", else nothing to the verb.
void ClauseBuilder::read_governed(std::uint32_t i) {
  ClauseFrame& frame = top();
  const NounChunk& chunk = out_->chunks[at(i).index];
  if (frame.passive == no_index || !view_->is(chunk.preposition, GrammarClass::by)) return;
  if (chunk.temporal || view_->is(chunk.head, GrammarClass::time_noun) ||
      view_->is(chunk.head, GrammarClass::time_part) || view_->tag(chunk.head) == Tag::cd)
    return;
  const bool near = at(i).word <= out_->verbs[frame.passive].words.end + 4;
  out_->clauses[frame.passive].agent =
      argument(at(i).index, GrammarRule::by_phrase, near ? Confidence::high : Confidence::low);
  frame.passive = no_index;
}

void ClauseBuilder::read_object(std::uint32_t i) {
  ClauseFrame& frame = top();
  const std::uint32_t chunk = at(i).index;
  const NounChunk& noun = out_->chunks[chunk];
  if (noun.temporal) return;
  if (view_->is(noun.head, GrammarClass::subject_pronoun) && view_->tag(noun.head) == Tag::prp) {
    frame.object_may_come = false;
    return read_loose_noun(i);
  }
  Clause& clause = out_->clauses[frame.verb];
  const bool phrase = frame.phrase_between;
  clause.object = argument(chunk, phrase ? GrammarRule::after_phrase : GrammarRule::after_verb,
                           phrase ? Confidence::low : Confidence::high);
  frame.object_may_come = false;
  frame.object_element = i;
}

/// A noun that is neither object nor behind a preposition: mostly the subject of a verb to come.
void ClauseBuilder::read_loose_noun(std::uint32_t i) {
  ClauseFrame& frame = top();
  const std::uint32_t chunk = at(i).index;
  const bool behind_noun = i > 0 && kind_at(i - 1) == Kind::noun;
  const bool giving = frame.verb != no_index && frame.object_element != no_index && frame.object_element + 1 == i &&
                      head_is(out_->clauses[frame.verb], GrammarClass::giving);
  if (giving && !at(i).leads_to_verb && !out_->chunks[chunk].temporal) {
    out_->clauses[frame.verb].object = argument(chunk, GrammarRule::second_object, Confidence::low);
    frame.object_element = i;
    return;
  }
  if (behind_noun && at(i).leads_to_verb && !out_->chunks[at(i - 1).index].temporal)
    return push_bare_relative(i, at(i - 1).index);
  if (frame.clause == no_index) {
    const bool time = out_->chunks[chunk].temporal && kind_at(i + 1) != Kind::verb;
    // "Thanks to it, we have": the noun behind the comma is nearer to its verb.
    const bool better = frame.subject == no_index || (at(i).leads_to_verb && i > 0 && kind_at(i - 1) == Kind::comma);
    const bool object = view_->is(out_->chunks[chunk].head, GrammarClass::object_pronoun);
    if (better && !time && !object) frame.subject = chunk;
    return;
  }
  // "it is a process and I have": the noun behind a linking verb is its complement.
  const bool complement =
      kind_at(i - 1) == Kind::verb && out_->verbs[at(i - 1).index].copular && kind_at(i + 1) != Kind::verb;
  if (!at(i).leads_to_verb || complement) return;
  const ClauseFrame::Kind kind = frame.kind == ClauseFrame::Kind::relative ? ClauseFrame::Kind::main : frame.kind;
  push(kind == ClauseFrame::Kind::bracket ? ClauseFrame::Kind::main : kind);
  top().subject = chunk;
}

/// "the policy China supports".
void ClauseBuilder::push_bare_relative(std::uint32_t i, std::uint32_t antecedent) {
  push(ClauseFrame::Kind::bare);
  top().antecedent = antecedent;
  top().subject = at(i).index;
}

}  // namespace topos
