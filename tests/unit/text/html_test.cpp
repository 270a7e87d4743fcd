// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include "scratch.hpp"
#include "topos/text/html/page_text.hpp"
#include "topos/text/html/tree.hpp"
#include "topos/text/markup_encoding.hpp"

using namespace topos;
using namespace topos::test;

namespace {

std::string all_of(std::string_view page) { return read_html_page(page, true).text; }

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

constexpr std::string_view sentence =
    "Ships come in at night, with the tide, and the pilots, who know the channel, bring them to the quay. ";

}  // namespace

TEST_CASE("blocks end lines and white space is one blank") {
  CHECK(all_of("<p>One\n  <b>word</b></p><div>two<br>lines</div><ul><li>a<li>b</ul>") ==
        "One word\n\ntwo\nlines\n\na\n\nb");
  CHECK(all_of("<p>end<p>begin<br><br>again") == "end\n\nbegin\n\nagain");
  CHECK(all_of("<pre>a  b\n c</pre>") == "a b\nc");
}

TEST_CASE("character references become characters and unknown ones stay") {
  CHECK(all_of("<p>caf&eacute; &#8217;&#x2019; &#150; R&D &unknown; &amp;lt; a&nbsp;b &lt;p&gt;") ==
        "café ’’ – R&D &unknown; &lt; a b <p>");
  CHECK(all_of("<p>&#0;&#xD800;&#x110000;&#99999999999;") == "&#0;\xEF\xBF\xBD\xEF\xBF\xBD&#99999999999;");
}

TEST_CASE("scripts, styles and what is hidden are no text") {
  CHECK(all_of("<head><title>T</title></head><script>a<b</script><style>p{}</style><p hidden>x<p style='Display: "
               "none'>y<p aria-hidden=true>z<p>seen") == "seen");
  CHECK(all_of("<!-- <p>no --><p>yes<!-->still<p>there") == "yesstill\n\nthere");
}

TEST_CASE("a page that is not well formed loses no text") {
  CHECK(all_of("a < b and 3<4 <p>x</i></div>y<p title=\"open>z") == "a < b and 3<4\n\nxy\n\nz");
  CHECK(all_of("<!-- never closed <p>text") == "text");
  CHECK(all_of("<plaintext>a<p>b") == "a\n\nb");
  CHECK(all_of("<textarea>never <p>closed") == "never\n\nclosed");
  CHECK(all_of(std::string_view("<p\0q>in\0side", 12)).find("side") != std::string::npos);
  CHECK(all_of("<table><tr><td>a<td>b<tr><td>c</table>d") == "a\n\nb\n\nc\n\nd");
}

