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

/// What traits asks of a type: of any word that it may be a part of.
enum Sign : std::uint16_t {
  sign_decided = 1,
  sign_auxiliary = 2,  ///< a form of "be" or "get"
  sign_linking = 4,
  sign_participle = 8,
  sign_state = 16,  ///< a participle that has become an adjective
  sign_of = 32,
  sign_by = 64,
  sign_asking = 128,  ///< when, where
  sign_passed = 256,  ///< a mark or an adverb
  sign_number = 512,
  sign_event = 1024
};

std::uint16_t signs_of_word(TagSet tags, GrammarClasses classes) {
  constexpr TagSet passed_over{Tag::punc, Tag::rb, Tag::rbr, Tag::rbs};
  int signs = sign_decided;
  if (classes.has(GrammarClass::be) || classes.has(GrammarClass::get)) signs |= sign_auxiliary;
  if (classes.has(GrammarClass::linking)) signs |= sign_linking;
  if (tags.has(Tag::vbn)) signs |= sign_participle;
  if (classes.has(GrammarClass::state_participle)) signs |= sign_state;
  if (tags.has(Tag::of)) signs |= sign_of;
  if (classes.has(GrammarClass::by)) signs |= sign_by;
  if (tags.has(Tag::wrb)) signs |= sign_asking;
  if (tags.has_any(passed_over)) signs |= sign_passed;
  if (tags.has(Tag::cd)) signs |= sign_number;
  if (classes.has(GrammarClass::event_noun)) signs |= sign_event;
  return static_cast<std::uint16_t>(signs);
}

/// What a hyphen joins may be anything.
constexpr std::uint16_t signs_of_joint =
    sign_decided | sign_participle | sign_of | sign_asking | sign_passed | sign_number;

}  // namespace

void WordReader::learn(const Vocabulary& vocabulary) {
  if (generation_ != vocabulary.generation()) {
    types_.clear();
    signs_.clear();
    kept_.clear();
    generation_ = vocabulary.generation();
  }
  types_.resize(vocabulary.size());
  signs_.resize(vocabulary.size());
}

const WordReader::TypeOptions& WordReader::options_of(const Token& token, const Vocabulary& vocabulary) {
  TypeOptions& options = types_.data()[token.type];
  if (options.inside == nullptr) decide(options, vocabulary[token.type], token.kind);
  return options;
}

/// The signs of a type, which are decided when they are first asked for.
std::uint16_t WordReader::signs_of(const Token& token, const Vocabulary& vocabulary) {
  std::uint16_t& signs = signs_.data()[token.type];
  if (signs != 0) return signs;
  const TypeOptions& options = options_of(token, vocabulary);
  const Type& type = vocabulary[token.type];
  TagSet tags = options.inside->tags.set();
  GrammarClasses classes = options.inside->classes;
  if (token.kind == TokenKind::punctuation)
    return signs = is_joint(type.folded) ? static_cast<std::uint16_t>(signs_of_joint | signs_of_word({}, classes))
                                         : signs_of_word(tags, classes);
  tags.add(options.first->tags.set());
  tags.add(model_.known(std::string(type.folded) + ".").set());
  if (options.second != nullptr) {
    tags.add(options.second->tags.set());
    classes.add(options.second->classes);
  }
  return signs = signs_of_word(tags, classes);
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
  if (!parts.first.empty())
    options.second = keep(word_tags(model, parts.second, WordShape::small, false), english_classes(parts.second));
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
  learn(vocabulary);
  SentenceTraits traits;
  bool leading = true;
  unsigned before = 0;      // signs of the word before
  bool participle = false;  // one may stand in the sentence so far
  bool asked = false;       // "was it built": the verb before its subject
  bool grouped = false;     // nothing but adverbs stands behind a form of "be" or "get"
  bool linked = false;      // the same behind one of those or of a linking verb
  bool happened = false;    // the same behind a noun of an event
  const Token* const tokens = cut.tokens.data();
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const unsigned signs = signs_of(tokens[at], vocabulary);
    const bool auxiliary = (signs & sign_auxiliary) != 0;
    traits.passive_group |= (signs & sign_participle) != 0 && (grouped || asked);
    traits.state_group |= (signs & sign_state) != 0 && linked;
    traits.event_of |= (signs & sign_of) != 0 && happened;
    traits.passive_by |= (signs & sign_by) != 0 && participle;
    asked |= auxiliary && (leading || (before & sign_asking) != 0);
    before = signs;
    participle |= (signs & sign_participle) != 0;
    // A mark may join the word to the next.
    const bool marked = at + 1 < sentence.tokens.end && tokens[at + 1].kind == TokenKind::punctuation;
    const bool passed = marked || (signs & sign_passed) != 0;
    grouped = auxiliary || (grouped && passed);
    linked = auxiliary || (signs & sign_linking) != 0 || (linked && passed);
    // "the Elimination 29 of": numbers of pages and lines stand between words
    happened = (signs & sign_event) != 0 || (happened && (passed || (signs & sign_number) != 0));
    traits.first_participle |= leading && (signs & sign_participle) != 0;
    leading = leading && passed;
  }
  return traits;
}

}  // namespace topos
