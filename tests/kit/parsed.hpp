// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/grammar/grammar.hpp"

namespace topos::test {

/// A text read as one sentence, and what the grammar says of it in words.
class Parsed {
 public:
  explicit Parsed(std::string_view text) {
    document_.language = "en";
    document_.text = text;
    Region region;
    region.span = {0, static_cast<std::uint32_t>(text.size())};
    document_.regions.push_back(region);
    Segmenter segmenter("en");
    segmenter.segment(document_, default_analysis(), cut_, Detail::tokens);
    Sentence whole;
    whole.tokens = {0, static_cast<std::uint32_t>(cut_.tokens.size())};
    Grammar("en").read(document_, cut_, whole, segmenter.vocabulary(), grammar_);
  }

  [[nodiscard]] const SentenceGrammar& grammar() const noexcept { return grammar_; }

  /// The word as it is written; the second part of a contraction with "+".
  [[nodiscard]] std::string word(std::uint32_t i) const {
    if (i == no_index) return "-";
    const GrammarWord& one = grammar_.words[i];
    const std::uint32_t begin = cut_.tokens[one.tokens.begin].begin;
    return document_.text.substr(begin, cut_.tokens[one.tokens.end - 1].end - begin) + (one.part == 1 ? "+" : "");
  }

  /// "China/nnp acts/vbz".
  [[nodiscard]] std::string tags() const {
    std::string shown;
    for (std::uint32_t i = 0; i < grammar_.words.size(); ++i)
      shown += (i > 0 ? " " : "") + word(i) + "/" + std::string(to_string(grammar_.words[i].tag));
    return shown;
  }

  /// "[the ten states] [it]".
  [[nodiscard]] std::string chunks() const {
    std::string shown;
    for (const NounChunk& chunk : grammar_.chunks) shown += (shown.empty() ? "[" : " [") + words(chunk.words) + "]";
    return shown;
  }

  /// "China supports it; it works": subject, verb group's head and object of each clause, then "by" its agent; "-" for
  /// what is not there. What is inferred stands in round brackets; a passive verb has "!" before it, a negated one
  /// "not".
  [[nodiscard]] std::string clauses() const {
    std::string shown;
    for (const Clause& clause : grammar_.clauses) {
      const VerbGroup& verb = grammar_.verbs[clause.verb];
      shown += shown.empty() ? "" : "; ";
      shown +=
          argument(clause.subject) + " " + (verb.negated ? "not " : "") + (verb.passive ? "!" : "") + word(verb.head);
      shown += " " + argument(clause.object);
      if (clause.agent.found()) shown += " by " + argument(clause.agent);
    }
    return shown;
  }

  /// The rules that found the clause's subject, object and agent.
  [[nodiscard]] std::string rules(std::uint32_t clause) const {
    const Clause& one = grammar_.clauses.at(clause);
    return std::string(to_string(one.subject.rule)) + " " + std::string(to_string(one.object.rule)) + " " +
           std::string(to_string(one.agent.rule));
  }

  [[nodiscard]] std::string words(WordRange range) const {
    std::string shown;
    for (std::uint32_t i = range.begin; i < range.end; ++i) shown += (i > range.begin ? " " : "") + word(i);
    return shown;
  }

 private:
  [[nodiscard]] std::string argument(const Argument& one) const {
    return one.inferred ? "(" + word(one.word) + ")" : word(one.word);
  }

  Document document_;
  Segmentation cut_;
  SentenceGrammar grammar_;
};

}  // namespace topos::test
