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

namespace {

/// Quotations of paragraphs parted by blank lines, each with the number of the one that it goes on with.
std::string document_quotations(const std::string& text) {
  topos::Document document;
  document.text = text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    topos::Region region;
    region.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    document.regions.push_back(region);
    begin = end + 2;
  }
  topos::DocumentQuotations found;
  topos::find_quotations(document, found);
  std::string out;
  for (std::size_t i = 0; i < found.spans.size(); ++i)
    out += std::to_string(found.begins_with[i]) + ":" + std::string(found.spans[i].in(text)) + "|";
  return out;
}

}  // namespace

TEST_CASE("a quotation goes on where the next paragraph begins with its mark, and ends where one closes it") {
  CHECK(document_quotations("He said: “One.\n\n“Two.\n\n“Three,” and “four”.") == "0:One.|0:Two.|0:Three,|3:four|");
  CHECK(document_quotations("A “word” of \"one.\n\n\"two\" and on") == "0:word|1:one.|1:two|");
  CHECK(document_quotations("«Un.\n\n«Deux»") == "0:Un.|0:Deux|");
  CHECK(document_quotations("He “said “it” so\n\n“Two”") == "0:said “it” so|0:Two|");
}

TEST_CASE("a mark that nothing closes in time opens nothing") {
  CHECK(document_quotations("“One.\n\n“Two.\n\nThree”") == "");
  CHECK(document_quotations("“One.\n\nTwo”\n\n“three”") == "0:three|");
  CHECK(document_quotations("“One.\n\n«Two»") == "0:Two|");
  CHECK(document_quotations("“One.\n\nTwo.\n\n“three”") == "0:three|");
  CHECK(document_quotations("One.\n\n“Two.\n\n“three”\n\nFour.") == "0:Two.|0:three|");
  CHECK(document_quotations("The ‘90s\n\n‘so’") == "0:so|");
  CHECK(document_quotations("“One.\n\n“Two” “open\n\n“closed”") == "0:One.|0:Two|2:open|2:closed|");
}

TEST_CASE("paragraphs that begin with marks without end take no time without end") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "“ one\n\n";
  CHECK(document_quotations(text).empty());
  CHECK(document_quotations(text + "“two”").size() > 20'000);
}
