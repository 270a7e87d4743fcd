// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/book_usage.hpp"

#include <doctest/doctest.h>

#include "kit.hpp"
#include "topos/annotation/explanation.hpp"

namespace {

/// "rule line, rule line …" of what is reported.
std::string report(const topos::Codebook& book, const topos::UsageCounter& usage, bool corpus, bool coverage) {
  topos::Findings findings;
  topos::lint_usage(book, usage, {corpus, coverage}, findings);
  std::string text;
  for (const auto& one : findings.all())
    text += (text.empty() ? "" : ", ") + one.rule + ' ' + std::to_string(one.where.line);
  return text;
}

topos::UsageCounter count(const topos::Codebook& book, const std::vector<std::string>& texts) {
  topos::UsageCounter usage(book);
  for (const std::string& text : texts) usage.add(topos::sentence_document(text, "en"));
  return usage;
}

const std::string parts =
    code_head("f") +
    "patterns.en = [\n 'hedg*',\n { match = 'will', not_left = ['free', 'at*'], near = ['@g:sentence'] },\n 'turn']\n"
    "masks.en = [\n 'hedge fund*',\n 'free will']\n" +
    code_head("g") + "patterns.en = ['law']\n";

}  // namespace

TEST_CASE("masks that touch nothing, guard targets that do not occur and dead patterns are found in texts") {
  const auto book = book_of(parts);
  CHECK(report(book, count(book, {"The hedge fund hedged."}), true, true) ==
        "idle_mask 17, no_hits 13, idle_guard 13, idle_guard 13, idle_guard 13, no_hits 14, no_hits 24, W20 0");
  CHECK(report(book, count(book, {"Hedge funds at law turn; free will.", "They hedge."}), true, false).empty());
}

TEST_CASE("a pattern with more than half of five hits of its code is W05") {
  const auto book = book_of(parts);
  CHECK(report(book, count(book, {"hedge hedge hedge turn free will law at hedge fund"}), true, false).empty());
  CHECK(report(book, count(book, {"hedge hedge hedge turn turn free will law at hedge fund"}), true, false) ==
        "W05 12");
}

TEST_CASE("the book's own examples judge masks, and with coverage patterns") {
  const auto book = book_of(code_head("f") +
                            "patterns.en = ['hedg*', 'turn']\nmasks.en = ['hedge fund*', 'hedge row*']\nexamples.en = "
                            "['They hedge.']\ncounterexamples.en = ['A hedge fund.']\n");
  topos::UsageCounter usage(book);
  usage.add_examples();
  CHECK(report(book, usage, false, false) == "idle_mask 12");
  CHECK(report(book, usage, false, true) == "idle_mask 12, no_hits 11");
}

TEST_CASE("counts of workers add up and other languages are passed over") {
  const auto book = book_of(parts);
  auto one = count(book, {"They hedge."});
  auto two = count(book, {"They turn.", "The hedge fund."});
  two.add(topos::sentence_document("Слово.", "ru"));
  one.merge(two);
  const auto& usage = one.languages().at("en");
  CHECK(usage.documents == 3);
  CHECK(usage.codes.at("f") == 2);
  CHECK(usage.touched.at("f#en.x1") == 1);
  CHECK(one.passed_over() == 1);
}
