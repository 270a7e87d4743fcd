// SPDX-License-Identifier: Apache-2.0
// Which subject a verb has, and what may follow it.
#include "topos/grammar/clause_builder.hpp"

namespace topos {
namespace {

bool is_open(const ClauseFrame& frame) noexcept {
  return frame.clause == no_index && (frame.subject != no_index || frame.pronoun != no_index);
}

}  // namespace

void ClauseBuilder::read_verb(std::uint32_t i) {
  Clause& clause = out_->clauses[at(i).index];
  if (is_group(clause, VerbForm::finite))
    find_subject(i, clause);
  else if (!complete_question(i, clause))
    infer_subject(i, clause);
  open_slots(i);
}

/// The subject of a finite verb; where it has none yet, whether one may follow.
void ClauseBuilder::find_subject(std::uint32_t i, Clause& clause) {
  if (subject_of_waiting_frame(i, clause) ||
      (top().clause != no_index && !is_inverted_speech(i) && subject_of_second_verb(i, clause))) {
    top().clause = clause.verb;
    return;
  }
  ClauseFrame& frame = top();
  frame.clause = clause.verb;
  const VerbGroup& group = out_->verbs[clause.verb];
  const bool auxiliary = view_->is(group.head, GrammarClass::be) || view_->is(group.head, GrammarClass::have) ||
                         view_->is(group.head, GrammarClass::do_form) || view_->tag(group.head) == Tag::md;
  // "that backing exports is a model": the verb before has no subject behind this one.
  const bool gerund = i > 0 && frame.verb != no_index && frame.verb + 1 == clause.verb && kind_at(i - 1) != Kind::comma;
  frame.subject_may_follow = (auxiliary && !gerund) || frame.expletive ||
                             (view_->is(group.head, GrammarClass::speech) && kind_at(i - 1) == Kind::comma);
}

/// "…, said the minister".
bool ClauseBuilder::is_inverted_speech(std::uint32_t i) const noexcept {
  return i > 0 && kind_at(i - 1) == Kind::comma && kind_at(i + 1) == Kind::noun && !at(i + 1).leads_to_verb &&
         view_->is(out_->verbs[at(i).index].head, GrammarClass::speech);
}

/// How many finite verbs stand behind element `i`, before the next boundary and not too far.
std::uint32_t ClauseBuilder::finite_verbs_behind(std::uint32_t i) const noexcept {
  constexpr std::uint32_t far = 40;
  std::uint32_t count = 0;
  for (std::uint32_t k = i + 1; k < i + far && kind_at(k) != Kind::boundary; ++k)
    if (kind_at(k) == Kind::verb && out_->verbs[at(k).index].form == VerbForm::finite) ++count;
  return count;
}

/// The frame at hand waits for its verb, or one around it does and the clauses in between have theirs.
bool ClauseBuilder::subject_of_waiting_frame(std::uint32_t i, Clause& clause) {
  if (is_open(top())) {
    const bool adjacent =
        top().subject == no_index || (i > 0 && kind_at(i - 1) == Kind::noun && at(i - 1).index == top().subject);
    take_frame_subject(i, clause, adjacent ? GrammarRule::before_verb : GrammarRule::before_phrase);
    return true;
  }
  if (is_joined(i) && top().clause != no_index) return false;
  // "he said the plan works": the noun behind such a verb begins a clause of its own.
  const bool behind_object =
      top().clause != no_index && top().object_element != no_index && i > 0 && kind_at(i - 1) == Kind::noun;
  const bool announced =
      behind_object && top().verb != no_index && head_is(out_->clauses[top().verb], GrammarClass::clause_taking);
  if (announced && finite_verbs_behind(i) > 0) return false;
  for (std::size_t depth = frames_.size() - 1; depth-- > 0 && frames_[depth + 1].kind != ClauseFrame::Kind::bracket;) {
    if (!is_open(frames_[depth])) continue;
    frames_.resize(depth + 1);
    take_frame_subject(i, clause, GrammarRule::before_clause);
    clause.subject.confidence = Confidence::low;
    return true;
  }
  // "what Russia wants is clear": a clause is the subject.
  if (frames_.size() > 1 && top().kind == ClauseFrame::Kind::relative && top().antecedent == no_index &&
      frames_[frames_.size() - 2].clause == no_index)
    frames_.pop_back();
  return false;
}

void ClauseBuilder::take_frame_subject(std::uint32_t i, Clause& clause, GrammarRule rule) {
  const ClauseFrame& frame = top();
  clause.antecedent = frame.antecedent;
  clause.pronoun = frame.pronoun;
  if (frame.subject == no_index) {
    clause.subject.word = frame.pronoun;
    clause.subject.rule = GrammarRule::relative_pronoun;
    clause.subject.confidence = Confidence::high;
    return;
  }
  const bool near = at(i).word <= out_->chunks[frame.subject].words.end + 6;
  clause.subject = argument(frame.subject, rule, near ? Confidence::high : Confidence::low);
}

/// The frame has a verb already: a coordinated one, or a clause that nothing announced.
bool ClauseBuilder::subject_of_second_verb(std::uint32_t i, Clause& clause) {
  ClauseFrame& frame = top();
  const Clause& earlier = out_->clauses[frame.clause];
  const Kind before = i > 0 ? kind_at(i - 1) : Kind::boundary;
  if (before == Kind::noun) {
    const std::uint32_t chunk = at(i - 1).index;
    const bool object = frame.object_element == i - 1;
    const bool announced = frame.verb != no_index && head_is(out_->clauses[frame.verb], GrammarClass::clause_taking);
    std::uint32_t subject = chunk;
    if (frame.object_element != no_index && frame.object_element < i) subject = at(frame.object_element).index;
    if (object || (frame.object_element != no_index && announced)) out_->clauses[frame.verb].object = {};
    push(ClauseFrame::Kind::bare);
    top().subject = subject;
    clause.subject =
        argument(subject, GrammarRule::bare_clause, announced && subject == chunk ? Confidence::high : Confidence::low);
    return true;
  }
  if (!earlier.subject.found()) return false;
  clause.subject = earlier.subject;
  clause.subject.rule = GrammarRule::coordinated_verb;
  clause.subject.inferred = true;
  if (!is_joined(i)) clause.subject.confidence = Confidence::low;
  clause.antecedent = earlier.antecedent;
  clause.pronoun = earlier.pronoun;
  return true;
}

/// "Will China support it": the verb takes over the subject that its auxiliary got.
bool ClauseBuilder::complete_question(std::uint32_t i, Clause& clause) {
  ClauseFrame& frame = top();
  if (frame.clause == no_index || i == 0 || kind_at(i - 1) != Kind::noun || view_->tag(at(i).word) == Tag::to)
    return false;
  Clause& auxiliary = out_->clauses[frame.clause];
  // A full verb between them would be the one that the auxiliary belongs to.
  if (auxiliary.subject.rule != GrammarRule::inverted || auxiliary.verb + 1 != clause.verb || frame.expletive)
    return false;
  clause.subject = auxiliary.subject;
  auxiliary.subject = {};
  frame.clause = clause.verb;
  return true;
}

/// "organized and carried out by them": passives that only a conjunction parts share the agent behind the last.
void ClauseBuilder::share_agents() {
  for (std::size_t k = out_->clauses.size(); k-- > 1;) {
    const Clause& later = out_->clauses[k];
    Clause& earlier = out_->clauses[k - 1];
    if (!later.agent.found() || earlier.agent.found() || !out_->verbs[k - 1].passive) continue;
    bool joined = false;
    bool apart = false;
    for (std::uint32_t i = out_->verbs[k - 1].words.end; i < out_->verbs[k].words.begin; ++i) {
      joined = joined || view_->tag(i) == Tag::cc;
      apart = apart || (view_->tag(i) != Tag::cc && !is_adverb(view_->tag(i)) && view_->tag(i) != Tag::punc);
    }
    if (!joined || apart) continue;
    earlier.agent = later.agent;
    earlier.agent.rule = GrammarRule::coordinated_verb;
    earlier.agent.inferred = true;
  }
}

/// An infinitive or participle has no subject of its own: whose it is by sense.
void ClauseBuilder::infer_subject(std::uint32_t i, Clause& clause) {
  const ClauseFrame& frame = top();
  const Kind before = i > 0 ? kind_at(i - 1) : Kind::boundary;
  const bool behind_noun = before == Kind::noun;
  Argument found;
  if (behind_noun && !is_group(clause, VerbForm::infinitive)) {
    found = argument(at(i - 1).index, GrammarRule::modified, Confidence::high);
    clause.antecedent = at(i - 1).index;
  } else if (behind_noun && frame.object_element == i - 1) {
    found = argument(at(i - 1).index, GrammarRule::controlled, Confidence::low);
  } else if (frame.clause != no_index) {
    found = out_->clauses[frame.clause].subject;
    found.rule = is_joined(i) ? GrammarRule::coordinated_verb : GrammarRule::controlled;
    clause.antecedent = out_->clauses[frame.clause].antecedent;
    clause.pronoun = out_->clauses[frame.clause].pronoun;
  } else if (frame.subject != no_index) {
    found = argument(frame.subject, GrammarRule::modified, Confidence::low);
  }
  if (!found.found()) return;
  found.inferred = true;
  if (found.rule != GrammarRule::modified) found.confidence = Confidence::low;
  clause.subject = found;
}

/// What may follow the verb: an object unless it is a passive or a linking verb, an agent if it is a passive.
void ClauseBuilder::open_slots(std::uint32_t i) {
  ClauseFrame& frame = top();
  Clause& clause = out_->clauses[at(i).index];
  const VerbGroup& group = out_->verbs[clause.verb];
  frame.verb = clause.verb;
  frame.object_element = no_index;
  frame.phrase_between = false;
  frame.passive = group.passive ? clause.verb : no_index;
  const bool giving = head_is(clause, GrammarClass::giving);
  frame.object_may_come = !frame.subject_may_follow && !group.copular &&
                          (!group.passive || (giving && is_group(clause, VerbForm::finite))) &&
                          !head_is(clause, GrammarClass::intransitive);
  const bool finite = is_group(clause, VerbForm::finite) && clause.subject.found() && !clause.subject.inferred;
  if (!finite || clause.subject.word == frame.pronoun || !frame.object_may_come) return;
  // "the plan that China supports", "the plan China supports"
  if (frame.pronoun != no_index) {
    clause.object.word = frame.pronoun;
    clause.object.rule = GrammarRule::relative_gap;
    clause.object.confidence = Confidence::high;
  } else if (frame.kind == ClauseFrame::Kind::bare && frame.antecedent != no_index) {
    clause.object = argument(frame.antecedent, GrammarRule::relative_gap, Confidence::low);
    clause.object.inferred = true;
    clause.antecedent = frame.antecedent;
  }
}

}  // namespace topos
