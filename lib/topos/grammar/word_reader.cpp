// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/word_reader.hpp"

#include <algorithm>

#include "topos/grammar/word_options.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

/// The two words of a contraction; none if `folded` is no contraction.
struct Contraction {
  std::string first;
  std::string second;
};

Contraction contraction_of(std::string_view folded) {
  if (folded == "cannot") return {"can", "not"};
  for (const std::string_view ending : {"n't", "'re", "'ve", "'ll", "'d", "'m"})
    if (folded.size() > ending.size() && folded.ends_with(ending))
      return {std::string(folded.substr(0, folded.size() - ending.size())), std::string(ending)};
  return {};
}

/// Whether `token` is written as a hyphen or a dash that may join words: - ‐ ‑ –.
bool is_joint(std::string_view token) noexcept {
  return token == "-" || token == "\u2010" || token == "\u2011" || token == "\u2013";
}

std::string_view surface(std::string_view text, const Token& token) noexcept {
  return text.substr(token.begin, token.end - token.begin);
}

/// Whether a full stop behind `word` belongs to it: "U.S", "Mr", "J".
bool is_abbreviation(std::string_view word) {
  constexpr std::size_t longest = 6;
  if (word.size() == 1 || word.find('.') != word.npos) return true;
  if (word.size() > longest) return false;
  std::string folded;
  for (const char c : word) folded += ascii_lower(c);
  return !TagModel::english().known(folded + ".").empty();
}

/// Where the word that begins with the token `at` ends: behind "well-known", or "U.S.".
std::uint32_t end_of_word(std::string_view text, const Token* tokens, std::uint32_t at, std::uint32_t end) noexcept {
  constexpr std::uint32_t longest = 16;
  if (at + 1 >= end || tokens[at + 1].begin != tokens[at].end) return at + 1;
  const std::uint32_t limit = std::min(end, at + longest);
  std::uint32_t next = at + 1;
  while (next + 1 < limit && is_joint(surface(text, tokens[next])) && tokens[next].begin == tokens[next - 1].end &&
         tokens[next + 1].begin == tokens[next].end && tokens[next + 1].kind == TokenKind::word)
    next += 2;
  if (next != at + 1) return next;
  const std::string_view word = surface(text, tokens[at]);
  const bool dotted =
      next < limit && surface(text, tokens[next]) == "." && tokens[next].begin == tokens[at].end && next + 1 < end;
  return dotted && is_abbreviation(word) ? next + 1 : next;
}

constexpr TagSet all_tags = [] {
  TagSet tags;
  for (std::size_t tag = 0; tag < tag_count; ++tag) tags.add(static_cast<Tag>(tag));
  return tags;
}();

}  // namespace

void WordReader::learn(const Vocabulary& vocabulary) {
  if (generation_ != vocabulary.generation()) {
    types_.clear();
    kept_.clear();
    generation_ = vocabulary.generation();
  }
  types_.resize(vocabulary.size());
}

const WordReader::TypeOptions& WordReader::options_of(const Token& token, const Vocabulary& vocabulary) {
  TypeOptions& options = types_.data()[token.type];
  if (options.inside == nullptr) decide(options, vocabulary[token.type], token.kind);
  return options;
}

const WordOptions* WordReader::keep(const TagCosts& tags, GrammarClasses classes) {
  return &kept_.emplace_back(WordOptions{tags, classes});
}

const WordOptions* WordReader::pass(const TagCosts& tags, GrammarClasses classes) {
  if (passed_ == passing_.size()) passing_.emplace_back();
  WordOptions& options = passing_[passed_++];
  options = {tags, classes};
  return &options;
}

void WordReader::decide(TypeOptions& options, const Type& type, TokenKind kind) {
  if (kind == TokenKind::punctuation) {
    options.inside = options.first = keep(mark_tags(type.folded), english_classes(type.folded));
    options.classes = options.inside->classes;
    // What a hyphen joins may be anything.
    options.tags = is_joint(type.folded) ? all_tags : options.inside->tags.set();
    return;
  }
  const TagModel& model = model_;
  const Contraction parts = contraction_of(type.folded);
  const std::string_view word = parts.first.empty() ? type.folded : std::string_view(parts.first);
  const WordShape writing = type.acronym       ? WordShape::acronym
                            : type.capitalized ? WordShape::capital
                                               : WordShape::small;
  options.inside = keep(word_tags(model, word, writing, type.number), english_classes(word));
  options.first = options.inside;
  if (writing == WordShape::capital)
    options.first = keep(word_tags(model, word, WordShape::ambiguous, type.number), options.inside->classes);
  options.classes = options.inside->classes;
  for (const TagSet tags :
       {options.inside->tags.set(), options.first->tags.set(), model.known(std::string(type.folded) + ".").set()})
    options.tags.add(tags);
  if (parts.first.empty()) return;
  options.second = keep(word_tags(model, parts.second, WordShape::small, false), english_classes(parts.second));
  options.tags.add(options.second->tags.set());
  options.classes.add(options.second->classes);
}

