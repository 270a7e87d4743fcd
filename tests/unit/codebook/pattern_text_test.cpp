// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/pattern_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "trees.hpp"

namespace {

const std::string toward = "to|toward|towards";

topos::Node parsed(std::string_view pattern, std::string_view language) {
  return topos::parse_pattern(pattern, language,
                              [](std::string_view name) { return name == "toward" ? &toward : nullptr; }, {});
}

}  // namespace

TEST_CASE("a pattern written from its tree parses to the same tree") {
  for (const char* pattern :
       {"hegemony", "civili?ation*", "(turn|pivot*) <0-2> $toward <2> (asia|east)", "win-win", "=Sino-Russian",
        "driver's seat", "(economic)? pragmatis*", "(a b|c (d e)?)? f", "#NUM states since #YEAR #CAP #ACRO #PUNCT x",
        "@actor.org <0-3> role", "/(?i)a\\/b\\.c/", "\\*x\\?", "\\=us \\@home \\$x \\#y a\\/b", "x\\'s", "a\\-b",
        "(asean|china)-led", "a\\|b\\(c"}) {
    CAPTURE(pattern);
    const topos::Node tree = parsed(pattern, "en");
    const std::string text = topos::pattern_text(tree);
    CAPTURE(text);
    CHECK(shown(parsed(text, "en")) == shown(tree));
  }
  const topos::Node characters = parsed("(以)?东盟为(中心|核心)<0-12>x", "zh");
  CHECK(shown(parsed(topos::pattern_text(characters), "zh")) == shown(characters));
}

TEST_CASE("macros are expanded in the text of a pattern") {
  CHECK(topos::pattern_text(parsed("turn $toward asia", "en")) == "turn (to|toward|towards) asia");
}
