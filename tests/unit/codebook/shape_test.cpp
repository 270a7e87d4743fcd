// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "topos/codebook/shape.hpp"

namespace {

/// `*` and `?` stand for themselves.
topos::Glob glob(std::string_view text) {
  topos::Glob out;
  for (const char c : text) out += c == '*' ? topos::glob_run : c == '?' ? topos::glob_one : static_cast<char32_t>(c);
  return out;
}

bool covers(std::string_view wide, std::string_view narrow) { return topos::covers(glob(wide), glob(narrow)); }
bool meet(std::string_view a, std::string_view b) {
  return topos::may_meet(glob(a), glob(b)) && topos::may_meet(glob(b), glob(a));
}

bool subsumes(std::string_view wide, std::string_view narrow) {
  const topos::Folder folder("en");
  const topos::Shape outer = topos::shape_of(topos::parse_pattern(wide, "en", nullptr, {}), folder, false);
  const topos::Shape inner = topos::shape_of(topos::parse_pattern(narrow, "en", nullptr, {}), folder, false);
  const auto ways = topos::ways_of(inner, 256);
  REQUIRE(ways.has_value());
  for (const topos::Way& way : *ways) {
    if (!topos::covers(outer, way)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("one glob covers another if every string of the other is one of its own") {
  CHECK(covers("hedg*", "hedging"));
  CHECK(covers("hedg*", "hedgi*"));
  CHECK(covers("*", "*"));
  CHECK(covers("*a*b*", "xaxb"));
  CHECK(covers("m?derni?ation", "moderni?ation"));
  CHECK_FALSE(covers("hedging", "hedg*"));
  CHECK_FALSE(covers("a?", "a*"));
  CHECK_FALSE(covers("ab", "abc"));
}

TEST_CASE("globs meet if they have a string in common") {
  CHECK(meet("bank*", "*ing"));
  CHECK(meet("*", ""));
  CHECK(meet("a?c", "abc"));
  CHECK_FALSE(meet("a?c", "ac"));
  CHECK_FALSE(meet("dependen*", "interdependen*"));
  CHECK_FALSE(meet("diploma", "diplomat*"));
}

TEST_CASE("a pattern subsumes another if every way through the other is one of its own") {
  CHECK(subsumes("hegemon*", "hegemony"));
  CHECK(subsumes("Trade", "trade"));
  CHECK(subsumes("trade", "=Trade"));
  CHECK_FALSE(subsumes("=Trade", "trade"));
  CHECK(subsumes("(a|b|c) d*", "(a|c) dx"));
  CHECK(subsumes("(big)? pivot", "pivot"));
  CHECK_FALSE(subsumes("pivot", "(big)? pivot"));
  CHECK(subsumes("pivot <0-3> asia", "pivot <1-2> asia"));
  CHECK(subsumes("pivot <0-3> asia", "pivot to south asia"));
  CHECK_FALSE(subsumes("pivot <0-1> asia", "pivot to south asia"));
  CHECK_FALSE(subsumes("pivot <1-3> asia", "pivot asia"));
  CHECK(subsumes("#NUM states", "#YEAR states"));
  CHECK(subsumes("@actor x", "@actor.org x"));
  CHECK_FALSE(subsumes("@actor.org x", "@actor x"));
  CHECK(subsumes("(a|b) (c|d)", "b c"));
  CHECK_FALSE(subsumes("china aim", "china's aim"));
}

TEST_CASE("ways are counted up to a limit") {
  const topos::Folder folder("en");
  const topos::Shape shape =
      topos::shape_of(topos::parse_pattern("(a|b) (c|d) (e)? f", "en", nullptr, {}), folder, false);
  CHECK(topos::ways_of(shape, 8)->size() == 8);
  CHECK_FALSE(topos::ways_of(shape, 7).has_value());
}