TEST_CASE("text below any depth of tags is found") {
  CHECK(all_of(repeated("<div>", 200'000) + "needle") == "needle");
  CHECK(read_html_page(repeated("<div>", 200'000) + "needle", false).text == "needle");
  CHECK(all_of(repeated("<table>", 100'000) + "needle").find("needle") != std::string::npos);
}

TEST_CASE("hostile nesting takes linear time") {
  const auto begin = std::chrono::steady_clock::now();
  const std::string pages[] = {repeated("<b>", 100'000) + "x" + repeated("</i>", 100'000),
                               "<table><td>" + repeated("<span>", 50'000) + repeated("</div>", 100'000),
                               repeated("<p><div>", 100'000) + "x",
                               repeated("<!--", 200'000),
                               repeated("<a href='", 100'000),
                               repeated("<script>", 100'000),
                               repeated("<li><a href=#>x</a>", 100'000),
                               repeated("<sup><a href=#x>1</a></sup>", 50'000),
                               repeated("<p itemprop=author>", 50'000) + "x",
                               repeated("<table><tr><td>", 50'000) + "x",
                               repeated("&", 1'000'000)};
  for (const std::string& page : pages) CHECK(read_html_page(page, false).text.size() <= page.size());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("the main text is told from what stands around it") {
  const std::string page = "<body><div class=menu><a href=/>Home</a></div><div class=post><p>" + repeated(sentence, 3) +
                           "<p>" + repeated(sentence, 3) +
                           "</div><div class=sidebar><p>Subscribe to our letter, it is free.</div>";
  const StructuredText text = read_html_page(page, false);
  REQUIRE(text.blocks.size() == 4);
  CHECK(text.blocks[0].name == RegionName::boilerplate);
  CHECK(text.blocks[0].rule == "named like furniture");
  CHECK_FALSE(text.blocks[1].named);
  CHECK_FALSE(text.blocks[2].named);
  CHECK(text.blocks[3].name == RegionName::boilerplate);
  for (const Block& block : read_html_page(page, true).blocks) CHECK_FALSE(block.named);
}

TEST_CASE("a page says who wrote it, when and in which language") {
  const StructuredText text = read_html_page(
      "<html lang=de><head><title>Titel &ndash; Blatt</title><meta name=author content='A. B.'><meta "
      "property='article:published_time' "
      "content='2020-02-03T10:00'>"
      "<meta property=og:site_name content=Blatt></head><body><p>Text",
      false);
  CHECK(text.language == "de");
  CHECK(*text.metadata.find("title") == "Titel");
  CHECK(*text.metadata.find("author") == "A. B.");
  CHECK(*text.metadata.find("date") == "2020-02-03");
  CHECK(*text.metadata.find("site") == "Blatt");
  CHECK(read_html_page(
            "<script "
            "type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"H\",\"datePublished\":\"soon\"}</script>",
            false)
            .metadata.all()
            .size() == 1);
  CHECK(read_html_page("<script type='application/ld+json'>{\"@type\":[[[}</script>", false).metadata.all().empty());
}

TEST_CASE("a name in a line takes what leads up to it along, and no sentence") {
  const auto kept = [](const std::string& line) {
    const StructuredText text =
        read_html_page("<body><div class=post>" + line + "<p>" + repeated(sentence, 8) + "</div>", false);
    std::string shown;
    for (const Block& block : text.blocks)
      if (const std::string_view said = block.span.in(text.text); said.size() < 100)
        shown += (block.name == RegionName::byline ? "[" : "(") + std::string(said) + ")";
    return shown;
  };
  CHECK(kept("<p>By <a rel=author href=/j>Jo Doe</a></p>") == "[By Jo Doe)");
  CHECK(kept("<p>Автор: <b><a rel=author>J</a></b> | 5 min</p>") == "[Автор: J | 5 min)");
  CHECK(kept("Von <span class=byline>J</span><br>Ein Satz steht hier") == "[Von J)(Ein Satz steht hier)");
  CHECK(kept("<p>Before</p>By <a rel=author>J</a><p>After</p>") == "(Before)[By J)(After)");
  CHECK(kept("<p>We agree. <a rel=author>J</a></p>") == "(We agree.)[J)");
  CHECK(kept("<p>There is much more to say by <a rel=author>J</a></p>") == "(There is much more to say by)[J)");
  CHECK(kept("<div class=byline>J</div>By the way") == "[J)(By the way)");
}

TEST_CASE("a page in the encoding that it declares is read in it, unless it is UTF-8 after all") {
  const InputOptions options;
  CHECK(decode_markup("<meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0", options, "x", {}) ==
        "<meta charset=windows-1251><p>Привет, мир");
  CHECK(decode_markup("<meta charset=iso-8859-1>Grüße", options, "x", {}) == "<meta charset=iso-8859-1>Grüße");
  CHECK(declared_encoding("<?xml version='1.0' encoding='Shift_JIS'?>") == "windows-31j");
  CHECK(declared_encoding("<meta http-equiv=Content-Type content='text/html; charset=nonsense'>").empty());
}

TEST_CASE("a page gives its regions in their order and says what was cut and why") {
  const Run found =
      run({std::string(TOPOS_SOURCE_DIR) + "/tests/cli/read/a_web_page_is_read_without_its_furniture/harbour.html"});
  REQUIRE(found.documents.size() == 1);
  const Document& page = found.documents[0];
  std::string shown;
  for (const Region& region : page.regions)
    shown += std::string(to_string(region.name)) + "|" + std::string(region.cue) + "|" +
             std::string(region.span.in(page.text).substr(0, 12)) + "\n";
  CHECK(shown ==
        "boilerplate|named like furniture|Home\nPorts\nA\ntitle|marked heading|Who runs the\nbyline|named as byline|By "
        "Ada Quill\nbody||A harbour is\nbody||The pilots a\n"
        "caption|caption element|The quay in \nheading|marked heading|What they wa\nbody||We want the \nbody||The "
        "light, b\nbody||The channel,\n"
        "caption|caption element|Ships a year\ncaption|table|Year | Ships\ncaption|table|2017 | "
        "212\ncaption|table|2018 | 240\nboilerplate|links or fields|Share Tweet\n"
        "body||Whether they\nfootnote|marked as note|The books go\nboilerplate|named like furniture|More from "
        "us\nboilerplate|outside main text|© The Tide \n");
  CHECK(page.text.find("nobody asks for them.[1]") != std::string::npos);
  CHECK(page.language == "en-GB");
  CHECK(found.field(0, "title") == "Who runs the harbour?");
  CHECK(found.field(0, "author") == "Ada Quill; Bo Ness");
  CHECK(found.field(0, "date") == "2019-11-18");
  CHECK(found.field(0, "site") == "The Tide Table");
  CHECK(found.field(0, "url") == "https://tide.example/harbour?a=1&b=2");
}
