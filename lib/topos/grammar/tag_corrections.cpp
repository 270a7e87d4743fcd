// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/sentence_view.hpp"
#include "topos/grammar/tagger.hpp"

namespace topos {
namespace {

/// A view that also changes tags.
class View : public SentenceView {
 public:
  View(const SentenceOptions& options, std::vector<GrammarWord>& words)
      : SentenceView(words, options), changed_(words) {}

  void set(std::size_t i, Tag tag) noexcept { changed_[i].tag = tag; }
  /// The nearest word before `i` that is no adverb; size() if there is none near.
  [[nodiscard]] std::size_t before_adverbs(std::size_t i) const noexcept {
    constexpr std::size_t most = 4;
    for (std::size_t steps = 0; i-- > 0 && steps < most; ++steps)
      if (!is_adverb(tag(i))) return i;
    return size();
  }

 private:
  std::vector<GrammarWord>& changed_;
};

/// A past form behind have or be is a participle; behind a modal or do, a verb has its plain form.
void correct_after_auxiliary(View& view, std::size_t i) {
  const Tag tag = view.tag(i);
  const bool participle = (tag == Tag::vbd || tag == Tag::vb) && view.may_be(i, Tag::vbn);
  const bool plain =
      (tag == Tag::vbp || tag == Tag::vbd || tag == Tag::vbn || tag == Tag::nn) && view.may_be(i, Tag::vb);
  if (!participle && !plain) return;
  const std::size_t before = view.before_adverbs(i);
  if (before == view.size()) return;
  const bool have = view.is(before, GrammarClass::have);
  if (participle && (have || (tag == Tag::vbd && view.is(before, GrammarClass::be)))) view.set(i, Tag::vbn);
  const bool modal = view.tag(before) == Tag::md;
  if (plain && (modal || (tag != Tag::nn && view.tag(before) == Tag::to && before + 1 == i))) view.set(i, Tag::vb);
}

/// Whether `i` is an article or a pronoun that may begin an object.
bool begins_object(const View& view, std::size_t i) {
  return view.tag(i) == Tag::dt || (view.tag(i) == Tag::prp && !view.is(i, GrammarClass::subject_pronoun));
}

/// "and established a dialogue": a participle without an auxiliary has no object; it is a past form.
void correct_before_object(View& view, std::size_t i) {
  if (view.tag(i) != Tag::vbn || !view.may_be(i, Tag::vbd) || view.is(i, GrammarClass::giving)) return;
  const std::size_t before = view.before_adverbs(i);
  if (before == view.size()) return;
  const bool bare_noun =
      is_noun(view.tag(before)) && is_noun(view.tag(i + 1)) && !view.is(i + 1, GrammarClass::time_noun);
  if (!begins_object(view, i + 1) && !bare_noun) return;
  const bool auxiliary =
      view.is(before, GrammarClass::have) || view.is(before, GrammarClass::be) || view.is(before, GrammarClass::get);
  if (!auxiliary && (is_noun(view.tag(before)) || view.tag(before) == Tag::cc || view.tag(before) == Tag::prp ||
                     view.tag(before) == Tag::wdt || view.tag(before) == Tag::punc))
    view.set(i, Tag::vbd);
}

/// "initiatives seek alignment", "the people they serve agree": a plain form behind a noun or a full verb is a present
/// one, unless a verb before the noun asks for it.
void correct_plain_form(View& view, std::size_t i) {
  constexpr std::size_t far = 10;
  if (view.tag(i) != Tag::vb || !view.may_be(i, Tag::vbp) || i == 0) return;
  const std::size_t before = view.before_adverbs(i);
  if (before == view.size()) return;
  const bool auxiliary = view.is(before, GrammarClass::be) || view.is(before, GrammarClass::have) ||
                         view.is(before, GrammarClass::do_form) || view.tag(before) == Tag::md;
  const bool full_verb = is_finite(view.tag(before)) && !auxiliary && !view.is(before, GrammarClass::causative);
  const bool subject = is_noun(view.tag(before)) || view.is(before, GrammarClass::close) ||
                       view.tag(before) == Tag::wdt || view.is(before, GrammarClass::subject_pronoun);
  if (!full_verb && !subject) return;
  for (std::size_t k = before; k-- > 0 && before - k < far;) {
    if (view.is(k, GrammarClass::causative) || view.tag(k) == Tag::md || view.is(k, GrammarClass::do_form)) return;
    if (is_verb(view.tag(k)) || (view.tag(k) == Tag::punc && view.is(k, GrammarClass::boundary))) break;
  }
  view.set(i, Tag::vbp);
}

/// A sentence without a finite verb, and a participle that may be one: "Russia actively developed relations".
void correct_verbless(View& view) {
  std::size_t candidate = view.size();
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (is_finite(view.tag(i))) return;
    if (candidate != view.size() || view.tag(i) != Tag::vbn || !view.may_be(i, Tag::vbd)) continue;
    const std::size_t before = view.before_adverbs(i);
    const bool behind = before != view.size() &&
                        (is_noun(view.tag(before)) || view.tag(before) == Tag::prp || view.tag(before) == Tag::punc);
    if (behind && !view.is(i + 1, GrammarClass::by)) candidate = i;
  }
  if (candidate != view.size()) return view.set(candidate, Tag::vbd);
  // "centrality matters."
  const std::size_t last = view.size() < 3 ? 0 : view.size() - 2;
  if (last > 0 && view.is(last + 1, GrammarClass::boundary) && view.tag(last) == Tag::nns &&
      view.may_be(last, Tag::vbz) && is_noun(view.tag(last - 1)))
    view.set(last, Tag::vbz);
}

/// "they also struggle": behind a pronoun that is a subject comes a verb.
void correct_after_pronoun(View& view, std::size_t i) {
  constexpr TagSet verbs{Tag::vbp, Tag::vbz, Tag::vbd};
  if (view.tag(i) != Tag::nn && view.tag(i) != Tag::nns && view.tag(i) != Tag::jj) return;
  if (!view.may_be_any(i, verbs)) return;
  std::size_t before = view.before_adverbs(i);
  // "we all share"
  if (before != view.size() && before > 0 && view.is(before, GrammarClass::quantity)) --before;
  if (before == view.size() || !view.is(before, GrammarClass::subject_pronoun) || view.tag(before) != Tag::prp) return;
  for (const Tag tag : {Tag::vbp, Tag::vbz, Tag::vbd})
    if (view.may_be(i, tag)) return view.set(i, tag);
}

/// "an upgrade", "my daddy": no verb form but a participle stands behind an article or a possessive.
void correct_after_article(View& view, std::size_t i) {
  const Tag tag = view.tag(i);
  if (tag != Tag::vb && tag != Tag::vbp && tag != Tag::vbz) return;
  const bool article = view.tag(i - 1) == Tag::dt && !view.is(i - 1, GrammarClass::quantity);
  const bool possessive = view.tag(i - 1) == Tag::prp && view.is(i - 1, GrammarClass::possessive) &&
                          !view.is(i - 1, GrammarClass::object_pronoun);
  if (article || possessive) view.set(i, tag == Tag::vbz ? Tag::nns : Tag::nn);
}

/// "to honour the pledge": what stands between to and an article is a verb.
void correct_after_to(View& view, std::size_t i) {
  if (view.tag(i) != Tag::nn || view.tag(i - 1) != Tag::to) return;
  if (begins_object(view, i + 1) && !view.is(i + 1, GrammarClass::quantity)) view.set(i, Tag::vb);
}

/// "is guarded by", "made possible by": an adjective that may be a participle is one before by.
void correct_before_by(View& view, std::size_t i) {
  const Tag tag = view.tag(i);
  if ((tag != Tag::jj && tag != Tag::vbd) || !view.may_be(i, Tag::vbn)) return;
  if (tag == Tag::jj) {
    if (view.is(i + 1, GrammarClass::by)) view.set(i, Tag::vbn);
    return;
  }
  const bool behind_noun = is_noun(view.tag(i - 1));
  if (view.is(i + 1, GrammarClass::by) && behind_noun && view.tag(i + 2) != Tag::vbg) view.set(i, Tag::vbn);
  if (view.tag(i + 1) == Tag::jj && view.is(i + 2, GrammarClass::by) && (behind_noun || view.tag(i - 1) == Tag::punc))
    view.set(i, Tag::vbn);
}

/// "was built by Norland and opened by Isle": behind and, a past form before by is a participle.
void correct_joined_participle(View& view, std::size_t i) {
  if (view.tag(i) != Tag::vbd || !view.may_be(i, Tag::vbn)) return;
  if (!view.is(i + 1, GrammarClass::by) || view.tag(i + 2) == Tag::vbg) return;
  const std::size_t before = view.before_adverbs(i);
  if (before != view.size() && view.tag(before) == Tag::cc) view.set(i, Tag::vbn);
}

/// "Was it built?", "When was the bridge opened?": behind a form of be that begins a question, the first past form is
/// its participle.
void correct_question(View& view) {
  const std::size_t be = view.tag(0) == Tag::wrb ? 1 : 0;
  if (be >= view.size() || !view.is(be, GrammarClass::be)) return;
  for (std::size_t i = be + 1; i < view.size(); ++i) {
    if (view.tag(i) == Tag::wdt || view.tag(i) == Tag::wp || view.is(i, GrammarClass::boundary)) return;
    if (!is_verb(view.tag(i))) continue;
    if (view.tag(i) == Tag::vbd && view.may_be(i, Tag::vbn)) view.set(i, Tag::vbn);
    return;
  }
}

/// "the fact that China", "the countries that support": a relative pronoun or the beginning of a clause.
void correct_that(View& view, std::size_t i, bool behind_relative) {
  const std::size_t next = is_adverb(view.tag(i + 1)) ? i + 2 : i + 1;
  const bool after_noun =
      i > 0 && (is_noun(view.tag(i - 1)) || (view.tag(i - 1) == Tag::punc && i > 1 && is_noun(view.tag(i - 2)))) &&
      !view.is(i - 1, GrammarClass::content_noun);
  const bool first = i == 0 || (view.tag(i - 1) == Tag::cc && !behind_relative) || view.tag(i - 1) == Tag::punc;
  if (first && !after_noun && is_finite(view.tag(next)) && view.may_be(i, Tag::dt)) {
    view.set(i, Tag::dt);
  } else if (view.tag(i) == Tag::in && view.tag(i + 1) == Tag::punc && view.may_be(i, Tag::dt) &&
             i + 2 >= view.size()) {
    view.set(i, Tag::dt);
  } else if (after_noun && is_finite(view.tag(next))) {
    view.set(i, Tag::wdt);
  } else if (view.tag(i) == Tag::wdt && i > 0 && is_verb(view.tag(i - 1))) {
    view.set(i, Tag::in);
  }
}

}  // namespace

