// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "region_kit.hpp"

using namespace topos;
using namespace topos::test;

TEST_CASE("an article has a title, a by-line, an abstract, keywords, sections and references") {
  const Document document = regions_of(
      "Harbours of the north\n\nAnna Petrova\n\nInstitute of Ports, anna@example.org\n\nAbstract: " + sentence(40) +
      "\n\nKeywords: ports, trade\n\n1. Introduction\n\n" + sentence(40) + "\n\n2.1 Trade and ports\n\n" +
      sentence(40) + "\n\nConclusion\n\n" + sentence(40) +
      "\n\nReferences\n\n[1] Ivanov (2019). Ports.\n\n[2] Tran (2020). Trade.\n");
  CHECK(names(document) == Strings{"title", "byline", "byline", "abstract", "keywords", "heading", "body", "heading",
                                   "body", "heading", "body", "heading", "references", "references"});
  CHECK(document.sections == Strings{"", "1", "2.1", "Conclusion", "References"});
  CHECK(document.regions[8].section == 2);
}

TEST_CASE("repair joins a paragraph that a page end has cut") {
  const std::string cut = sentence(30, "");
  CHECK(texts(regions_of(cut + "\n\nNorth and ends.\n\nNext one.")) ==
        Strings{cut + "\n\nNorth and ends.", "Next one."});
  CHECK(regions_of(sentence(30) + "\n\nNorth.").regions.size() == 2);
  CHECK(regions_of(sentence(19, "") + "\n\nNorth and ends.").regions.size() == 2);
  CHECK(regions_of(sentence(30, "-") + "\n\nNorth and ends.").regions.size() == 1);
  CHECK(regions_of(sentence(30, "。") + "\n\nNorth and ends.").regions.size() == 2);
}

TEST_CASE("repair joins across a page number, and keeps it out where the sentence has ended") {
  CHECK(regions_of(sentence(30, "") + "\n\n12\n\nnorth and ends.").regions.size() == 1);
  CHECK(names(regions_of(sentence(30) + "\n\n12\n\n" + sentence(30))) == Strings{"body", "boilerplate", "body"});
}

TEST_CASE("repair joins nothing to a heading, a list item, or in a script without sentence marks") {
  CHECK(names(regions_of("# A\n\n" + sentence(30, "") + "\n\n## B\n\n" + sentence(30))) ==
        Strings{"title", "body", "heading", "body"});
  CHECK(regions_of("# A\n\n- " + sentence(30, "") + "\n- " + sentence(30) + "\n\n## B\n").regions.size() == 4);
  std::string thai;
  for (int i = 0; i < 60; ++i) thai += "ก";
  CHECK(regions_of(thai + "\n\n" + thai, {}, "th").regions.size() == 2);
}

TEST_CASE("one short line alone is text, not a title") {
  CHECK(names(regions_of("Russia pivots to Asia")) == Strings{"body"});
  CHECK(names(regions_of("the eastward turn\n")) == Strings{"body"});
}

TEST_CASE("short sentences and salutations of a speech stay body") {
  const Document document = regions_of("Mr. President,\n\n" + sentence(30) + "\n\nThat is all.\n\n" + sentence(30) +
                                       "\n\nWhat is to be done?\n\n" + sentence(30) + "\n\nMr. President\n\n" +
                                       sentence(30) + "\n\nThank you");
  for (const Region& region : document.regions) CHECK(region.name == RegionName::body);
}

TEST_CASE("furniture of a web page is boilerplate, wherever it stands") {
  const Document document =
      regions_of("Subscribe\n\nPorts of the north open\n\n" + sentence(30) + "\n\nAdvertisement\n\n" + sentence(30) +
                 "\n\nShare this\n\nAll rights reserved. Example Press 2020");
  CHECK(names(document) ==
        Strings{"boilerplate", "title", "body", "boilerplate", "body", "boilerplate", "boilerplate"});
}

TEST_CASE("a note on the first publication begins the end matter: a note on the author, teasers") {
  const Document document = regions_of("Ports of the north open\n\n" + sentence(30) + "\n\n" + sentence(30) +
                                       "\n\nThis article was first published in a journal.\n\nAbout the author\n\nAnna "
                                       "Petrova is a lecturer at the Institute of "
                                       "Ports.\n\nHow ships are built today\n\nWhy ports matter for everyone?\n");
  CHECK(names(document) ==
        Strings{"title", "body", "body", "pubnote", "boilerplate", "bio", "boilerplate", "boilerplate"});
}

TEST_CASE("short paragraphs before the end matter stay body") {
  const Document document = regions_of("Ports of the north open\n\n" + sentence(30) +
                                       "\n\nThe ships will come.\n\nThey always do.\n\n"
                                       "This article was first published in a journal.\n\nSubscribe\n");
  CHECK(region_with(document, "will come") == "body");
  CHECK(region_with(document, "always do") == "body");
}

