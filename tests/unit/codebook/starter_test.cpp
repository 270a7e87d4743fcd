// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "topos/codebook/lint.hpp"
#include "topos/codebook/starter.hpp"

TEST_CASE("the starter passes lint without a warning in every kind of language") {
  for (const char* language : {"en", "ru", "vi", "zh", "th", "ja", "fr"}) {
    CAPTURE(language);
    const auto checked = topos::check_codebook_text(topos::codebook_starter("my_book", language), "starter.toml");
    CHECK(checked.book.id == "my_book");
    for (const topos::Diagnostic& finding : topos::lint_codebook(checked)) FAIL_CHECK(finding.message);
  }
}

TEST_CASE("the starter refuses what is no id and no language") {
  CHECK_THROWS_AS((void)topos::codebook_starter("My book", "en"), topos::Error);
  CHECK_THROWS_AS((void)topos::codebook_starter("book", "zh-Hant"), topos::Error);
}
