// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/examples.hpp"

#include <doctest/doctest.h>

#include "kit.hpp"

TEST_CASE("an example that its code does not hit fails with what happened instead") {
  const auto book = book_of(code_head("f") +
                            "patterns.en = ['hedg*']\nmasks.en = ['hedge fund*']\n"
                            "examples.en = ['They hedge.', 'A hedge fund.', 'A turn.', 'Nil.']\ncounterexamples.en = "
                            "['Hedge funds.', 'They hedged bets.']\n" +
                            code_head("g") + "patterns.en = ['turn']\n");
  const auto report = topos::run_examples(book);
  CHECK(report.examples == 4);
  CHECK(report.counterexamples == 2);
  REQUIRE(report.failures.size() == 4);
  CHECK(report.failures[0].found == "'hedge' masked by f#en.x1");
  CHECK(report.failures[1].found == "g 'turn'");
  CHECK(report.failures[2].found == "nothing");
  CHECK(report.failures[3].found == "'hedged' f#en.1");
  CHECK(report.failures[3].counterexample);
  CHECK(report.failures[0].example->where.line == 13);
}

TEST_CASE("a hit of a descendant serves an example of its ancestor") {
  const auto book = book_of(code_head("a") + "patterns.en = ['x']\nexamples.en = ['Y.']\n" + code_head("a.b") +
                            "patterns.en = ['y']\n");
  CHECK(topos::run_examples(book).failures.empty());
}

TEST_CASE("a withheld hit is no hit") {
  const auto book =
      book_of(code_head("a") + "negation = 'drop'\npatterns.en = ['war']\ncounterexamples.en = ['No war.']\n");
  CHECK(topos::run_examples(book).failures.empty());
}

TEST_CASE("the built-in codebook keeps its examples") {
  const auto report = topos::run_examples(topos::built_in_codebook());
  CHECK(report.examples + report.counterexamples >= 93);
  for (const auto& failure : report.failures)
    FAIL_CHECK(failure.code->id << ": " << failure.example->text << " (" << failure.found << ')');
}
