// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "topos/text/cues.hpp"

using namespace topos;

namespace {

bool has(std::string_view block, Cue cue, std::uint32_t words = 5) {
  return (find_cues(block, words) & cue_bit(cue)) != 0;
}

}  // namespace

TEST_CASE("cue phrases are compared without case, Markdown marks, curly quotes and numbers before them") {
  CHECK(has("**Subscribe now!**", Cue::furniture));
  CHECK(has("Don’t   miss\nthis", Cue::related));
  CHECK(has("## 5. References", Cue::references_label));
  CHECK(has("СПИСОК ЛИТЕРАТУРЫ", Cue::references_label));
  CHECK(has("参考文献：", Cue::references_label));
}

TEST_CASE("a phrase that must be the whole block is not found in a longer one") {
  CHECK(has("Share", Cue::furniture));
  CHECK_FALSE(has("Share of trade in GDP", Cue::furniture));
  CHECK_FALSE(has("References to the Charter", Cue::references_label));
}

TEST_CASE("a phrase ends where its word ends, unless it is marked as open") {
  CHECK(has("By Anna Petrova", Cue::byline));
  CHECK_FALSE(has("Byzantine diplomacy", Cue::byline));
  CHECK(has("Уважаемые коллеги", Cue::salutation));
}

TEST_CASE("phrases stop to count in blocks that are too long for them") {
  CHECK(has("We use cookies to improve", Cue::furniture, 20));
  CHECK_FALSE(has("We use cookies to improve", Cue::furniture, 100));
}
