// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/segmenter.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"
#include "topos/text/given_tokens.hpp"

namespace {

using topos::TokenKind;
using topos::test::document_of;

/// The tokens of a document: words as they are, clitics in braces, punctuation in brackets, with a * if it may be
/// stepped over.
std::string tokens(const topos::Document& document, std::string_view language = "en") {
  topos::Segmenter segmenter(language);
  topos::Segmentation out;
  segmenter.segment(document, topos::default_analysis(), out);
  std::string all;
  for (const topos::Token& token : out.tokens) {
    if (!all.empty()) all += ' ';
    const std::string bytes = document.text.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case TokenKind::word:
        all += bytes;
        break;
      case TokenKind::clitic:
        all += '{' + bytes + '}';
        break;
      case TokenKind::punctuation:
        all += '[' + bytes + (token.passable ? "*]" : "]");
        break;
    }
  }
  return all;
}

std::string tokens(std::string_view text, std::string_view language = "en") {
  return tokens(document_of(text, language), language);
}

/// A document whose tokens stand between blanks.
topos::Document given(std::string_view text, std::string_view language = "en") {
  topos::Document document = document_of(text, language);
  document.given = std::make_shared<const topos::GivenTokens>(topos::tokens_between_blanks(text, document.regions));
  return document;
}

std::uint32_t words(std::string_view text, std::string_view language = "en") {
  const topos::Document document = document_of(text, language);
  topos::Segmenter segmenter(language);
  topos::Segmentation out;
  segmenter.segment(document, topos::default_analysis(), out);
  std::uint32_t all = 0;
  for (const topos::RegionSize& size : out.sizes) all += size.words;
  return all;
}

}  // namespace

TEST_CASE("tokens and sentences that a document brings are not cut again") {
  CHECK(tokens(given("well-known ships 's U.S. - \" b.c")) == "well-known ships {'s} U.S. [-] [\"*] b.c");
  const topos::Document document = given("One two . Three\nfour n't\n\n« 5");
  topos::Segmenter segmenter("en");
  topos::Segmentation out;
  segmenter.segment(document, topos::default_analysis(), out);
  REQUIRE(out.sentences.size() == 3);
  CHECK(out.sentences[0].words == 3);
  CHECK(out.sentences[0].span.in(document.text) == "One two . Three");
  CHECK(out.sentences[1].span.in(document.text) == "four n't");
  CHECK(out.sentences[2].analysis == 3);
  CHECK(out.sizes.at(1).characters == 2);
  segmenter.segment(document, topos::default_analysis(), out, topos::Detail::sentences);
  CHECK(out.tokens.empty());
  CHECK(out.sizes.at(0).words == 5);
}

TEST_CASE("characters are matched in Chinese whatever its tokens are") {
  const topos::Document document = given("中国 的 ABC", "zh");
  CHECK(tokens(document, "zh") == "中国 的 ABC");
  CHECK(topos::test::Finder(topos::test::code("x", "patterns.zh = ['国的']")).lines(document) == "x: 国 的");
}

TEST_CASE("words are what the Unicode rules call so, white space is dropped, the rest is punctuation") {
  CHECK(tokens("Trade, however, grew.") == "Trade [,] however [,] grew [.]");
  CHECK(tokens("20,000 U.S troops") == "20,000 U.S troops");
  CHECK(tokens("[9, 10]") == "[[] 9 [,] 10 []]");
  CHECK(tokens("4,5,6") == "4,5,6");
  CHECK(tokens("Bay[7]") == "Bay [[] 7 []]");
  CHECK(tokens("russiancouncil.ru") == "russiancouncil.ru");
  CHECK(tokens("A/RES/75") == "A [/] RES [/] 75");
  CHECK(tokens("").empty());
  CHECK(tokens(" \t ").empty());
}

TEST_CASE("a final 's is a clitic in English, with either apostrophe, and is no word") {
  CHECK(tokens("Russia's turn") == "Russia {'s} turn");
  CHECK(tokens("Russia’s turn") == "Russia {’s} turn");
  CHECK(tokens("RUSSIA'S turn") == "RUSSIA {'S} turn");
  CHECK(tokens("states' rights") == "states ['*] rights");
  CHECK(tokens("it don't") == "it don't");
  CHECK(words("Russia's turn") == 2);
  CHECK(tokens("l'État's", "fr") == "l'État's");
  CHECK(tokens("Asia's", "id") == "Asia's");
}

TEST_CASE("an orphan s behind a digit and an apostrophe is a clitic") {
  CHECK(tokens("2025's plan") == "2025 {'s} plan");
  CHECK(tokens("2025’s plan") == "2025 {’s} plan");
  CHECK(tokens("' s plan") == "['*] s plan");
  CHECK(words("2025's plan") == 2);
}

