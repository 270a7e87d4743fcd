// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/quotations.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

/// The quotations of one paragraph, joined by " | ".
std::string quotations(std::string_view text) {
  std::vector<topos::ByteSpan> spans;
  topos::find_quotations(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
  std::string all;
  for (const topos::ByteSpan span : spans) {
    if (!all.empty()) all += " | ";
    all += span.in(text);
  }
  return all;
}

}  // namespace

TEST_CASE("every pair of marks makes a quotation") {
  CHECK(quotations("the “eastward turn” and “pivot”") == "eastward turn | pivot");
  CHECK(quotations("„Wende nach Osten“ und „Wende“") == "Wende nach Osten | Wende");
  CHECK(quotations("„zwrot na wschód” tak") == "zwrot na wschód");
  CHECK(quotations("«поворот на Восток»") == "поворот на Восток");
  CHECK(quotations("‹tour›") == "tour");
  CHECK(quotations("以「東盟」為『中心』") == "東盟 | 中心");
  CHECK(quotations("the ‘pivot’ now") == "pivot");
  CHECK(quotations("the \"pivot\" now") == "pivot");
}

TEST_CASE("a straight mark opens or closes by what stands before it") {
  CHECK(quotations("\"One,\" he said, \"two\"") == "One, | two");
  CHECK(quotations("(\"one\") and \"two\".") == "one | two");
  CHECK(quotations("a 5\" gun and 6\" gun").empty());
  CHECK(quotations("*\"one\"*") == "one");
}

TEST_CASE("a mark without a partner opens nothing") {
  CHECK(quotations("the “pivot and so on").empty());
  CHECK(quotations("the pivot” and “turn”") == "turn");
  CHECK(quotations("the “pivot and “turn”") == "turn");
  CHECK(quotations("one \"two three").empty());
  CHECK(quotations("“").empty());
  CHECK(quotations("").empty());
}

TEST_CASE("an apostrophe closes no quotation that it does not end") {
  CHECK(quotations("the states’ rights").empty());
  CHECK(quotations("it’s Russia’s").empty());
  CHECK(quotations("the ‘Russia’s turn’ now") == "Russia’s turn");
}

TEST_CASE("nested quotations lie inside the outer one and are not listed") {
  CHECK(quotations("He said: “the ‘pivot’ is real”.") == "the ‘pivot’ is real");
  CHECK(quotations("«он сказал „да“ нам»") == "он сказал „да“ нам");
  CHECK(quotations("「他说『好』」") == "他说『好』");
}

TEST_CASE("an open outer mark does not hide what is closed inside it") {
  CHECK(quotations("“open and ‘closed’ then") == "closed");
}

TEST_CASE("a quotation never leaves its paragraph, and spans count from the text's beginning") {
  const std::string text = "the “pivot\n\nand turn” so “now”";
  std::vector<topos::ByteSpan> spans;
  const auto cut = static_cast<std::uint32_t>(text.find("\n\n"));
  topos::find_quotations(text, {0, cut}, spans);
  topos::find_quotations(text, {cut + 2, static_cast<std::uint32_t>(text.size())}, spans);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].in(text) == "now");
}

TEST_CASE("marks without end take no time or memory without end") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "“ «";
  CHECK(quotations(text).empty());
  for (int i = 0; i < 50'000; ++i) text += "x” y»";
  (void)quotations(text);
}