TEST_CASE("captions are told by a credit or by a figure's number") {
  const Document document =
      regions_of("Ports of the north open\n\nShips in the harbour\nShips wait for the ice to go. (Photo: Example)\n\n" +
                 sentence(30) + "\n\nFigure 2. Trade by port\n\n" + sentence(30) +
                 "\n\nFigure 2 shows that trade grows.\n\nHe spoke to the press (and left).\n\n" + sentence(30));
  CHECK(region_with(document, "Ships wait") == "caption");
  CHECK(region_with(document, "Trade by port") == "caption");
  CHECK(region_with(document, "shows that") == "body");
  CHECK(region_with(document, "spoke to the press") == "body");
}

TEST_CASE("a short paragraph that a caption or by-line parts from the text is the lede") {
  const std::string lede = "The ports of the north will open soon, but the ships are late.";
  CHECK(region_with(regions_of("Ports of the north\n\n" + lede + "\n\nBy Anna Petrova\n\n" + sentence(30)), "soon") ==
        "lede");
  CHECK(region_with(regions_of("Ports of the north\n\n" + lede + "\n\n" + sentence(30)), "soon") == "body");
}

TEST_CASE("date lines and by-lines under the title are the by-line") {
  const Document document = regions_of("Ports of the north\n\nSaturday, 1 June 2019\n\nBy Anna Petrova\n\n" +
                                       sentence(40) + "\n\n" + "In 2019 the ports opened.\n");
  CHECK(names(document) == Strings{"title", "byline", "byline", "body", "body"});
}

TEST_CASE("lines that a page repeats are boilerplate, but refrains are not") {
  const std::string head = "Journal of Northern Ports";
  const Document document =
      regions_of("Ports\n\n" + sentence(30) + "\n\n" + head + "\n\n" + sentence(30) + "\n\n" + head + "\n\n" +
                 sentence(30) + "\n\n" + head + "\n\n" + sentence(30) + "\n\nWe shall go.\n\n" + sentence(30) +
                 "\n\nWe shall go.\n\n" + sentence(30) + "\n\nWe shall go.\n");
  CHECK(region_with(document, head) == "boilerplate");
  CHECK(region_with(document, "We shall go.") == "body");
}

TEST_CASE("a header block is no region") {
  const std::string header = "---\ntitle: x\n---\n";
  const Document document =
      regions_of(header + "Some words.\n", {.text_begin = static_cast<std::uint32_t>(header.size())});
  CHECK(texts(document) == Strings{"Some words."});
}

TEST_CASE("regions are in order, do not overlap, and hold every character that is not blank") {
  const std::string text = "\ufeffTitle\r\n\r\n* * *\r\n\r\n" + sentence(30, "") + "\n\n7\n\n" + sentence(5) +
                           "\f\n---\n" + std::string("\0x", 2) + "\n\n\u3000[1] a\n[2] b";
  for (const Layout layout : {Layout::automatic, Layout::article, Layout::oped, Layout::statement})
    for (const Paragraphs paragraphs : {Paragraphs::automatic, Paragraphs::blank, Paragraphs::line, Paragraphs::indent})
      for (const bool markdown : {false, true}) {
        Document document = regions_of(text, {.layout = layout, .paragraphs = paragraphs, .markdown = markdown});
        std::string rest = text;
        std::uint32_t end = 0;
        for (const Region& region : document.regions) {
          CHECK(region.span.begin >= end);
          CHECK(region.span.end > region.span.begin);
          end = region.span.end;
          std::fill(rest.begin() + region.span.begin, rest.begin() + region.span.end, ' ');
        }
        CHECK(rest.find_first_not_of(" \r\n\f\t\xef\xbb\xbf\xe3\x80") == std::string::npos);
      }
}

TEST_CASE("a web page saved as one line is cut at its date with a time and at the furniture at its end") {
  const std::string text =
      "News Ports of the north open The minister spoke in the new harbour. 4 March 2025 16:25 Halvik, Harbour " +
      sentence(40) + " " + sentence(20) + " Ports Ships Share this page Read more Terms of use";
  Document document;
  document.text = text;
  document.language = "en";
  document.metadata.set("title", "Ports of the north open");
  find_regions(document, {});
  CHECK(names(document) == Strings{"boilerplate", "title", "lede", "byline", "body", "boilerplate"});
  CHECK(texts(document)[3] == "4 March 2025 16:25 Halvik, Harbour");
  CHECK(texts(document)[5] == "Ports Ships Share this page Read more Terms of use");
  CHECK(names(regions_of(text)) == Strings{"lede", "byline", "body", "boilerplate"});
  CHECK(names(regions_of("On 4 March 2025 at 16:25 " + sentence(80))) == Strings{"body"});
  CHECK(names(regions_of(sentence(80) + " We share this page of history. Read more books.")) == Strings{"body"});
}