TagCosts WordReader::tags_of_compound(std::string_view text, const std::vector<Token>& parts, TokenRange range,
                                      const Vocabulary& vocabulary) const {
  const Type& first = vocabulary[parts[range.begin].type];
  const Type& last = vocabulary[parts[range.end - 1].type];
  const WordShape writing = first.capitalized && last.capitalized ? WordShape::capital : WordShape::small;
  std::string folded(first.folded);
  for (std::uint32_t part = range.begin + 1; part < range.end; ++part)
    folded += is_joint(surface(text, parts[part])) ? "-" : vocabulary[parts[part].type].folded;
  return compound_tags(model_, folded, last.folded, writing, first.number);
}

void WordReader::read(std::string_view text, const Segmentation& cut, const Sentence& sentence,
                      const Vocabulary& vocabulary, std::vector<GrammarWord>& words, SentenceOptions& options) {
  learn(vocabulary);
  words.clear();
  options.clear();
  passed_ = 0;
  const auto add = [&](TokenRange tokens, const WordOptions* may_be, std::uint8_t part) {
    const GrammarWord word{tokens, Tag::nn, part};
    words.push_back(word);
    options.push_back(may_be);
  };
  const Token* const tokens = cut.tokens.data();
  bool begins = true;
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end;) {
    const Token& token = tokens[at];
    const TypeOptions& type = options_of(token, vocabulary);
    const std::uint32_t end =
        token.kind == TokenKind::word ? end_of_word(text, tokens, at, sentence.tokens.end) : at + 1;
    const WordOptions* may_be = begins ? type.first : type.inside;
    if (end > at + 2) {
      may_be = pass(tags_of_compound(text, cut.tokens, {at, end}, vocabulary), {});
    } else if (end == at + 2) {
      const TagCosts tags = model_.known(std::string(vocabulary[token.type].folded) + ".");
      if (!tags.empty()) may_be = pass(tags, type.inside->classes);
    }
    add({at, end}, may_be, 0);
    if (type.second != nullptr && end == at + 1) add({at, end}, type.second, 1);
    begins = token.kind == TokenKind::punctuation && (begins || surface(text, token) == ":");
    at = end;
  }
}

SentenceTraits WordReader::traits(const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary) {
  constexpr TagSet passed_over{Tag::punc, Tag::rb, Tag::rbr, Tag::rbs};
  learn(vocabulary);
  SentenceTraits traits;
  bool leading = true;
  TagSet before;          // of the word before
  bool asked = false;     // "was it built": the verb before its subject
  bool grouped = false;   // nothing but adverbs stands behind a form of "be" or "get"
  bool linked = false;    // the same behind one of those or of a linking verb
  bool happened = false;  // the same behind a noun of an event
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const TypeOptions& type = options_of(cut.tokens[at], vocabulary);
    const bool auxiliary = type.classes.has(GrammarClass::be) || type.classes.has(GrammarClass::get);
    if (type.tags.has(Tag::vbn) && (grouped || asked)) traits.passive_group = true;
    if (type.classes.has(GrammarClass::state_participle) && linked) traits.state_group = true;
    if (type.tags.has(Tag::of) && happened) traits.event_of = true;
    if (type.classes.has(GrammarClass::by) && traits.tags.has(Tag::vbn)) traits.passive_by = true;
    asked = asked || (auxiliary && (leading || before.has(Tag::wrb)));
    before = type.tags;
    traits.tags.add(type.tags);
    traits.classes.add(type.classes);
    // A mark may join the word to the next.
    const bool marked = at + 1 < sentence.tokens.end && cut.tokens[at + 1].kind == TokenKind::punctuation;
    const bool passed = marked || type.tags.has_any(passed_over);
    grouped = auxiliary || (grouped && passed);
    linked = auxiliary || type.classes.has(GrammarClass::linking) || (linked && passed);
    // "the Elimination 29 of": numbers of pages and lines stand between words
    happened = type.classes.has(GrammarClass::event_noun) || (happened && (passed || type.tags.has(Tag::cd)));
    if (!leading) continue;
    traits.first.add(type.tags);
    leading = passed;
  }
  return traits;
}

}  // namespace topos
