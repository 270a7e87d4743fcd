// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/witnesses.hpp"

#include <doctest/doctest.h>

using topos::independent_witnesses;
using topos::Witness;

TEST_CASE("documents of one source, author or text are one witness") {
  const std::vector<Witness> all{{{0}, {0, 0}, 0, "", ""}, {{0}, {0, 0}, 1, "", ""}, {{1}, {7, 0}, 2, "", ""},
                                 {{2}, {7, 0}, 3, "", ""}, {{3}, {0, 7}, 4, "", ""}, {{4}, {0, 0}, 4, "", ""}};
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{}) == 0);
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{0}) == 1);
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{0, 1}) == 1);  // one source
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{2, 3}) == 1);  // one author
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{3, 4}) == 2);  // an author called as an outlet
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{4, 5}) == 1);  // one text
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}) == 3);
}

TEST_CASE("who is in the other's list of references is no second witness") {
  const std::vector<Witness> all{{{0}, {}, 0, "routes to the east", ""},
                                 {{1}, {}, 1, "", "a b 2020 routes to the east journal"},
                                 {{2}, {}, 2, "the east", "the east"}};
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{0, 1}) == 1);
  CHECK(independent_witnesses(all, std::vector<std::uint32_t>{1, 2}) == 2);  // two words turn up by chance
}