TEST_CASE("hyphens part words and may be stepped over unless white space stands on both sides") {
  CHECK(tokens("win-win") == "win [-*] win");
  CHECK(tokens("win\u2010win") == "win [\u2010*] win");
  CHECK(tokens("win\u2011win") == "win [\u2011*] win");
  CHECK(tokens("pre- and") == "pre [-*] and");
  CHECK(tokens("win - win") == "win [-] win");
  CHECK(tokens("win\u00A0-\u00A0win") == "win [-] win");
  CHECK(tokens("win \u2010 win") == "win [\u2010] win");
}

TEST_CASE("an en dash may be stepped over without white space on either side, an em dash never") {
  CHECK(tokens("win–win") == "win [–*] win");
  CHECK(tokens("win – win") == "win [–] win");
  CHECK(tokens("win –win") == "win [–] win");
  CHECK(tokens("win– win") == "win [–] win");
  CHECK(tokens("act—leveraging") == "act [—] leveraging");
}

TEST_CASE("quotation marks and emphasis may be stepped over, other marks not") {
  for (const char* mark :
       {"\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "'", "‘", "’", "‚", "‛", "「", "」", "『", "』", "*"}) {
    CAPTURE(mark);
    CHECK(tokens(std::string("a ") + mark + " b") == std::string("a [") + mark + "*] b");
  }
  for (const char* mark : {",", ";", ":", "(", ")", "/", "…", "—", "[", "|", "%", "=", "#"}) {
    CAPTURE(mark);
    CHECK(tokens(std::string("a ") + mark + " b") == std::string("a [") + mark + "] b");
  }
  CHECK(tokens("a _ b") == "a [_*] b");
}

TEST_CASE("underscores around words are emphasis, inside words they are letters") {
  CHECK(tokens("_Belt and Road_ plan") == "[_*] Belt and Road [_*] plan");
  CHECK(tokens("__Asia's__") == "[_*] [_*] Asia's [_*] [_*]");
  CHECK(tokens("snake_case") == "snake_case");
  CHECK(words("_Belt and Road_ plan") == 4);
}

TEST_CASE("NBSP and other spaces are white space") {
  CHECK(tokens("foreign\u00A0policy") == "foreign policy");
  CHECK(tokens("foreign\u2009policy") == "foreign policy");
  CHECK(tokens("foreign\u202Fpolicy") == "foreign policy");
  CHECK(tokens("foreign\u3000policy") == "foreign policy");
}

TEST_CASE("line breaks of every kind inside a paragraph are spaces") {
  for (const char* line_break : {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"}) {
    CAPTURE(line_break);
    CHECK(tokens(std::string("foreign") + line_break + "policy") == "foreign policy");
    CHECK(words(std::string("foreign") + line_break + "policy") == 2);
  }
}

TEST_CASE("a word with hidden characters is one word whose bytes hold them") {
  CHECK(tokens("co\u00ADoperation") == "co\u00ADoperation");
  CHECK(tokens("co\u200Boperation") == "co\u200Boperation");
  CHECK(tokens("co\u2060oper\uFEFFation now") == "co\u2060oper\uFEFFation now");
  CHECK(tokens("\uFEFFAsia") == "Asia");
  CHECK(tokens("Russia\u00AD's") == "Russia {'s}");
}

TEST_CASE("decomposed Vietnamese makes the words that composed Vietnamese makes") {
  CHECK(words("hợp tác đa phương", "vi") == 4);
  CHECK(words("hơ\u0323p tác đa phương", "vi") == 4);
  CHECK(words("ho\u031B\u0323p ta\u0301c đa phương", "vi") == 4);
}

TEST_CASE("words of a pattern are cut by the same rules") {
  topos::Segmenter segmenter("en");
  CHECK(segmenter.words("win-win") == std::vector<std::string>{"win", "-", "win"});
  CHECK(segmenter.words("driver's seat") == std::vector<std::string>{"driver", "'s", "seat"});
  CHECK(segmenter.words("").empty());
}

TEST_CASE("characters are counted without white space and hidden ones") {
  const topos::Document document = document_of("a b\u00ADc\u00A0日本\n𝔸");
  topos::Segmenter segmenter("en");
  topos::Segmentation out;
  segmenter.segment(document, topos::default_analysis(), out);
  REQUIRE(out.sizes.size() == 1);
  CHECK(out.sizes[0].characters == 6);
}

TEST_CASE("a segmentation is filled anew for each document, whatever it held") {
  topos::Segmenter segmenter("en");
  topos::Segmentation out;
  segmenter.segment(document_of("One two three. Four."), topos::default_analysis(), out);
  segmenter.segment(document_of("Five."), topos::default_analysis(), out);
  CHECK(out.sentences.size() == 1);
  CHECK(out.tokens.size() == 2);
  CHECK(out.sizes.size() == 1);
  segmenter.segment(document_of(""), topos::default_analysis(), out);
  CHECK(out.sentences.empty());
  CHECK(out.tokens.empty());
}

TEST_CASE("the tokenizer names what decides where words end") {
  CHECK(topos::tokenizer_id().starts_with("icu "));
  CHECK(topos::tokenizer_id().find(", unicode ") != std::string::npos);
  CHECK(topos::tokenizer_id().find(", rules ") != std::string::npos);
}
