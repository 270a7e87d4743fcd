// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/grammar/grammar_class.hpp"
#include "topos/grammar/tag.hpp"

namespace topos {

/// "There is none", in every index below.
inline constexpr std::uint32_t no_index = ~std::uint32_t{0};

/// One word of the grammar: a token ("ASEAN"), several that are written as one ("well-known", "U.S."), or one of the
/// two parts of a contraction, which share their token ("don't" is "do" and "n't").
struct GrammarWord {
  TokenRange tokens;
  Tag tag = Tag::nn;
  std::uint8_t part = 0;  ///< 1: the second part of a contraction
};

/// A half-open range of indices into SentenceGrammar::words.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
};

/// A noun or pronoun with what stands before it: "the ten member states", "ASEAN's centrality", "which".
struct NounChunk {
  WordRange words;
  std::uint32_t head = 0;                ///< word
  std::uint32_t possessor = no_index;    ///< word: "ASEAN" in "ASEAN's centrality"
  std::uint32_t preposition = no_index;  ///< word that governs it
  std::uint32_t of = no_index;           ///< chunk that it belongs to by "of"
  std::uint32_t coordinated =
      no_index;  ///< the first chunk of the list in which it stands: "Russia" for "China" in "Russia and China"
  bool temporal = false;  ///< a time that stands for an adverb: "last year"
};

enum class VerbForm : std::uint8_t { finite, infinitive, ing, participle };

/// A verb with its auxiliaries and the adverbs between them: "has not been invited".
struct VerbGroup {
  WordRange words;
  std::uint32_t head = 0;          ///< word: the last verb, or the verb "be" before an adjective or noun
  std::uint32_t modal = no_index;  ///< word
  VerbForm form = VerbForm::finite;
  bool passive = false;
  bool negated = false;
  bool copular = false;  ///< be, become, remain … with a complement instead of an object
};

/// How an argument was found, as rules.def lists them.
enum class GrammarRule : std::uint8_t {
#define TOPOS_GRAMMAR_RULE(id, meaning) id,
#include "topos/grammar/rules.def"
#undef TOPOS_GRAMMAR_RULE
};
[[nodiscard]] std::string_view to_string(GrammarRule rule) noexcept;
[[nodiscard]] std::string_view meaning(GrammarRule rule) noexcept;

enum class Confidence : std::uint8_t { none, low, high };

/// A word that a verb has as its subject, object or agent.
struct Argument {
  std::uint32_t word = no_index;   ///< the head
  std::uint32_t chunk = no_index;  ///< its chunk; none for a relative pronoun
  GrammarRule rule = GrammarRule::none;
  Confidence confidence = Confidence::none;
  bool inferred =
      false;  ///< not beside its verb: shared with a coordinated verb, or understood with an infinitive or participle

  [[nodiscard]] bool found() const noexcept { return word != no_index; }
};

/// One verb group and what belongs to it.
struct Clause {
  std::uint32_t verb = 0;               ///< index into SentenceGrammar::verbs
  std::uint32_t antecedent = no_index;  ///< chunk that a relative or participial clause says something of
  std::uint32_t pronoun = no_index;     ///< word: the relative pronoun that stands for the antecedent
  Argument subject;
  Argument object;
  Argument agent;  ///< "by …" of a passive
};

/// What the words of a sentence may be, taken together, before any tag is chosen: without a sign of it, nothing is
/// there.
struct SentenceTraits {
  bool passive_group = false;     ///< a form of "be" or "get" is beside what may be its participle: adverbs alone part
                                  ///< them, or the subject of a question
  bool passive_by = false;        ///< what may be a participle stands before "by"
  bool state_group = false;       ///< "is committed", "remains rooted": likewise
  bool event_of = false;          ///< "invasion of": likewise
  bool first_participle = false;  ///< the first word that is neither a mark nor an adverb may be a participle
};

/// What the grammar says about one sentence. Reused from sentence to sentence.
/// Invariant: chunks, verbs and clauses are in text order; a clause has the index of its verb group.
struct SentenceGrammar {
  std::vector<GrammarWord> words;
  std::vector<NounChunk> chunks;
  std::vector<VerbGroup> verbs;
  std::vector<Clause> clauses;

  void clear() noexcept;
  [[nodiscard]] TokenRange tokens_of(WordRange range) const noexcept;
  /// The chunk that holds a token of the document; none if no chunk does.   Cost: logarithmic.
  [[nodiscard]] std::uint32_t chunk_at(std::uint32_t token) const noexcept;
  /// Who acts: the subject of an active verb, the agent of a passive one, with the antecedent in place of a relative
  /// pronoun.
  [[nodiscard]] Argument doer(const Clause& clause) const noexcept;
  /// Who is acted on: the object of an active verb, the subject of a passive one, with the antecedent in place of a
  /// relative pronoun.
  [[nodiscard]] Argument undergoer(const Clause& clause) const noexcept;
};

}  // namespace topos
