// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "kit/parsed.hpp"
#include "topos/grammar/clause_builder.hpp"

namespace {

using topos::test::Parsed;

std::string clauses(std::string_view text) { return Parsed(text).clauses(); }
std::string rules(std::string_view text, std::uint32_t clause = 0) { return Parsed(text).rules(clause); }

}  // namespace

TEST_CASE("rule before_verb and after_verb: nouns beside the verb") {
  CHECK(clauses("China openly supports the initiative.") == "China supports initiative");
  CHECK(rules("China openly supports the initiative.") == "before_verb after_verb none");
  // What stands behind a preposition is neither.
  CHECK(clauses("In China it depends on trade.") == "it depends -");
}

TEST_CASE("rule before_phrase: the noun before the phrases before the verb") {
  CHECK(clauses("The members of the union support it.") == "members support it");
  CHECK(rules("The members of the union support it.") == "before_phrase after_verb none");
  CHECK(clauses("The Union (EU) has a plan.") == "Union has plan");
}

TEST_CASE("rule before_clause: the noun before a clause before the verb") {
  CHECK(clauses("The states that joined the bank will benefit.") == "that joined bank; states benefit -");
  CHECK(rules("The states that joined the bank will benefit.", 1) == "before_clause none none");
  CHECK(clauses("Russia, although it opposes the plan, supports the talks.") ==
        "it opposes plan; Russia supports talks");
}

TEST_CASE("rule relative_pronoun: the pronoun stands for the noun before it") {
  const Parsed parsed("Companies which left Russia lost money.");
  REQUIRE(parsed.clauses() == "which left Russia; Companies lost money");
  CHECK(parsed.rules(0) == "relative_pronoun after_verb none");
  CHECK(parsed.word(parsed.grammar().doer(parsed.grammar().clauses[0]).word) == "Companies");
  // Behind a verb, that begins a clause.
  CHECK(clauses("They say that China supports it.") == "They say -; China supports it");
}

TEST_CASE("rule relative_gap: the noun that the relative clause lacks") {
  const Parsed parsed("The policy that China supports is new.");
  REQUIRE(parsed.clauses() == "China supports that; policy is -");
  CHECK(parsed.rules(0) == "before_verb relative_gap none");
  CHECK(parsed.word(parsed.grammar().undergoer(parsed.grammar().clauses[0]).word) == "policy");
  CHECK(clauses("The people they serve agree.") == "they serve (people); people agree -");
  // A clause that says what the noun holds lacks nothing, nor does one with an object.
  CHECK(clauses("The fact that China left is known.") == "China left -; fact !known -");
}

TEST_CASE("rule bare_clause: a clause without that") {
  CHECK(clauses("The minister said the plan works.") == "minister said -; plan works -");
  CHECK(rules("The minister said the plan works.", 1) == "bare_clause none none");
  CHECK(clauses("The minister said the word.") == "minister said word");
}

TEST_CASE("rule inverted: the subject behind the verb") {
  CHECK(clauses("There is no alternative.") == "alternative is -");
  CHECK(rules("There is no alternative.") == "inverted none none");
  CHECK(clauses("“We agree,” said the minister.") == "We agree -; minister said -");
  CHECK(clauses("Will China support the plan?") == "- Will -; China support plan");
  CHECK(clauses("China will support the plan.") == "China support plan");
}

TEST_CASE("rule coordinated_verb: verbs share their subject") {
  CHECK(clauses("Russia signed the treaty and left the talks.") == "Russia signed treaty; (Russia) left talks");
  CHECK(rules("Russia signed the treaty and left the talks.", 1) == "coordinated_verb after_verb none");
  CHECK(clauses("Russia signed the treaty and China left the talks.") == "Russia signed treaty; China left talks");
}

TEST_CASE("rule controlled: whose infinitive it is") {
  CHECK(clauses("Russia wants to expand its influence.") == "Russia wants -; (Russia) expand influence");
  CHECK(clauses("The ministers urged Russia to leave.") == "ministers urged Russia; (Russia) leave -");
  CHECK(rules("Russia wants to expand its influence.", 1) == "controlled after_verb none");
}

TEST_CASE("rule modified: the noun before a participle") {
  CHECK(clauses("States supporting the plan met.") == "(States) supporting plan; States met -");
  CHECK(rules("States supporting the plan met.") == "modified after_verb none");
  CHECK(clauses("Increased support helps.") == "support helps -");
}

