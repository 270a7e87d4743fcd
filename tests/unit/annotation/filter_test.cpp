// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/filter.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "topos/base/error.hpp"

namespace {

bool passes(std::string_view test, const std::map<std::string, std::string, std::less<>>& fields) {
  topos::Filter filter;
  filter.add(test);
  return filter.matches([&](std::string_view name) -> std::optional<std::string_view> {
    const auto found = fields.find(name);
    if (found == fields.end()) return std::nullopt;
    return found->second;
  });
}

std::string complaint(std::string_view test) {
  try {
    topos::Filter().add(test);
  } catch (const topos::Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a comma is and, a bar is or among values") {
  CHECK(passes("genre=mfa|oped,country=RU", {{"genre", "oped"}, {"country", "RU"}}));
  CHECK_FALSE(passes("genre=mfa|oped,country=RU", {{"genre", "oped"}, {"country", "US"}}));
  CHECK_FALSE(passes("genre=mfa", {{"genre", "mfa2"}}));
  CHECK(passes("genre!=mfa|oped", {{"genre", "news"}}));
  CHECK_FALSE(passes("genre!=mfa|oped", {{"genre", "oped"}}));
}

TEST_CASE("numbers compare as numbers") {
  CHECK(passes("n>9", {{"n", "10"}}));
  CHECK(passes("n=1", {{"n", "1.0"}}));
  CHECK(passes("n<=-1.5", {{"n", "-2"}}));
  CHECK_FALSE(passes("n<5", {{"n", "many"}}));
}

TEST_CASE("dates compare at the precision of the test") {
  CHECK(passes("date>=2022-02-24", {{"date", "2022-02-24"}}));
  CHECK_FALSE(passes("date>=2022-02-24", {{"date", "2022-02-23"}}));
  CHECK(passes("date<=2022", {{"date", "2022-12-31"}}));
  CHECK(passes("date=2022-02", {{"date", "2022-02-24"}}));
  CHECK_FALSE(passes("date>2022", {{"date", "2022-12-31"}}));
  CHECK(passes("date<2022-02-24", {{"date", "2022"}}));
}

TEST_CASE("a missing field equals nothing, differs from everything and has no order") {
  CHECK(passes("author=", {}));
  CHECK(passes("author=", {{"author", ""}}));
  CHECK_FALSE(passes("author=", {{"author", "x"}}));
  CHECK(passes("author!=", {{"author", "x"}}));
  CHECK(passes("author!=x", {}));
  CHECK_FALSE(passes("author=x", {}));
  CHECK_FALSE(passes("n<5", {}));
}

TEST_CASE("quoted values hold commas, bars, blanks and their own quote doubled") {
  CHECK(passes("title=\"War, peace\"", {{"title", "War, peace"}}));
  CHECK(passes("title='a|b' | 'it''s' ,x=1", {{"title", "it's"}, {"x", "1"}}));
  CHECK(passes("title = plain words , x=1", {{"title", "plain words"}, {"x", "1"}}));
  CHECK(passes("title=' '", {{"title", " "}}));
}

TEST_CASE("an expression that breaks off says where") {
  CHECK(complaint("genre") == "--where:1:6: one of = != < <= > >= must follow the field name in 'genre' [filter]");
  CHECK(complaint("=x").starts_with("--where:1:1: a field name is missing"));
  CHECK(complaint("é=1,,").starts_with("--where:1:5: a field name is missing"));
  CHECK(complaint("a=1|").starts_with("--where:1:5: a value is missing"));
  CHECK(complaint("a<").starts_with("--where:1:3: a value is missing"));
  CHECK(complaint("a<b").starts_with("--where:1:3: only numbers and dates"));
  CHECK(complaint("a='b").starts_with("--where:1:3: the closing quote is missing"));
  CHECK(complaint("a='b'c").starts_with("--where:1:6: ',' or '|' must follow"));
  CHECK(complaint("").starts_with("--where:1:1: a field name is missing"));
  CHECK_FALSE(complaint("genre=mfa,").empty());
}

TEST_CASE("fields are listed once in order and a filter can be narrowed to some") {
  topos::Filter filter;
  filter.add("b=1,a=2");
  filter.add("b!=3");
  CHECK(filter.fields() == std::vector<std::string>{"b", "a"});
  CHECK(filter.only([](std::string_view field) { return field == "a"; }).fields() == std::vector<std::string>{"a"});
}
