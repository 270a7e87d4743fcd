// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/chunks.hpp"

#include <doctest/doctest.h>

#include "kit/parsed.hpp"

namespace {

using topos::test::Parsed;

std::string chunks(std::string_view text) { return Parsed(text).chunks(); }

/// The verb groups, each in brackets; p(assive), n(egated), c(opular), m(odal) before it.
std::string groups(std::string_view text) {
  const Parsed parsed(text);
  std::string shown;
  for (const topos::VerbGroup& group : parsed.grammar().verbs) {
    shown += shown.empty() ? "" : " ";
    shown += std::string(group.passive ? "p" : "") + (group.negated ? "n" : "") + (group.copular ? "c" : "") +
             (group.modal != topos::no_index ? "m" : "");
    shown += "[" + parsed.words(group.words) + "]";
  }
  return shown;
}

}  // namespace

TEST_CASE("a chunk is a noun with what stands before it") {
  CHECK(chunks("The ten member states met.") == "[The ten member states]");
  CHECK(chunks("A very large army left.") == "[A very large army]");
  CHECK(chunks("Increased cooperation helps.") == "[Increased cooperation]");
  CHECK(chunks("They left.") == "[They]");
}

TEST_CASE("modifiers that are joined are in one chunk and nouns that are joined in two") {
  CHECK(chunks("Economic and political ties deepen.") == "[Economic and political ties]");
  CHECK(chunks("It is a long, hard road.") == "[It] [a long , hard road]");
  CHECK(chunks("Trade and culture changed.") == "[Trade] [culture]");
}

TEST_CASE("days stand outside the chunk before them, and numbers behind a noun inside") {
  CHECK(chunks("It met the United Nations today.") == "[It] [the United Nations] [today]");
  CHECK(chunks("They signed Article 5.") == "[They] [Article 5]");
  CHECK(chunks("More than 2,500 people left.") == "[More than 2,500 people]");
  CHECK(chunks("It is more than a plan.") == "[It] [more] [a plan]");
}

TEST_CASE("all and both behind a pronoun belong to it") {
  CHECK(chunks("We all know it.") == "[We all] [it]");
  CHECK(chunks("They gave us all the plans.") == "[They] [us] [all the plans]");
}

TEST_CASE("a token's chunk is found") {
  const Parsed parsed("The members of the union met in Tokyo.");
  const topos::SentenceGrammar& grammar = parsed.grammar();
  CHECK(grammar.chunk_at(0) == 0);
  CHECK(grammar.chunk_at(1) == 0);
  CHECK(grammar.chunk_at(2) == topos::no_index);
  CHECK(grammar.chunk_at(4) == 1);
  CHECK(grammar.chunk_at(7) == 2);
  CHECK(grammar.chunk_at(8) == topos::no_index);
  CHECK(grammar.tokens_of(grammar.chunks[1].words) == topos::TokenRange{3, 5});
}

TEST_CASE("a possessor is in the chunk of what it has") {
  const Parsed parsed("ASEAN's member states met.");
  REQUIRE(parsed.chunks() == "[ASEAN 's member states]");
  CHECK(parsed.word(parsed.grammar().chunks[0].possessor) == "ASEAN");
  CHECK(parsed.word(parsed.grammar().chunks[0].head) == "states");
}

TEST_CASE("a chunk knows its preposition and whose it is by of") {
  const Parsed parsed("The members of the union met in Tokyo.");
  const auto& chunks = parsed.grammar().chunks;
  REQUIRE(chunks.size() == 3);
  CHECK(chunks[0].preposition == topos::no_index);
  CHECK(parsed.word(chunks[1].preposition) == "of");
  CHECK(chunks[1].of == 0);
  CHECK(parsed.word(chunks[2].preposition) == "in");
  CHECK(chunks[2].of == topos::no_index);
}

TEST_CASE("nouns of a list point to its first") {
  const Parsed parsed("Russia, China and India agree.");
  const auto& chunks = parsed.grammar().chunks;
  REQUIRE(chunks.size() == 3);
  CHECK(chunks[0].coordinated == topos::no_index);
  CHECK(chunks[1].coordinated == 0);
  CHECK(chunks[2].coordinated == 0);
}

TEST_CASE("an article joins what has one") {
  const Parsed parsed("The president of Russia and the leader of China met.");
  const auto& chunks = parsed.grammar().chunks;
  REQUIRE(chunks.size() == 4);
  CHECK(chunks[2].coordinated == 0);
}

TEST_CASE("a noun with a verb of its own is no member of a list") {
  const Parsed parsed("Russia signed the treaty and China left the talks.");
  for (const topos::NounChunk& chunk : parsed.grammar().chunks) CHECK(chunk.coordinated == topos::no_index);
}

TEST_CASE("a verb group holds auxiliaries and the adverbs between them") {
  CHECK(groups("They have not been fully informed.") == "pn[have not been fully informed]");
  CHECK(groups("It should be noted.") == "pm[should be noted]");
  CHECK(groups("They were working.") == "[were working]");
  CHECK(groups("They did not agree.") == "n[did not agree]");
}

TEST_CASE("be with a participle of state is no passive unless somebody does it") {
  CHECK(groups("They are committed to peace.") == "c[are]");
  CHECK(groups("They are worried by it.") == "p[are worried]");
  CHECK(groups("They are invited.") == "p[are invited]");
}

TEST_CASE("get with a participle is a passive and get with a noun is not") {
  CHECK(groups("They got invited.") == "p[got invited]");
  CHECK(groups("They got a letter.") == "[got]");
}

TEST_CASE("short is is has behind a person") {
  CHECK(groups("He's left the talks.") == "['s left]");
  CHECK(groups("It's guarded.") == "p['s guarded]");
}

TEST_CASE("infinitives and participles are groups of their own") {
  CHECK(groups("They want to be heard.") == "[want] p[to be heard]");
  CHECK(groups("States supporting it left.") == "[supporting] [left]");
  CHECK(groups("Sanctions imposed by the West hurt trade.") == "p[imposed] [hurt]");
}
