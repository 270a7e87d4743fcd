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
std::uint32_t end_of_word(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                          std::uint32_t end) noexcept {
  constexpr std::uint32_t longest = 16;
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

}  // namespace

const WordReader::TypeOptions& WordReader::options_of(const Token& token, const Vocabulary& vocabulary) {
  const TypeId id = token.type;
  if (generation_ != vocabulary.generation()) {
    types_.clear();
    generation_ = vocabulary.generation();
  }
  if (types_.size() <= id) types_.resize(std::max<std::size_t>(vocabulary.size(), std::size_t{id} + 1));
  TypeOptions& options = types_[id];
  if (options.known) return options;
  const TagModel& model = TagModel::english();
  const Type& type = vocabulary[id];
  const Contraction parts = contraction_of(type.folded);
  const std::string_view word = parts.first.empty() ? type.folded : std::string_view(parts.first);
  const WordShape writing = type.acronym       ? WordShape::acronym
                            : type.capitalized ? WordShape::capital
                                               : WordShape::small;
  options.known = true;
  if (token.kind == TokenKind::punctuation) {
    options.inside = options.first = {mark_tags(type.folded), english_classes(type.folded)};
    return options;
  }
  options.inside = {word_tags(model, word, writing, type.number), english_classes(word)};
  options.first = {word_tags(model, word, writing == WordShape::capital ? WordShape::ambiguous : writing, type.number),
                   options.inside.classes};
  if (!parts.first.empty()) {
    options.contraction = true;
    options.second = {word_tags(model, parts.second, WordShape::small, false), english_classes(parts.second)};
  }
  return options;
}

void WordReader::read(std::string_view text, const Segmentation& cut, const Sentence& sentence,
                      const Vocabulary& vocabulary, std::vector<GrammarWord>& words, SentenceOptions& options) {
  const TagModel& model = TagModel::english();
  bool begins = true;
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end;) {
    const Token& token = cut.tokens[at];
    const std::uint32_t end =
        token.kind == TokenKind::word ? end_of_word(text, cut.tokens, at, sentence.tokens.end) : at + 1;
    const TypeOptions& type = options_of(token, vocabulary);
    words.push_back({{at, end}, Tag::nn, 0});
    if (end > at + 2) {
      const Type& last = vocabulary[cut.tokens[end - 1].type];
      const Type& first = vocabulary[token.type];
      const WordShape writing = first.capitalized && last.capitalized ? WordShape::capital : WordShape::small;
      std::string folded(first.folded);
      for (std::uint32_t part = at + 1; part < end; ++part)
        folded += is_joint(surface(text, cut.tokens[part])) ? "-" : vocabulary[cut.tokens[part].type].folded;
      options.push_back({compound_tags(model, folded, last.folded, writing, first.number), {}});
    } else if (end == at + 2) {
      const Type& first = vocabulary[token.type];
      TagCosts tags = model.known(std::string(first.folded) + ".");
      if (tags.empty()) tags = begins ? type.first.tags : type.inside.tags;
      options.push_back({tags, type.inside.classes});
    } else {
      options.push_back(begins ? type.first : type.inside);
    }
    if (type.contraction && end == at + 1) {
      words.push_back({{at, end}, Tag::nn, 1});
      options.push_back(type.second);
    }
    begins = token.kind == TokenKind::punctuation && (begins || surface(text, token) == ":");
    at = end;
  }
}

}  // namespace topos
