// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/chunks.hpp"

namespace topos {
namespace {

/// Reads one verb group from left to right: each auxiliary says what form may follow it.
class GroupReader {
 public:
  GroupReader(const SentenceView& view, std::uint32_t at) : view_(view) { group_.words = {at, at}; }

  VerbGroup read() {
    std::uint32_t i = group_.words.begin;
    if (!begins(i)) return {};
    group_.negated = i > 0 && view_.is(i - 1, GrammarClass::negation);
    take(i);
    while (extends()) {
    }
    finish();
    return group_;
  }

 private:
  /// Whether a group begins with the word `i`, which is moved to its first verb.
  bool begins(std::uint32_t& i) {
    const Tag tag = view_.tag(i);
    if (tag == Tag::to) {
      const std::uint32_t verb = view_.after_adverbs(i + 1);
      if (view_.tag(verb) != Tag::vb) return false;
      note_negation(i + 1, verb);
      group_.form = VerbForm::infinitive;
      i = verb;
      return true;
    }
    if (tag == Tag::md) group_.modal = i;
    if (is_finite(tag)) return true;
    if (tag == Tag::vb) return group_.form = VerbForm::infinitive, true;
    if ((tag != Tag::vbg && tag != Tag::vbn) || (tag == Tag::vbn && is_state(i))) return false;
    group_.form = tag == Tag::vbg ? VerbForm::ing : VerbForm::participle;
    group_.passive = tag == Tag::vbn;
    return !is_participle_before_noun(view_, i, false);
  }

  void take(std::uint32_t verb) {
    group_.head = verb;
    group_.words.end = verb + 1;
  }

  void note_negation(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) group_.negated = group_.negated || view_.is(i, GrammarClass::negation);
  }

  /// Takes the next verb, if the last one is an auxiliary of it.
  bool extends() {
    const std::uint32_t last = group_.head;
    const std::uint32_t next = view_.after_adverbs(last + 1);
    const Tag tag = view_.tag(next);
    // "he's spoken" is "has", "it's based" is "is".
    const bool has =
        view_.is(last, GrammarClass::short_be) && tag == Tag::vbn && last > 0 &&
        (view_.is(last - 1, GrammarClass::subject_pronoun) || noun_chunk_at(view_, next + 1).words.size() > 0);
    const bool be = !has && view_.is(last, GrammarClass::be) && !(view_.is(next, GrammarClass::get) && tag == Tag::vbn);
    const bool get = view_.is(last, GrammarClass::get) && view_.tag(last) != Tag::vbn;
    bool fits = false;
    if (view_.tag(last) == Tag::md || view_.is(last, GrammarClass::do_form)) fits = tag == Tag::vb;
    if (has || view_.is(last, GrammarClass::have)) fits = tag == Tag::vbn;
    if (be)
      fits =
          (tag == Tag::vbn && !is_state(next)) || (tag == Tag::vbg && !view_.is(next, GrammarClass::state_participle));
    if (get) fits = tag == Tag::vbn && next == last + 1 && !is_participle_before_noun(view_, next, false);
    if (!fits) {
      // "is not a member": the negation belongs to the group, other adverbs behind it do not.
      if (view_.is(last + 1, GrammarClass::negation) && is_adverb(view_.tag(last + 1))) {
        group_.negated = true;
        group_.words.end = last + 2;
      }
      return false;
    }
    note_negation(last + 1, next);
    group_.passive = (be || get) && tag == Tag::vbn;
    take(next);
    return view_.is(next, GrammarClass::be) || view_.is(next, GrammarClass::have) ||
           view_.is(next, GrammarClass::get) || (tag == Tag::vb && view_.is(next, GrammarClass::do_form));
  }

  /// An adjective rather than a participle: "is committed to".
  [[nodiscard]] bool is_state(std::uint32_t i) const noexcept {
    return view_.is(i, GrammarClass::state_participle) && !view_.is(i + 1, GrammarClass::by);
  }

  void finish() {
    const bool be = view_.is(group_.head, GrammarClass::be);
    if (be) group_.passive = false;
    group_.copular = !group_.passive && (be || view_.is(group_.head, GrammarClass::linking));
    if (view_.is(group_.head, GrammarClass::negation)) group_.negated = true;
  }

  const SentenceView& view_;
  VerbGroup group_;
};

}  // namespace

VerbGroup verb_group_at(const SentenceView& view, std::uint32_t at) { return GroupReader(view, at).read(); }

}  // namespace topos
