// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/annotator.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

using topos::test::code;
using topos::test::document_of;
using topos::test::Finder;

TEST_CASE("a hit knows its place") {
  Finder finder(code("x", "patterns.en = ['pivot']"));
  topos::Document document = document_of("A title\n\nOne. A pivot here.\nTwo\r\nlines. A pivot.\n\nPivot.");
  document.regions[0].name = topos::RegionName::title;
  const topos::AnnotatedDocument found = finder.annotate(document);
  REQUIRE(found.hits.size() == 3);
  CHECK(found.hits[0].line == 3);
  CHECK(found.hits[0].sentence == 3);
  CHECK(found.hits[0].analysis_sentence == 2);
  CHECK(found.hits[0].paragraph == 2);
  CHECK(found.hits[1].line == 5);
  CHECK(found.hits[1].sentence == 5);
  CHECK(found.hits[2].line == 7);
  CHECK(found.hits[2].paragraph == 3);
  CHECK(found.hits[2].analysis_sentence == 5);
  CHECK(found.hits[0].codebook() == "demo");
  CHECK(found.analysis == std::vector<bool>{false, true, true});
  CHECK(found.sizes[1].words == 8);
}

TEST_CASE("lines end with LF, CR LF or a lone CR") {
  Finder finder(code("x", "patterns.en = ['pivot']"));
  for (const char* line_end : {"\n", "\r\n", "\r"}) {
    const auto found = finder.annotate(std::string("one") + line_end + "two" + line_end + "pivot");
    REQUIRE(found.hits.size() == 1);
    CHECK(found.hits[0].line == 3);
  }
}

TEST_CASE("quoted is whether the span lies inside a quotation of its paragraph") {
  Finder finder(code("x", "patterns.en = ['eastward turn', 'pivot']"));
  const auto flags = [&](std::string_view text) {
    std::string all;
    for (const topos::Hit& hit : finder.annotate(text).hits) all += hit.quoted == topos::Flag::yes ? '1' : '0';
    return all;
  };
  CHECK(flags("the “eastward turn” and the pivot") == "10");
  CHECK(flags("the “eastward” turn and “the pivot”") == "01");
  CHECK(flags("an “eastward turn\n\nand the pivot” of it") == "00");
  CHECK(flags("the \"so-called pivot\"") == "1");
}

TEST_CASE("hits of a codebook replace those that came with the document, others stay") {
  const topos::Codebook one =
      topos::parse_codebook(std::string(topos::test::book_head) + code("x", "patterns.en = ['pivot']"), "one.toml");
  topos::BookShelf shelf({&one}, {});
  topos::Annotator annotator(shelf, topos::default_analysis());
  topos::AnnotatedDocument annotated;
  annotated.document = document_of("the pivot");
  topos::Hit old;
  old.kind = &shelf.names().kind("demo", "gone", {});
  old.span = {0, 3};
  old.paragraph = 1;
  annotated.hits.push_back(old);
  old.kind = &shelf.names().kind("other", "kept", {});
  annotated.hits.push_back(old);
  annotator.annotate(annotated);
  REQUIRE(annotated.hits.size() == 2);
  CHECK(annotated.hits[0].code() == "kept");
  CHECK(annotated.hits[1].code() == "x");
}

TEST_CASE("segmenting tells sizes and finds no hits") {
  const topos::Codebook one =
      topos::parse_codebook(std::string(topos::test::book_head) + code("x", "patterns.en = ['pivot']"), "one.toml");
  topos::BookShelf shelf({&one}, {});
  topos::Annotator annotator(shelf, topos::default_analysis());
  topos::AnnotatedDocument annotated;
  annotated.document = document_of("the pivot");
  annotator.segment(annotated, topos::Detail::sentences);
  CHECK(annotated.hits.empty());
  CHECK(annotated.sizes[0].words == 2);
}

TEST_CASE("many languages, known or not, one after the other") {
  Finder finder(code("x", "patterns.en = ['pivot']"));
  for (int i = 0; i < 100; ++i) {
    const std::string tag = std::string(1, static_cast<char>('a' + i % 26)) + static_cast<char>('a' + i / 26);
    (void)finder.annotate("the pivot", tag);
  }
  CHECK(finder.lines("the pivot", "en") == "x: pivot");
}

TEST_CASE("a document of the same text gives the same hits, whatever came before it") {
  Finder finder(code("x", "patterns.en = ['pivot', { match = 'turn', near = ['@x:document'] }]"));
  const std::string first = finder.lines("turn and pivot");
  (void)finder.lines("turn");
  (void)finder.lines("");
  CHECK(finder.lines("turn").empty());
  CHECK(finder.lines("turn and pivot") == first);
}
