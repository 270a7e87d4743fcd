// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/literal_search.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

bool holds(std::vector<topos::RequiredPhrase> phrases, std::string_view text) {
  return topos::LiteralSearch(std::move(phrases)).may_hold(text);
}

}  // namespace

TEST_CASE("a phrase is found in any case and over whatever is no letter or digit") {
  const std::vector<topos::RequiredPhrase> phrase = {{{"cold", "war"}, false, false}};
  for (const char* text : {"cold war", "the COLD War.", "cold\n\nwar", "cold, \"war\"", "cold—war", "cold's war",
                           "cold ’s “war”", "cold_war", "cold cold war"}) {
    CAPTURE(text);
    CHECK(holds(phrase, text));
  }
  for (const char* text :
       {"", "cold", "war cold", "cold wars", "acold war", "cold2 war", "cold hot war", "coldwar", "cold w ar"}) {
    CAPTURE(text);
    CHECK_FALSE(holds(phrase, text));
  }
}

TEST_CASE("open ends let a word go on") {
  CHECK(holds({{{"polar"}, true, true}}, "multipolarity"));
  CHECK(holds({{{"a", "multipolar"}, false, true}}, "a multipolarity"));
  CHECK_FALSE(holds({{{"multipolar"}, false, true}}, "unmultipolarity"));
  CHECK_FALSE(holds({{{"polar"}, false, false}}, "multipolarity"));
}

TEST_CASE("one of several phrases is enough, wherever it stands") {
  const std::vector<topos::RequiredPhrase> phrases = {{{"iron", "curtain"}, false, false}, {{"2022"}, false, false}};
  for (const std::size_t before : {0U, 1U, 50U, 62U, 63U, 64U, 65U, 127U, 128U, 500U}) {
    CHECK(holds(phrases, std::string(before, ' ') + "2022"));
    CHECK(holds(phrases, std::string(before, '.') + "Iron Curtain" + std::string(before, '.')));
    CHECK_FALSE(holds(phrases, std::string(before, ' ') + "2023 iron"));
  }
}

TEST_CASE("characters that may become letters or vanish leave a text undecided") {
  for (const char* odd :
       {"ﬁ", "Ｋ", "\u212A", "ſ", "½", "№", "ß", "\u00AD", "\u200B", "\uFEFF", "中", "ก", "\U0001D400"}) {
    CAPTURE(odd);
    CHECK(holds({{{"zzzz"}, false, false}}, std::string("a text with ") + odd + " in it"));
  }
  for (const char* plain : {"é", "’", "“", "—", "ю", "ё", "\u00A0", "…", "\U0001F600"}) {
    CAPTURE(plain);
    CHECK_FALSE(holds({{{"zzzz"}, false, false}}, std::string("a text with ") + plain + " in it"));
  }
}