TEST_CASE("the title of the metadata finds the title among the lines above the text") {
  Document document;
  document.text = "Harbour Institute of the Northern Ports\n\nShips late\n\n" + sentence(40) + "\n";
  document.language = "en";
  document.metadata.set("title", "Ships late");
  find_regions(document, {});
  CHECK(region_with(document, "Ships late") == "title");
}

TEST_CASE("paragraph numbers of a record are no headings") {
  std::string text;
  for (int i = 30; i < 36; ++i) text.append(std::to_string(i)).append(". ").append(sentence(30)).append("\n\n");
  const Document document = regions_of(text + "36. The ports of the north which\n\n" + sentence(30));
  for (const Region& region : document.regions) CHECK(region.name == RegionName::body);
}

TEST_CASE("addresses and notes on the author at the very end are no body") {
  const std::string end =
      "Department of Ports, Harbour Street 1, Halvik. Media enquiries are answered on working days.";
  CHECK(names(regions_of("Ports open\n\n" + sentence(40) + "\n\nThe ships will come.\n\n" + end)) ==
        Strings{"title", "body", "body", "boilerplate"});
  CHECK(names(regions_of("Ports open\n\n" + sentence(40) +
                         "\n\nAnna Petrova leads the programme on ports at the institute.")) ==
        Strings{"title", "body", "bio"});
  CHECK(names(regions_of(end + "\n\n" + sentence(40) + "\n\n" + sentence(40) + "\n\n" + sentence(40) + "\n\n" +
                         sentence(40)))[0] == "body");
}

TEST_CASE("a label or numbered heading on top of its paragraph is a block of its own") {
  const Document document =
      regions_of("Ports of the north\n\nAbstract\n" + sentence(30) + "\n\nKeywords: ports\n\n1 Introduction\n" +
                 sentence(30) + "\n\nReferences\nIvanov (2018). Ice.\n");
  CHECK(names(document) ==
        Strings{"title", "heading", "abstract", "keywords", "heading", "body", "heading", "references"});
}

TEST_CASE("a credit may also be the last words of a caption") {
  CHECK(region_with(regions_of("Ports\n\nA tanker in the ice. Photo: Example\n\n" + sentence(40)), "tanker") ==
        "caption");
  CHECK(region_with(regions_of("Ports\n\n" + sentence(40) + "\n\nShe said this. Photographs were not allowed."),
                    "She") == "body");
}

TEST_CASE("a last paragraph that begins with a name of the by-line is the note on the author") {
  const std::string text =
      "Why ports matter here\n\nBy Anna Petrova\n\n" + sentence(40) + "\n\nLet the ships come.\n\n";
  CHECK(region_with(regions_of(text + "Anna Petrova is a harbour master in Halvik."), "master") == "bio");
  CHECK(region_with(regions_of(text + "Boris Ivanov is a friend of the north."), "friend") == "body");
  CHECK(region_with(regions_of(text + "Boris Ivanov is a friend of the north."), "Let the") == "body");
}

TEST_CASE("whatever the pieces of a page, no character is lost and no regions overlap") {
  constexpr std::array pieces = {"\n",
                                 "\n\n",
                                 "\r\n",
                                 "\f",
                                 "# ",
                                 "## 2.1 ",
                                 "**",
                                 "- ",
                                 "[1] ",
                                 "[^1]: ",
                                 "```\n",
                                 "<!--",
                                 "-->",
                                 "|a|\n",
                                 "---\n",
                                 "Abstract: ",
                                 "Keywords: a",
                                 "References",
                                 "Notes",
                                 "By Anna Petrova",
                                 "12 March 2020",
                                 "Share this Read more ",
                                 "Subscribe",
                                 "This article was originally published",
                                 "Written by",
                                 "(Photo: x)",
                                 "Figure 2. ",
                                 "a b c a b c",
                                 "the ports of the north are open to all ships",
                                 "。",
                                 "ไทย",
                                 "\u00a0",
                                 " ",
                                 ". ",
                                 "? ",
                                 "Page 3 of 4",
                                 "19",
                                 "x@y.org",
                                 "Mr. President,"};
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto left = random() % 40; left > 0; --left) text += pieces[random() % pieces.size()];
    const RegionOptions options{static_cast<Layout>(random() % 4), static_cast<Paragraphs>(random() % 4),
                                random() % 2 == 0};
    const Document document = regions_of(text, options);
    std::string rest = text;
    std::uint32_t end = 0;
    for (const Region& region : document.regions) {
      REQUIRE(region.span.begin >= end);
      REQUIRE(region.span.end > region.span.begin);
      REQUIRE(region.section < document.sections.size());
      end = region.span.end;
      std::fill(rest.begin() + region.span.begin, rest.begin() + region.span.end, ' ');
    }
    REQUIRE(rest.find_first_not_of(" \r\n\f\xc2\xa0") == std::string::npos);
  }
}
