// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/codebook/lint.hpp"

namespace {

/// "rule line:column" for every finding, one a line, `missing_exclude` left out.
std::string lint(std::string_view rest) {
  std::string text;
  const std::string toml = std::string(head).append(rest);
  for (const topos::Diagnostic& finding : topos::lint_codebook(topos::check_codebook_text(toml, "book.toml"))) {
    if (finding.rule == "missing_exclude") continue;
    text += finding.rule + ' ' + std::to_string(finding.where.line) + ':' + std::to_string(finding.where.column) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("errors and warnings come in reading order") {
  CHECK(lint("[macros]\nm = 'x'\n" + code("a", "patterns.en = ['y <0-2>', 'z (']\nweight = -1")) ==
        "unused_macro 6:6\ntrailing_gap 12:17\npattern 12:31\ncodebook 13:10\n");
}

TEST_CASE("a code without patterns or without an exclusion rule draws a warning") {
  const auto found = topos::lint_codebook(topos::check_codebook_text(std::string(head) + code("a", ""), "book.toml"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].rule == "missing_exclude");
  CHECK(found[1].rule == "no_patterns");
  CHECK(found[1].severity == topos::Diagnostic::Severity::warning);
}

TEST_CASE("patterns that are equal after folding are found in a code and across codes") {
  CHECK(lint(code("a", "patterns.en = ['Win-Win', 'win win']")) == "equal_patterns 10:28\n");
  CHECK(lint(code("a", "patterns.en = ['x']") + code("b", "patterns.en = ['X']")) == "equal_patterns 16:17\n");
  CHECK(lint(code("a", "patterns.en = ['x', '=X', { match = 'y', left = ['z'] }, { match = 'y', left = ['w'] }]")) ==
        "subsumed_pattern 10:22\n");
  CHECK(lint(code("a", "patterns.ru = ['\u0435\u0449\u0435', '\u0435\u0449\u0451']")) == "equal_patterns 10:24\n");
  CHECK(lint(code("a", "patterns.en = ['x']\npatterns.ru = ['x']")).empty());
}

TEST_CASE("a pattern whose matches another has as well is found, if the other asks for no more") {
  CHECK(lint(code("a", "patterns.en = ['hegemony', 'hegemon*']")) == "subsumed_pattern 10:17\n");
  CHECK(lint(code("a", "patterns.en = ['hegemony', { match = 'hegemon*', near = ['x'] }]")).empty());
  CHECK(lint(code("a", "patterns.en = [{ match = 'hegemony', near = ['x'] }, 'hegemon*']")) ==
        "subsumed_pattern 10:27\n");
  CHECK(lint(code("a", "patterns.en = ['hegemony']") + code("b", "patterns.en = ['hegemon*']")).empty());
}

TEST_CASE("references to codes without patterns in the language never occur") {
  CHECK(lint(code("a", "patterns.zh = ['\u4e1c']") +
             code("b", "patterns.en = ['x @a', { match = 'y', near = ['@a|z:5'] }]")) ==
        "idle_reference 16:19\nidle_guard 16:35\n");
  CHECK(lint(code("a.b", "patterns.en = ['w']") + code("b", "patterns.en = ['x @a']")).empty());
}

TEST_CASE("a mask that shares no word with any pattern never touches") {
  CHECK(lint(code("a", "patterns.en = ['hedg*']\nmasks.en = ['hedge fund*', 'central bank']")) == "idle_mask 11:29\n");
  CHECK(lint(code("a", "patterns.en = ['hedg* <0-2> x']\nmasks.en = ['central bank']")).empty());
  CHECK(lint(code("a", "masks.en = ['central bank']")) == "no_patterns 5:1\nidle_mask 10:14\n");
  CHECK(lint(code("a", "patterns.zh = ['\u8054\u901a']\nmasks.zh = ['\u4e2d\u56fd\u8054\u901a', '\u5bf9\u51b2']")) ==
        "idle_mask 11:22\n");
}

TEST_CASE("a pattern that is every word draws a warning") {
  CHECK(lint(code("a", "patterns.en = ['*']")) == "any_word 10:17\n");
}
