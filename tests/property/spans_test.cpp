// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"

namespace {

bool on_border(std::string_view text, std::uint32_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

/// Texts of characters that make trouble.
std::string random_text(std::mt19937& random) {
  static const char* const parts[] = {
      "pivot",  "Asia’s", "ASEAN",  " ",    " ",  " ", "\n",      "\n\n", "\r\n",           ". ",
      "? ",     ", ",     "-",      "–",    "—",  "“", "”",       "'s",   "2025's",         "\u00AD",
      "\u200B", "\u00A0", "\u2028", "東盟", "หัน", "ё", "е\u0308", "hóa",  "U.S.",           "_",
      "*",      "\u202F", "\uFEFF", "𝔸",    "a",  "b", "(",       ")",    "http://a.org/b", "@",
      "\u0301", "。",     "\x01"};
  std::string text;
  for (std::size_t left = random() % 60; left > 0; --left) text += parts[random() % std::size(parts)];
  return text;
}

void check(topos::test::Finder& finder, const topos::Document& document) {
  const topos::AnnotatedDocument found = finder.annotate(document);
  const std::string& text = found.document.text;
  const topos::Segmentation& cut = finder.annotator().segmentation();
  std::uint32_t last = 0;
  for (const topos::Sentence& sentence : cut.sentences) {
    const topos::ByteSpan region = found.document.regions[sentence.region].span;
    REQUIRE(region.contains(sentence.span));
    REQUIRE(sentence.span.begin >= last);
    last = sentence.span.begin;
    for (const auto& [tokens, range] :
         {std::pair{&cut.tokens, sentence.tokens}, std::pair{&cut.units(), sentence.units}}) {
      std::uint32_t before = sentence.span.begin;
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const topos::Token& token = (*tokens)[i];
        REQUIRE(token.begin < token.end);
        REQUIRE(token.begin >= before);
        REQUIRE(token.end <= sentence.span.end);
        REQUIRE(on_border(text, token.begin));
        REQUIRE(on_border(text, token.end));
        before = token.begin;
      }
    }
    last = sentence.span.end;
  }
  for (std::size_t i = 0; i < found.hits.size(); ++i) {
    const topos::Hit& hit = found.hits[i];
    REQUIRE(hit.span.begin < hit.span.end);
    REQUIRE(on_border(text, hit.span.begin));
    REQUIRE(on_border(text, hit.span.end));
    REQUIRE(found.document.regions[hit.paragraph - 1].span.contains(hit.span));
    REQUIRE(cut.sentences[hit.sentence - 1].span.contains(hit.span));
    if (i > 0) REQUIRE(found.hits[i - 1].span.begin <= hit.span.begin);
  }
}

}  // namespace

TEST_CASE("spans of the sample corpus lie in each other, in order, between characters") {
  topos::test::Finder finder(topos::built_in_codebook());
  for (const std::string& file : topos::test::sample_files()) {
    CAPTURE(file);
    check(finder, topos::test::document_of_file(file));
  }
}

TEST_CASE("so do those of texts without sense") {
  topos::test::Finder finder(topos::built_in_codebook());
  std::mt19937 random(3);
  for (int i = 0; i < 1'500; ++i) {
    static const char* const languages[] = {"en", "ru", "zh", "th", "vi", "id"};
    const std::string text = random_text(random);
    CAPTURE(text);
    topos::Document document;
    document.id = "x";
    document.language = languages[i % 6];
    document.text = text;
    topos::find_regions(document, {});
    check(finder, document);
  }
}