TEST_CASE("rule after_phrase: an object behind a phrase") {
  CHECK(clauses("The council discussed at length the new rules.") == "council discussed rules");
  CHECK(rules("The council discussed at length the new rules.") == "before_verb after_phrase none");
  CHECK(clauses("The council met at length.") == "council met -");
}

TEST_CASE("rule second_object: what is given") {
  CHECK(clauses("The bank gave the country a loan.") == "bank gave loan");
  CHECK(rules("The bank gave the country a loan.") == "before_verb second_object none");
  CHECK(clauses("The bank gave a loan.") == "bank gave loan");
}

TEST_CASE("rule by_phrase: the agent of a passive") {
  CHECK(clauses("The treaty was signed by both sides in 2015.") == "treaty !signed - by sides");
  CHECK(rules("The treaty was signed by both sides in 2015.") == "before_verb none by_phrase");
  CHECK(clauses("The treaty was signed by 2015.") == "treaty !signed -");
  CHECK(clauses("The treaty was amended by enlarging the council.") == "treaty !amended -; (treaty) enlarging council");
  CHECK(clauses("China stands by the treaty.") == "China stands -");
}

TEST_CASE("passives that a conjunction joins share the agent") {
  CHECK(clauses("It was killed or maimed by mines.") == "It !killed - by (mines); (It) !maimed - by mines");
  CHECK(clauses("It was killed and China was blamed by others.") == "It !killed -; China !blamed - by others");
}

TEST_CASE("as and after before the one verb that a noun waits for begin no clause") {
  CHECK(clauses("The role of the union as a mediator becomes clear.") == "role becomes -");
  CHECK(clauses("The first priority after the states of the union is the region.") == "priority is -");
  CHECK(clauses("Trade after Russia left the union has fallen.") == "Russia left union; Trade fallen -");
  CHECK(clauses("Prices rose as demand grew.") == "Prices rose -; demand grew -");
}

TEST_CASE("a clause that is a subject is no noun's") {
  CHECK(clauses("They say that backing exports is a good model.") == "They say -; - backing exports; - is -");
  CHECK(clauses("What Russia wants is clear.") == "Russia wants What; - is -");
}

TEST_CASE("a question's verb has the subject behind its auxiliary") {
  CHECK(clauses("Would any member of the union accept the plan?") == "- Would -; member accept plan");
  CHECK(clauses("There will be a plan.") == "plan be -");
}

TEST_CASE("who acts is the agent of a passive and the subject of an active verb") {
  const Parsed parsed("The treaty was signed by China.");
  const topos::SentenceGrammar& grammar = parsed.grammar();
  CHECK(parsed.word(grammar.doer(grammar.clauses[0]).word) == "China");
  CHECK(parsed.word(grammar.undergoer(grammar.clauses[0]).word) == "treaty");
  const Parsed agentless("The treaty was signed.");
  CHECK_FALSE(agentless.grammar().doer(agentless.grammar().clauses[0]).found());
}

TEST_CASE("a verb that links has no object") {
  CHECK(clauses("China has become a partner.") == "China become -");
  CHECK(clauses("It is a process and I have decided.") == "It is -; I decided -");
}

TEST_CASE("times are neither subject nor object") {
  CHECK(clauses("Last year, Russia proposed a plan.") == "Russia proposed plan");
  CHECK(clauses("Russia met partners last year.") == "Russia met partners");
  CHECK(clauses("Half a century ago, the states founded it.") == "states founded it");
}

TEST_CASE("clauses that a conjunction begins have their own subjects") {
  CHECK(clauses("If China agrees, Russia will follow.") == "China agrees -; Russia follow -");
  CHECK(clauses("Russia left after China joined the bank.") == "Russia left -; China joined bank");
  CHECK(clauses("By enlarging the council, the members strengthened it.") ==
        "- enlarging council; members strengthened it");
}

TEST_CASE("brackets and marks without partners change nothing") {
  CHECK(clauses("China ) supports it.") == "China supports it");
  CHECK(clauses("(China supports it.") == "China supports it");
}

TEST_CASE("clauses inside clauses are read to any depth") {
  std::string text = "Russia left";
  for (int i = 0; i < 200; ++i) text += " because China knew that the state which";
  const Parsed parsed(text + " left.");
  CHECK(parsed.grammar().clauses.size() == 202);
}

TEST_CASE("every rule has a name and says what it goes by") {
  CHECK(topos::to_string(topos::GrammarRule::by_phrase) == "by_phrase");
  CHECK_FALSE(topos::meaning(topos::GrammarRule::by_phrase).empty());
}