void correct_tags(const SentenceOptions& options, std::vector<GrammarWord>& words) {
  // No rule but that of "let's" and that of "that" changes a word under another tag.
  constexpr TagSet changeable{Tag::nn, Tag::nns, Tag::jj, Tag::vb, Tag::vbd, Tag::vbn, Tag::vbp, Tag::vbz};
  View view(options, words);
  bool behind_relative = false;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (changeable.has(view.tag(i))) {
      correct_after_auxiliary(view, i);
      if (i > 0) {
        correct_before_by(view, i);
        correct_joined_participle(view, i);
        correct_after_article(view, i);
        correct_after_to(view, i);
      }
      correct_after_pronoun(view, i);
      correct_before_object(view, i);
      correct_plain_form(view, i);
    }
    // "let's"
    if (view.is(i, GrammarClass::short_be) && i > 0 && view.is(i - 1, GrammarClass::causative) &&
        view.tag(i - 1) == Tag::vb)
      view.set(i, Tag::prp);
    if (view.is(i, GrammarClass::that) && view.tag(i) != Tag::dt) correct_that(view, i, behind_relative);
    behind_relative = behind_relative || view.tag(i) == Tag::wdt;
  }
  if (view.size() > 0) correct_question(view);
  correct_verbless(view);
}

}  // namespace topos
