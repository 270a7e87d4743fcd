// SPDX-License-Identifier: Apache-2.0
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
        "1-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "a")})
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
