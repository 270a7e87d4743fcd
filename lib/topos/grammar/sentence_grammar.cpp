// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/sentence_grammar.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::string_view rule_names[] = {
#define TOPOS_GRAMMAR_RULE(id, meaning) #id,
#include "topos/grammar/rules.def"
#undef TOPOS_GRAMMAR_RULE
};
constexpr std::string_view rule_meanings[] = {
#define TOPOS_GRAMMAR_RULE(id, meaning) meaning,
#include "topos/grammar/rules.def"
#undef TOPOS_GRAMMAR_RULE
};

/// `argument` with the noun that it stands for, if it is the relative pronoun of `clause`.
Argument resolved(Argument argument, const Clause& clause, const std::vector<NounChunk>& chunks) noexcept {
  if (!argument.found() || argument.word != clause.pronoun || clause.antecedent == no_index) return argument;
  argument.chunk = clause.antecedent;
  argument.word = chunks[clause.antecedent].head;
  return argument;
}

}  // namespace

std::string_view to_string(GrammarRule rule) noexcept { return rule_names[static_cast<std::size_t>(rule)]; }
std::string_view meaning(GrammarRule rule) noexcept { return rule_meanings[static_cast<std::size_t>(rule)]; }

void SentenceGrammar::clear() noexcept {
  words.clear();
  chunks.clear();
  verbs.clear();
  clauses.clear();
}

TokenRange SentenceGrammar::tokens_of(WordRange range) const noexcept {
  if (range.empty()) return {};
  return {words[range.begin].tokens.begin, words[range.end - 1].tokens.end};
}

std::uint32_t SentenceGrammar::chunk_at(std::uint32_t token) const noexcept {
  const auto behind = std::upper_bound(
      chunks.begin(), chunks.end(), token,
      [&](std::uint32_t wanted, const NounChunk& one) { return wanted < words[one.words.begin].tokens.begin; });
  if (behind == chunks.begin() || token >= tokens_of((behind - 1)->words).end) return no_index;
  return static_cast<std::uint32_t>(behind - chunks.begin()) - 1;
}

Argument SentenceGrammar::doer(const Clause& clause) const noexcept {
  return verbs[clause.verb].passive ? clause.agent : resolved(clause.subject, clause, chunks);
}

Argument SentenceGrammar::undergoer(const Clause& clause) const noexcept {
  return resolved(verbs[clause.verb].passive ? clause.subject : clause.object, clause, chunks);
}

}  // namespace topos
