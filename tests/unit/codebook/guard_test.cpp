// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "topos/codebook/guard_reader.hpp"
#include "trees.hpp"

using topos::Guard;

namespace {

Guard::Entry near(std::string_view text) {
  return topos::parse_guard_entry(Guard::Kind::near, text, "en", {"book.toml", 2, 1});
}

std::string guard_fault(Guard::Kind kind, std::string_view text, std::string_view language = "en") {
  try {
    (void)topos::parse_guard_entry(kind, text, language, {"book.toml", 2, 1});
    return "no error";
  } catch (const topos::Error& error) {
    return std::to_string(error.where().column) + ": " + error.message();
  }
}

std::string guard_fault(std::string_view text) { return guard_fault(Guard::Kind::near, text); }

}  // namespace

TEST_CASE("a near entry has targets and a scope") {
  CHECK(near("@actor:5").targets[0].reference == "actor");
  CHECK(near("@actor:5").scope == Guard::Scope::words);
  CHECK(near("@actor:5").distance == 5);
  CHECK(near("@actor").scope == Guard::Scope::sentence);
  CHECK(near("@actor:sentence").scope == Guard::Scope::sentence);
  CHECK(near("@actor:sentence+2").scope == Guard::Scope::sentences);
  CHECK(near("@actor:sentence+2").distance == 2);
  CHECK(near("@actor:paragraph").scope == Guard::Scope::paragraph);
  CHECK(near("@actor:document").scope == Guard::Scope::document);
  const Guard::Entry entry = near("@actor.state.russia | embargo* on|10\\:30\\|x:0");
  REQUIRE(entry.targets.size() == 3);
  CHECK(entry.targets[0].reference == "actor.state.russia");
  REQUIRE(entry.targets[1].words.size() == 2);
  CHECK(shown(entry.targets[1].words[0]) == "embargo{*}");
  CHECK(shown(entry.targets[2].words[0]) == "10:30|x");
  CHECK(entry.distance == 0);
}

TEST_CASE("left and right entries are words in text order, and a colon in them is no scope") {
  const Guard::Entry entry = topos::parse_guard_entry(Guard::Kind::not_right, "on it", "en", {});
  REQUIRE(entry.targets.size() == 1);
  CHECK(entry.targets[0].words.size() == 2);
  CHECK(guard_fault(Guard::Kind::left, "@actor") == "1: a code has no place here");
  CHECK(guard_fault(Guard::Kind::left, "a|b") == "2: a guard takes words and phrases only");
}

TEST_CASE("what is wrong with a guard is shown at its column") {
  CHECK(guard_fault("@actor:sentense") == "8: unknown scope ':sentense'");
  CHECK(guard_fault("@actor:") == "8: unknown scope ':'");
  CHECK(guard_fault("@actor:5 words") == "8: '5 words' is not a distance");
  CHECK(guard_fault("@actor:sentence+x") == "17: 'x' is not a distance");
  CHECK(guard_fault("@actor:99999999999") == "8: '99999999999' is not a distance");
  CHECK(guard_fault("@actor:5:6") == "8: '5:6' is not a distance");
  CHECK(guard_fault("@Actor:5") == "1: '@Actor' is not @ and the id of a code");
  CHECK(guard_fault("x||y") == "3: the entry has no word");
  CHECK(guard_fault(":5") == "1: the entry has no word");
  CHECK(guard_fault("x|=US") == "3: a guard takes words and phrases only");
  CHECK(guard_fault(Guard::Kind::near, "\u4e1c*", "zh") ==
        "2: * has no meaning in a language without spaces between words");
}
