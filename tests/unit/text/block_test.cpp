// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "region_kit.hpp"
#include "topos/text/block_features.hpp"

using namespace topos;
using namespace topos::test;

namespace {

Strings blocks_of(std::string_view text, Paragraphs paragraphs = Paragraphs::automatic, bool markdown = false) {
  Strings out;
  for (const Block& block : gather_blocks(text, 0, paragraphs, markdown)) out.emplace_back(block.span.in(text));
  return out;
}

}  // namespace

TEST_CASE("lines end at LF, CR LF, CR, form feed and the two Unicode separators") {
  CHECK(blocks_of("a\n\nb\r\n\r\nc\r\rd\u2028\u2028e\u2029\u2029f\fg") == Strings{"a", "b", "c", "d", "e", "f", "g"});
}

TEST_CASE("lines of spaces of any kind are blank") {
  CHECK(blocks_of("a\n \t\nb\n\u00a0\u00a0\nc\n\u3000\nd\n\ufeff\u200b\ne") == Strings{"a", "b", "c", "d", "e"});
}

TEST_CASE("a block begins and ends at non-blank characters") {
  CHECK(blocks_of("\ufeff\n\n  one\n  two\u00a0 \n\n") == Strings{"one\n  two"});
  CHECK(blocks_of("").empty());
  CHECK(blocks_of(" \n\t\n").empty());
}

TEST_CASE("without blank lines a block begins at an indented line or after a short line that ends a sentence") {
  const std::string wrapped =
      "The first paragraph of the speech runs over lines that\n"
      "an editor has broken at a fixed width, and it ends\n"
      "here.\n"
      "The second paragraph begins without any indentation,\n"
      "and it goes on to a full line that ends a sentence too.\n"
      "  The third one is indented and is told from the second\n"
      "by that alone.\n";
  CHECK(blocks_of(wrapped).size() == 3);
  CHECK(blocks_of(wrapped, Paragraphs::blank).size() == 1);
  CHECK(blocks_of(wrapped, Paragraphs::line).size() == 7);
}

TEST_CASE("without blank lines and with long lines every line is a block") {
  const std::string line(200, 'x');
  CHECK(blocks_of(line + "\n" + line + "\n" + line).size() == 3);
  CHECK(blocks_of(line + "\n" + line + "\n" + line, Paragraphs::blank).size() == 1);
}

TEST_CASE("the length of lines is counted in characters, not bytes") {
  std::string thai;
  for (int i = 0; i < 100; ++i) thai += "ก";
  CHECK(blocks_of(thai + "\n" + thai + "\n" + thai).size() == 1);
}

TEST_CASE("rare blank lines in a hard-wrapped text are page breaks, and paragraphs are found between them") {
  std::string page;
  for (int i = 0; i < 60; ++i) {
    page += "this line of the speech is as wide as the column lets it be\n";
    if (i % 10 == 9) page += "and ends.\n";
  }
  CHECK(blocks_of(page + "\n" + page).size() == 12);
}

TEST_CASE("long lines are paragraphs even where blank lines stand elsewhere") {
  const std::string line(300, 'x');
  CHECK(blocks_of("A title\n\nA date\n" + line + "\n" + line + "\n").size() == 4);
}

TEST_CASE("list items and reference entries are blocks of their own") {
  CHECK(blocks_of("We ask for:\n- peace;\n- trade;\n- trust.\n\nEnd").size() == 5);
  CHECK(blocks_of("[1] One\nmore\n[2] Two\n\nEnd") == Strings{"[1] One\nmore", "[2] Two", "End"});
  CHECK(blocks_of("a wrapped line\n- which a dash continues\n\nEnd").size() == 2);
}

TEST_CASE("Markdown gives headings, lists, tables, code, images and comments blocks of their own") {
  const std::string page =
      "# One\ntext\nmore\n- a\n- b\n\n| x | y |\n|---|---|\n\n```\ncode\n\ncode\n```\n![ship](ship.png)\n<!-- "
      "not\n\nshown -->\nSub\n---\n***\n";
  const std::vector<Block> blocks = gather_blocks(page, 0, Paragraphs::automatic, true);
  std::vector<BlockKind> kinds;
  for (const Block& block : blocks) kinds.push_back(block.kind);
  using enum BlockKind;
  CHECK(kinds == std::vector<BlockKind>{heading, text, item, item, table, code, image, comment, heading, rule});
}

TEST_CASE("an unclosed fence or comment hides no text") {
  CHECK(region_with(regions_of("# A\n\n```\n" + sentence(30) + "\n\n<!-- " + sentence(30), {.markdown = true}),
                    "northern") == "body");
  CHECK(names(regions_of("```\n\n" + sentence(30), {.markdown = true})) == Strings{"boilerplate", "body"});
}

TEST_CASE("two Markdown headings make a plain text Markdown") {
  CHECK(names(regions_of("# Title\n" + sentence(30) + "\n\n## Part\n" + sentence(30))) ==
        Strings{"title", "body", "heading", "body"});
  CHECK(blocks_of("#one tag\n#two tags").size() == 1);
}

TEST_CASE("rough words count runs of letters and digits, and pairs of letters where scripts use no spaces") {
  CHECK(rough_words("one, two - 3rd", 99) == 3);
  CHECK(rough_words("东盟峰会", 99) == 2);
  CHECK(rough_words("a b c d", 2) == 2);
}

TEST_CASE("sentences end at a mark, with closing quotes, brackets, emphasis and reference marks after it") {
  for (const char* text : {"end.", "end.”", "end?\")", "*end.*", "end:", "完。", "完！」", "end. [12]", "end.[^2]",
                           "end.[3, 4]", "end.²", "конец.»"})
    CHECK_MESSAGE(ends_sentence(text), text);
  for (const char* text : {"trade in", "from the EAEU to", "end,", "fifty-", "[12]", "(one)", ""})
    CHECK_MESSAGE(!ends_sentence(text), text);
}

TEST_CASE("page numbers are lines of nothing else") {
  for (const char* text : {"7", "- 12 -", "Page 3 of 12", "3/12", "— 4 —", "06-53005 35"})
    CHECK_MESSAGE(is_page_number(text), text);
  for (const char* text : {"1234567", "7.", "in 2019", "-", "Page one", "12/07/2019", "5%"})
    CHECK_MESSAGE(!is_page_number(text), text);
}

TEST_CASE("a heading's number is parted from its title") {
  CHECK(split_number("2.1. The status").number == "2.1");
  CHECK(split_number("2.1. The status").title == "The status");
  CHECK(split_number("3 Methods").number == "3");
  CHECK(split_number("IV. Results").number == "IV");
  for (const char* text : {"2019 was a year", "20 years of it", "I am Mr. X", "5G networks", "First"})
    CHECK_MESSAGE(split_number(text).number.empty(), text);
}

TEST_CASE("a doubled line says three or more words twice, without a sentence's end") {
  CHECK(is_doubled("ships in the harbour ships in the harbour"));
  CHECK(is_doubled("Karza-Murza in court\u00a0Karza-Murza in court"));
  for (const char* text : {"Hear, hear", "No more war! No more war!", "thank you thank you", "a b c a b d"})
    CHECK_MESSAGE(!is_doubled(text), text);
}
