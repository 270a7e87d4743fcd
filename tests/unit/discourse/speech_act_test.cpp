// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/speech_act.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

namespace {

/// "announces", "commits" or nothing, of the first sentence of a speech of Norland.
std::string act_of(std::string_view text) {
  topos::test::Finder finder(topos::test::code("x", "patterns.en = ['russia']"));
  const topos::AnnotatedDocument annotated = finder.annotate(text);
  const topos::DetectorInput input{annotated, finder.annotator().segmentation(), finder.annotator().vocabulary()};
  const topos::SentenceWords words(input, input.segmentation.sentences.front());
  const std::optional<topos::SpeechAct> act = topos::SpeechActs({"Norland", "South Ruria"}).of(words);
  if (!act) return {};
  return act->kind == topos::SpeechAct::Kind::announces ? "announces" : "commits";
}

}  // namespace

TEST_CASE("a speaker announces what the speech turns to") {
  for (const char* const text :
       {"Let me now turn to trade.", "I shall speak to you tonight about ports.",
        "Allow me to touch briefly on reform.", "Today I want to focus particularly on the seas.",
        "I'd like to begin by outlining our plan.", "I would like to make a short comment on the economy.",
        "May I now say a few words about ports?", "I will confine my remarks to reform.", "I turn now to the seas.",
        "My statement will focus on ports."}) {
    CAPTURE(text);
    CHECK(act_of(text) == "announces");
  }
}

TEST_CASE("courtesy announces nothing and binds nobody") {
  for (const char* const text : {"Allow me to begin by congratulating you.", "I should like to thank the President.",
                                 "Let me say this: it rains.", "I wish to pay tribute to her.",
                                 "I will not say any more.", "We will remember them.", "They will act."}) {
    CAPTURE(text);
    CHECK(act_of(text).empty());
  }
}

TEST_CASE("a speaker binds who they speak for") {
  for (const char* const text :
       {"We will continue to support reform.", "My Government is firmly committed to reform.", "I announce a fund.",
        "Norland will, therefore, send ships.", "South Ruria stands ready to help.",
        "We reaffirm our commitment to peace.", "Let me assure you that we will send ships.", "We'll cut emissions.",
        "I am pleased to announce a new fund.", "We shall also be establishing a course."}) {
    CAPTURE(text);
    CHECK(act_of(text) == "commits");
  }
}

TEST_CASE("what is expected or done by all binds nobody") {
  for (const char* const text :
       {"I am confident that we will send ships.", "Together we will end hunger.", "Otherwise we will burn it.",
        "Ostland will send ships.", "We are ready.", "It shows how we will act."}) {
    CAPTURE(text);
    CHECK(act_of(text).empty());
  }
}
