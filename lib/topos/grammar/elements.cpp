// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/elements.hpp"

#include "topos/grammar/chunks.hpp"

namespace topos {
namespace {

using Kind = Element::Kind;

/// What a word is that begins neither a chunk nor a verb group; nothing for adverbs and quotation marks, which part
/// nothing.
bool joining_kind(const SentenceView& view, std::uint32_t i, Kind& kind) {
  const Tag tag = view.tag(i);
  if (is_adverb(tag) || tag == Tag::rp) return false;
  if (tag == Tag::punc) {
    kind = view.is(i, GrammarClass::comma)      ? Kind::comma
           : view.is(i, GrammarClass::boundary) ? Kind::boundary
           : view.is(i, GrammarClass::open)     ? Kind::open
           : view.is(i, GrammarClass::close)    ? Kind::close
                                                : Kind::other;
    return kind != Kind::other;
  }
  if (tag == Tag::cc) {
    kind = Kind::conjunction;
  } else if (tag == Tag::wdt || tag == Tag::wp) {
    kind = Kind::relative;
  } else if (tag == Tag::wrb ||
             (tag == Tag::in && (view.is(i, GrammarClass::subordinator) || view.is(i, GrammarClass::that)))) {
    kind = Kind::mark;
  } else if (tag == Tag::in || tag == Tag::of || tag == Tag::to || view.is(i, GrammarClass::preposition_ing)) {
    kind = Kind::preposition;
  } else {
    kind = Kind::other;
  }
  return true;
}

void add(std::vector<Element>& elements, Kind kind, std::uint32_t word, std::size_t index = no_index) {
  const Element element{kind, word, static_cast<std::uint32_t>(index)};
  elements.push_back(element);
}

/// Cuts the words into elements.
void cut(const SentenceView& view, SentenceGrammar& out, std::vector<Element>& elements) {
  for (std::uint32_t i = 0; i < view.size();) {
    const bool preposition = view.is(i, GrammarClass::preposition_ing) && view.tag(i) == Tag::vbg;
    if (is_verb(view.tag(i)) || view.tag(i) == Tag::to) {
      const VerbGroup group = preposition ? VerbGroup{} : verb_group_at(view, i);
      if (!group.words.empty()) {
        add(elements, Kind::verb, i, out.verbs.size());
        out.verbs.push_back(group);
        i = group.words.end;
        continue;
      }
    }
    const NounChunk chunk = preposition ? NounChunk{} : noun_chunk_at(view, i);
    if (!chunk.words.empty()) {
      add(elements, Kind::noun, i, out.chunks.size());
      out.chunks.push_back(chunk);
      i = chunk.words.end;
      continue;
    }
    Kind kind = Kind::other;
    if (joining_kind(view, i, kind)) add(elements, kind, i);
    ++i;
  }
}

Kind kind_at(const std::vector<Element>& elements, std::size_t i) noexcept {
  return i < elements.size() ? elements[i].kind : Kind::boundary;
}

/// Behind the brackets that open at element `i`, "the Initiative (BRI) has"; `i` itself if none do or they hold much.
std::size_t after_bracket(const std::vector<Element>& elements, std::size_t i) {
  constexpr std::size_t longest = 6;
  if (kind_at(elements, i) != Kind::open) return i;
  for (std::size_t close = i + 1; close < i + longest; ++close)
    if (kind_at(elements, close) == Kind::close) return close + 1;
  return i;
}

/// Whether a finite verb comes from element `i` on, behind the verb before it.
bool follows_verb(const std::vector<Element>& elements, std::size_t i, const SentenceGrammar& out) {
  const std::size_t noun = kind_at(elements, i) == Kind::preposition ? i + 1 : i;
  if (kind_at(elements, noun) == Kind::noun) return elements[noun].leads_to_verb;
  return kind_at(elements, i) == Kind::verb && out.verbs[elements[i].index].form == VerbForm::finite;
}

/// Whether a finite verb comes from element `i` on, behind nothing but phrases; right of `i` nouns have their answer.
bool verb_comes(const std::vector<Element>& elements, std::size_t i, const SentenceGrammar& out) {
  i = after_bracket(elements, i);
  const Kind kind = kind_at(elements, i);
  if (kind == Kind::verb) {
    if (out.verbs[elements[i].index].form == VerbForm::finite) return true;
    if (out.verbs[elements[i].index].form == VerbForm::ing) return false;
    return follows_verb(elements, i + 1, out);
  }
  if (kind == Kind::relative) {
    // "anybody who had left could return"
    std::size_t verb = i + 1;
    if (kind_at(elements, verb) == Kind::noun) ++verb;
    return kind_at(elements, verb) == Kind::verb && kind_at(elements, verb + 1) != Kind::conjunction &&
           follows_verb(elements, verb + 1, out);
  }
  if (kind == Kind::preposition || kind == Kind::conjunction)
    return kind_at(elements, i + 1) == Kind::noun && elements[i + 1].leads_to_verb;
  return false;
}

bool list_comes(const std::vector<Element>& elements, std::size_t i) {
  const Kind kind = kind_at(elements, i);
  const bool noun_next = kind_at(elements, i + 1) == Kind::noun;
  if (kind == Kind::conjunction) return noun_next;
  if (kind == Kind::preposition) return noun_next && elements[i + 1].list_goes_on;
  if (kind != Kind::comma) return false;
  if (noun_next) return elements[i + 1].list_goes_on;
  return kind_at(elements, i + 1) == Kind::conjunction && kind_at(elements, i + 2) == Kind::noun;
}

/// From right to left: what comes behind each noun, and which prepositions begin a clause ("after Russia left").
void look_ahead(const SentenceView& view, const SentenceGrammar& out, std::vector<Element>& elements) {
  for (std::size_t i = elements.size(); i-- > 0;) {
    Element& element = elements[i];
    if (element.kind == Kind::noun) {
      element.leads_to_verb = verb_comes(elements, i + 1, out);
      element.list_goes_on = list_comes(elements, i + 1);
    } else if (element.kind == Kind::preposition && view.is(element.word, GrammarClass::subordinating_preposition)) {
      const bool clause = kind_at(elements, i + 1) == Kind::noun && elements[i + 1].leads_to_verb;
      // "as is known", "than was expected"
      const bool verb =
          kind_at(elements, i + 1) == Kind::verb && out.verbs[elements[i + 1].index].form == VerbForm::finite;
      if (clause || verb) element.kind = Kind::mark;
    }
  }
}

/// Notes which preposition governs each noun, and whose "of" it is.
void attach(const SentenceView& view, SentenceGrammar& out, const std::vector<Element>& elements) {
  for (std::size_t i = 1; i < elements.size(); ++i) {
    if (elements[i].kind != Kind::noun || elements[i - 1].kind != Kind::preposition) continue;
    NounChunk& chunk = out.chunks[elements[i].index];
    chunk.preposition = elements[i - 1].word;
    if (i > 1 && view.tag(elements[i - 1].word) == Tag::of && elements[i - 2].kind == Kind::noun)
      chunk.of = elements[i - 2].index;
  }
}

}  // namespace

void read_elements(const SentenceView& view, SentenceGrammar& out, std::vector<Element>& elements) {
  elements.clear();
  cut(view, out, elements);
  look_ahead(view, out, elements);
  attach(view, out, elements);
}

}  // namespace topos
