// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit_changes.hpp"

#include <doctest/doctest.h>

#include "topos/annotation/name_pool.hpp"

namespace {

topos::Hit hit(std::string_view code, std::uint32_t begin, std::uint32_t end, std::string_view pattern = "p") {
  static topos::NamePool names;
  topos::Hit made;
  made.kind = &names.kind("book", code, pattern);
  made.span = {begin, end};
  return made;
}

}  // namespace

TEST_CASE("hits are the same if code and place are, whatever the pattern") {
  CHECK(topos::hit_changes({hit("a", 0, 4, "p")}, {hit("a", 0, 4, "q")}).empty());
  const auto changes =
      topos::hit_changes({hit("a", 0, 4), hit("b", 5, 6)}, {hit("a", 0, 5), hit("b", 5, 6), hit("c", 5, 6)});
  REQUIRE(changes.size() == 3);
  CHECK_FALSE(changes[0].appears);
  CHECK(changes[0].hit.span.end == 4);
  CHECK(changes[1].appears);
  CHECK(changes[1].hit.span.end == 5);
  CHECK(changes[2].hit.code() == "c");
}
