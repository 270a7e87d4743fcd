// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/sentence_grammar.hpp"

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

Argument SentenceGrammar::doer(const Clause& clause) const noexcept {
  return verbs[clause.verb].passive ? clause.agent : resolved(clause.subject, clause, chunks);
}

Argument SentenceGrammar::undergoer(const Clause& clause) const noexcept {
  return resolved(verbs[clause.verb].passive ? clause.subject : clause.object, clause, chunks);
}

}  // namespace topos
