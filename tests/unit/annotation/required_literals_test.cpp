// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/required_literals.hpp"

#include <doctest/doctest.h>

namespace {

/// The phrases that expressions require: words joined by spaces, `~` where a word may go on, phrases by " | "; "none"
/// without any.
std::string required(const std::vector<std::string>& expressions) {
  const topos::Codebook book = topos::expression_codebook(expressions, nullptr);
  const auto phrases = topos::required_literals({&book}, topos::CodeSelection());
  if (!phrases) return "none";
  std::string all;
  for (const topos::RequiredPhrase& phrase : *phrases) {
    if (!all.empty()) all += " | ";
    if (phrase.open_begin) all += '~';
    for (const std::string& word : phrase.words) all += (&word == &phrase.words.front() ? "" : " ") + word;
    if (phrase.open_end) all += '~';
  }
  return all;
}

}  // namespace

TEST_CASE("neighbouring words are one phrase in lower case") {
  CHECK(required({"Cold War"}) == "cold war");
  CHECK(required({"cold-war rhetoric"}) == "cold war rhetoric");
  CHECK(required({"=ASEAN"}) == "asean");
  CHECK(required({"don't panic"}) == "don t panic");
}

TEST_CASE("a word with a wildcard gives its text and ends the phrase") {
  CHECK(required({"multipolar*"}) == "multipolar~");
  CHECK(required({"the multipolar* world"}) == "the multipolar~");
  CHECK(required({"*polarity"}) == "~polarity~");
  CHECK(required({"w?lfish*"}) == "~lfish~");
}

TEST_CASE("the longest of what a sequence requires is taken, and optional words and gaps part phrases") {
  CHECK(required({"turn <0-2> towards asia"}) == "towards asia");
  CHECK(required({"peaceful (and just)? settlement"}) == "settlement");
  CHECK(required({"#NUM sanctions"}) == "sanctions");
}

TEST_CASE("each alternative must require something") {
  CHECK(required({"(sovereign|independent) states"}) == "sovereign | independent");
  CHECK(required({"a (b|#NUM)"}) == "none");
  CHECK(required({"cold war", "iron curtain"}) == "cold war | iron curtain");
}

TEST_CASE("without letters and digits of ASCII nothing can be looked for") {
  CHECK(required({"санкции"}) == "none");
  CHECK(required({"café"}) == "none");
  CHECK(required({"*"}) == "none");
  CHECK(required({"a"}) == "none");
  CHECK(required({"/poli.*/"}) == "none");
  CHECK(required({"cold war", "#YEAR"}) == "none");
  CHECK(required({"aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii"}) == "none");
}
