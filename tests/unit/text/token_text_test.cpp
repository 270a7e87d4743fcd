// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "scratch.hpp"
#include "topos/text/conllu_text.hpp"

using namespace topos;
using namespace topos::test;

namespace {

std::string word(int number, std::string_view form, std::string_view misc = "_") {
  return std::to_string(number) + '\t' + std::string(form) + "\t_\t_\t_\t_\t_\t_\t_\t" + std::string(misc) + '\n';
}

std::string conllu(std::string_view part) { return text_of_conllu(part, "a.conllu").text; }
std::string vrt(std::string_view part) { return text_of_vrt(part, "a.vrt").text; }

/// The tokens that came with a text, sentences behind bars.
std::string given(std::string_view text, const GivenTokens& tokens) {
  std::string all;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const bool begins = std::count(tokens.sentences.begin(), tokens.sentences.end(), i) != 0;
    all += (begins ? " | " : " ") + std::string(tokens.tokens[i].in(text));
  }
  return all;
}
std::string given(const StructuredText& made) { return given(made.text, made.given); }

}  // namespace

TEST_CASE("CoNLL-U gives the text that its tokens make") {
  CHECK(conllu(word(1, "Ships") + word(2, "sail", "SpaceAfter=No") + word(3, ".") + "\n" + word(1, "They") +
               word(2, "return")) == "Ships sail. They return");
  CHECK(conllu("1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "do") + word(2, "n't") +
               "2.1\twell\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(3, "sail")) == "don't sail");
  CHECK(conllu(word(1, "船", "SpaceAfter=No") + "\n" + word(1, "港", "Gloss=port|SpaceAfter=No")) == "船港");
  CHECK(conllu("# newpar\n" + word(1, "One") + "\n# newpar id = 2\n" + word(1, "Two")) == "One\n\nTwo");
  CHECK(conllu("\xEF\xBB\xBF# text = no\r\n1\tOne\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n\r\n") == "One");
}

TEST_CASE("CoNLL-U gives its tokens and sentences with their lines") {
  const std::string ships = word(1, "Ships") + word(2, "sail", "SpaceAfter=No") + word(3, ".");
  const std::string range =
      "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "do") + word(2, "n't") + "2.1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n";
  const std::string owner = "1-2\tShip's\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "Ship") + word(2, "'s");
  const std::string empty = "0.1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "One two");
  const StructuredText made =
      text_of_conllu(ships + "\n# text = no\n" + range + "\n" + owner + "\n" + empty + word(2, " "), "a.conllu");
  CHECK(given(made) == " | Ships sail . | don't | Ship 's | One two");
  CHECK(made.text == "Ships sail. don't Ship's One two");
  CHECK(made.given.rows_of(3) == range);
  CHECK(made.given.rows_of(5) == word(2, "'s"));
  CHECK(made.given.rows_of(6) == empty + word(2, " "));
  CHECK(made.given.rows == ships + range + owner + empty + word(2, " "));
  CHECK(text_of_conllu(ships, "a.conllu", false).given.tokens.empty());
}

TEST_CASE("verticalized text gives its tokens and sentences with their lines") {
  const StructuredText made =
      text_of_vrt("<p>\n<s>\nA\tDT\nship\tNN\n.\t.\nsails\tVB\n</s>\n<s>\nR&amp;D\tNN\n</s>\n</p>\n", "a.vrt");
  CHECK(given(made) == " | A ship . sails | R&D");
  CHECK(made.given.rows_of(4) == "R&amp;D\tNN\n");
  CHECK(given(text_of_vrt("One\n.\nTwo\n<p>\nThree\n</p>\n", "a.vrt")) == " | One . | Two | Three");
}

TEST_CASE("blanks part tokens where that is asked for, and what a file gives is kept unless it is not wanted") {
  const Scratch scratch;
  InputOptions options;
  options.paths = {scratch.write("a.txt",
                                 "# a\n\nOne-two  three .\nFour\xC2\xA0"
                                 "five\n")};
  options.pretokenized = true;
  const Run blanks = run(options);
  REQUIRE(blanks.documents.at(0).given != nullptr);
  CHECK(given(blanks.documents[0].text, *blanks.documents[0].given) == " | # a | One-two three . | Four five");
  REQUIRE(blanks.notes.size() == 1);
  CHECK(blanks.notes[0].find("1 token holds a hyphen") != std::string::npos);
  options.paths = {scratch.write("a.conllu", word(1, "Shipbuilders") + word(2, "rest"))};
  options.pretokenized = false;
  CHECK(run(options).documents.at(0).given != nullptr);
  options.retokenize = true;
  CHECK(run(options).documents.at(0).given == nullptr);
}

TEST_CASE("documents of CoNLL-U have the names and the metadata that the file gives them") {
  const Scratch scratch;
  const Run found = run({scratch.write(
      "a.conllu",
      "# global = 1\n# newdoc id = first\n# meta::date = 2019-11-18\n# meta::language = nl\n# region = footnote\n" +
          word(1, "Schepen") + "\n# newdoc\n" + word(1, "Two"))});
  CHECK(found.ids() == Strings{"first", "a.conllu:2"});
  CHECK(found.field(0, "year") == "2019");
  CHECK(found.documents.at(0).language == "nl");
  CHECK(found.documents.at(0).regions.at(0).name == RegionName::footnote);
  CHECK(found.documents.at(1).line == 8);
}

TEST_CASE("a file without names for its texts gives one document") {
  const Scratch scratch;
  CHECK(run({scratch.write("a.conllu", word(1, "One"))}).ids() == Strings{"a.conllu"});
  CHECK(run({scratch.write("a.vrt", "<s>\nOne\n</s>\n")}).ids() == Strings{"a.vrt"});
  CHECK(run({scratch.write("b.vrt", "")}).ids() == Strings{"b.vrt"});
  CHECK(run({scratch.write("parsed", word(1, "One"))}).documents.at(0).text == "One");
}

TEST_CASE("what is no CoNLL-U is refused with its line") {
  const Scratch scratch;
  const Run found = run(
      {scratch.write("a.conllu", "# newdoc\n" + word(1, "One") + "\n# newdoc\n" + word(1, "One") + word(3, "Two"))});
  REQUIRE(found.failures.size() == 1);
  CHECK(found.documents.size() == 1);
  CHECK(found.failures[0].where().line == 6);
  for (const std::string& bad :
       {std::string("1\ta\n"), word(0, "a"), word(2, "a"), std::string("x\t_\t_\t_\t_\t_\t_\t_\t_\t_\n"),
        "1-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "a"), std::string("1\ta\t_\t_\t_\t_\t2\t_\t_\t_\n"),
        std::string("1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n")})
    CHECK(error_of([&] { conllu(bad); }).code() == Errc::format);
}

TEST_CASE("verticalized text gives the text that its tokens make") {
  CHECK(vrt("<text>\n<p>\nShips\tNNS\nsail\tVB\n.\t.\n</p>\n<p>\n(\t(\nAt\tIN\nnight\tNN\n)\t)\n</p>\n</text>\n") ==
        "Ships sail.\n\n(At night)");
  CHECK(vrt("<s>\na\n<g/>\n.\nb\n.\n</s>\n") == "a. b .");
  CHECK(vrt("船\n港\nA\nB\n") == "船港 A B");
  CHECK(vrt("R&amp;D\n&lt;\n<\n<3\n") == "R&D < < <3");
}

TEST_CASE("texts of a corpus have their attributes as metadata") {
  const Scratch scratch;
  const Run found = run({scratch.write("a.vrt",
                                       "<?xml version='1.0'?>\n<corpus>\n<text id=\"x\" author='A &amp; B' "
                                       "lang=\"en\">\n<head>\nShips\n</head>\n<s>\nsail\n</s>\n</text>\n"
                                       "<text>\n<np>\nTwo\n</np>\n</text>\n</corpus>\n")});
  CHECK(found.ids() == Strings{"x", "a.vrt:2"});
  CHECK(found.field(0, "author") == "A & B");
  CHECK(found.documents.at(0).regions.at(0).name == RegionName::heading);
}

TEST_CASE("verticalized text that does not nest or changes its columns is refused with its line") {
  const auto line_of = [](std::string_view part) { return error_of([&] { vrt(part); }).where().line; };
  CHECK(line_of("<text>\n<s>\na\n</text>\n") == 4);
  CHECK(line_of("a\n</s>\n") == 2);
  CHECK(line_of("<text>\na\tb\nc\n</text>\n") == 3);
  CHECK(line_of("<text>\na\n") == 2);
  std::string deep = "<text>\n";
  for (int i = 0; i < 200'000; ++i) deep += "<np>\n";
  CHECK(line_of(deep) == 1001);
}
