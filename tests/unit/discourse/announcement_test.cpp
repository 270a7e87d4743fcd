// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/announcement.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

namespace {

/// Whether the first sentence announces, and whether it goes on with an announcement.
std::pair<bool, bool> judge(std::string_view text) {
  topos::test::Finder finder(topos::test::code("x", "patterns.en = ['russia']"));
  const topos::AnnotatedDocument annotated = finder.annotate(text);
  const topos::DetectorInput input{annotated, finder.annotator().segmentation(), finder.annotator().vocabulary()};
  const topos::SentenceWords words(input, input.segmentation.sentences.front());
  return {topos::announces(words), topos::goes_on_announcing(words)};
}

}  // namespace

TEST_CASE("a text that names itself and a verb announces") {
  for (const char* const text :
       {"This paper examines trade.", "This article will employ a frame to see it.", "In this study, I compare ports.",
        "In this paper we argue that it holds.", "The aim of this report is clarity.",
        "Our study identifies two paths.", "The purpose of the present study is to see."}) {
    CAPTURE(text);
    CHECK(judge(text).first);
  }
}

TEST_CASE("other texts and other verbs announce nothing") {
  for (const char* const text : {"The paper examines trade.", "We argue that it holds.", "This paper was rejected.",
                                 "This port examines ships.", "Examines."}) {
    CAPTURE(text);
    CHECK_FALSE(judge(text).first);
  }
}

TEST_CASE("a pronoun and a verb go on with an announcement") {
  CHECK(judge("It analyzes the order.").second);
  CHECK(judge("We then discuss it.").second);
  CHECK_FALSE(judge("It rained.").second);
  CHECK_FALSE(judge("They analyze the order.").second);
}
