// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tagger.hpp"

#include <doctest/doctest.h>

#include "kit/parsed.hpp"
#include "topos/base/error.hpp"
#include "topos/grammar/word_options.hpp"

namespace {

std::string tags(std::string_view text) { return topos::test::Parsed(text).tags(); }

std::string known(std::string_view word) {
  std::string shown;
  for (const topos::TagCost& one : topos::TagModel::english().known(word))
    shown += (shown.empty() ? "" : " ") + std::string(to_string(one.tag));
  return shown;
}

std::string guessed(std::string_view word) {
  return std::string(to_string(topos::TagModel::english().guessed(word).begin()->tag));
}

}  // namespace

TEST_CASE("every tag has a name and is found by it") {
  for (std::size_t i = 0; i < topos::tag_count; ++i) {
    const auto tag = static_cast<topos::Tag>(i);
    CHECK(topos::tag_named(to_string(tag)) == tag);
  }
  CHECK_FALSE(topos::tag_named("noun").has_value());
}

TEST_CASE("the lexicon is found from its first to its last word") {
  CHECK(known("sanctions") == "nns vbz");
  CHECK(known("zygmunt") == "nnp");
  CHECK(known("!") == "punc");
  CHECK(known("multipolarity") == "nn");
  CHECK(known("xyzzy").empty());
  CHECK(known("").empty());
}

TEST_CASE("an unknown word is tagged by its ending") {
  CHECK(guessed("securitization") == "nn");
  CHECK(guessed("weaponizes") == "vbz");
  CHECK(guessed("hegemonistic") == "jj");
  CHECK(guessed("hegemonistically") == "rb");
  CHECK(guessed("") == "nn");
}

TEST_CASE("a word is tagged by what stands around it") {
  CHECK(tags("They support the plan.") == "They/prp support/vbp the/dt plan/nn ./punc");
  CHECK(tags("Their support of the states helped us.") ==
        "Their/prp support/nn of/of the/dt states/nns helped/vbd us/prp ./punc");
  CHECK(tags("They want to increase it.") == "They/prp want/vbp to/to increase/vb it/prp ./punc");
}

TEST_CASE("the second part of a contraction is a word of its own") {
  CHECK(tags("They don't agree.") == "They/prp don't/vbp don't+/rb agree/vb ./punc");
  CHECK(tags("It cannot work.") == "It/prp cannot/md cannot+/rb work/vb ./punc");
  CHECK(tags("We're here.") == "We're/prp We're+/vbp here/rb ./punc");
  CHECK(tags("ASEAN's members met.") == "ASEAN/nnp 's/pos members/nns met/vbd ./punc");
}

TEST_CASE("what is written as one word is one word") {
  CHECK(tags("The long-standing U.S. ally left.") == "The/dt long-standing/jj U.S./nnp ally/nn left/vbd ./punc");
  CHECK(tags("It left - at last.") == "It/prp left/vbd -/punc at/in last/jj ./punc");
  // A full stop that ends the sentence is none of an abbreviation's.
  CHECK(tags("They met the U.S.") == "They/prp met/vbd the/dt U.S/nnp ./punc");
}

TEST_CASE("a capital inside a sentence makes a name and one at its beginning does not") {
  CHECK(tags("The Quad met.") == "The/dt Quad/nnp met/vbd ./punc");
  CHECK(tags("Growth slowed.") == "Growth/nn slowed/vbd ./punc");
}

TEST_CASE("numbers and symbols have their tags") {
  CHECK(tags("It grew 3.5% in 2015.") == "It/prp grew/vbd 3.5/cd %/nn in/in 2015/cd ./punc");
  CHECK(tags("“Yes,” she said.").find("“/punc") == 0);
}

TEST_CASE("a past form behind have or be is a participle") {
  CHECK(tags("It has gradually become clear.") == "It/prp has/vbz gradually/rb become/vbn clear/jj ./punc");
  CHECK(tags("It was guarded by a force.") == "It/prp was/vbd guarded/vbn by/in a/dt force/nn ./punc");
  CHECK(tags("It became clear.") == "It/prp became/vbd clear/jj ./punc");
}

TEST_CASE("a participle with an object and no auxiliary is a past form") {
  CHECK(tags("They met and established a forum.") == "They/prp met/vbd and/cc established/vbd a/dt forum/nn ./punc");
  CHECK(tags("They have established a forum.") == "They/prp have/vbp established/vbn a/dt forum/nn ./punc");
}

TEST_CASE("no verb stands behind an article") {
  CHECK(tags("It was an upgrade from it.") == "It/prp was/vbd an/dt upgrade/nn from/in it/prp ./punc");
  CHECK(tags("They upgrade it.") == "They/prp upgrade/vbp it/prp ./punc");
}

TEST_CASE("that is a pronoun before a verb and begins a clause before a noun") {
  CHECK(tags("the plan that works").find("that/wdt") != std::string::npos);
  CHECK(tags("They say that plans work.").find("that/in") != std::string::npos);
  CHECK(tags("They want that.").find("that/dt") != std::string::npos);
}

TEST_CASE("that is a pronoun of its own where no noun stands before it") {
  CHECK(tags("That is a wish.").find("That/dt") == 0);
  CHECK(tags("It is a wish, but that leaves it.").find("that/dt") != std::string::npos);
}

TEST_CASE("what stands between to and an article is a verb") {
  CHECK(tags("They failed to honour the pledge.").find("honour/vb") != std::string::npos);
  CHECK(tags("It is an honour.").find("honour/nn") != std::string::npos);
}

TEST_CASE("behind a pronoun that is a subject comes a verb") {
  CHECK(tags("We all share the view.").find("share/vbp") != std::string::npos);
  CHECK(tags("Our share of the view.").find("share/nn") != std::string::npos);
}

TEST_CASE("a past form is a participle before an adjective and by") {
  CHECK(tags("The visit, made possible by the ceasefire, ended.").find("made/vbn") != std::string::npos);
  CHECK(tags("The ceasefire made the visit possible.").find("made/vbd") != std::string::npos);
}

TEST_CASE("other languages have no grammar") {
  CHECK(topos::Grammar::supports("en"));
  CHECK(topos::Grammar::supports("en-GB"));
  CHECK_FALSE(topos::Grammar::supports("eng"));
  CHECK_FALSE(topos::Grammar::supports("ru"));
  CHECK_FALSE(topos::Grammar::supports(""));
  CHECK_THROWS_AS(topos::Grammar("de"), topos::Error);
}

TEST_CASE("an empty sentence has nothing") {
  const topos::test::Parsed parsed("");
  CHECK(parsed.grammar().words.empty());
  CHECK(parsed.grammar().clauses.empty());
}
