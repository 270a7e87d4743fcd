// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/codebook/toml.hpp"

namespace {

std::string toml_fault(std::string_view text) {
  try {
    (void)topos::parse_toml(text, "book.toml");
    return "no error";
  } catch (const topos::Error& error) {
    return error.what();
  }
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("members keep file order and strings know where they begin") {
  const topos::TomlValue root =
      topos::parse_toml("z = 'a'\na = \"\u00e9\"\nl = ['\u00e9', '''b''', \"c\"]\n", "book.toml");
  CHECK(root.members[0].key == "z");
  CHECK(root.members[1].key == "a");
  const auto& items = root.find("l")->value.items;
  CHECK(items[0].quotes == 1);
  CHECK(items[1].quotes == 3);
  CHECK(items[1].column == 11);
  CHECK(items[2].quotes == 1);
  CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("a repeated key is refused with the lines of both") {
  CHECK(toml_fault("a = 1\nb = 2\na = 3\n") ==
        "book.toml:3:1: the key 'a' is given twice: in line 1 and in line 3 [codebook]");
  CHECK(toml_fault("[[code]]\nid = 'x'\n[[code]]\nid = 'y'\nlabel = 'l'\nid = 'z'\n") ==
        "book.toml:6:1: the key 'id' is given twice: in line 4 and in line 6 [codebook]");
  CHECK(toml_fault("[[code]]\npatterns.en = [\n'x',\n]\nlabel = 'l'\npatterns.en = ['y']\n") ==
        "book.toml:6:1: the key 'patterns.en' is given twice: in line 2 and in line 6 [codebook]");
  CHECK(toml_fault("[macros]\na = 'x'\n[codebook]\n[macros]\n") ==
        "book.toml:4:1: the key 'macros' is given twice: in line 1 and in line 4 [codebook]");
  CHECK(toml_fault("a = { b = 1, b = 2 }\n").find("the key 'b' is given twice: in line 1 and in line 1") !=
        std::string::npos);
}

TEST_CASE("what is no TOML is refused with its place") {
  CHECK(toml_fault("x = [1,\n").starts_with("book.toml:1:"));
  CHECK(toml_fault("x = 'a\ny = 1\n").starts_with("book.toml:1:7: not valid TOML: "));
  CHECK(toml_fault("x = '\xff'\n").find("utf-8") != std::string::npos);
  CHECK(toml_fault(std::string_view("x = 1\n\0", 7)).starts_with("book.toml:2:1"));
}

TEST_CASE("hostile TOML is refused in bounded time and memory") {
  CHECK(toml_fault("x = " + repeated("[", 5000000)).find("nested too deeply") != std::string::npos);
  CHECK(toml_fault("x = " + repeated("{a=", 5000000)).find("nested too deeply") != std::string::npos);
  CHECK(toml_fault(repeated("a.", 4000000) + "a = 1").find("nested too deeply") != std::string::npos);
  CHECK(toml_fault("[" + repeated("a.", 4000000) + "a]").find("nested too deeply") != std::string::npos);
  CHECK(toml_fault("x = [" + repeated("1,", 4000000) + "]").find("too many values") != std::string::npos);
  CHECK_THROWS_AS((void)topos::parse_codebook(repeated("# nothing\n", 1000000), "book.toml"), topos::Error);
  CHECK(toml_fault("x = 'a.b.[[[' # ....[[[\ny = \"\"\"....\n....[[[\"\"\"\nz = '''....''....'''\n") == "no error");
}

TEST_CASE("macros that grow without end are refused in bounded time and memory") {
  std::string book(head);
  book += "[macros]\nm0 = 'a|b'\n";
  for (int i = 1; i < 60; ++i)
    book += "m" + std::to_string(i) + " = '$m" + std::to_string(i - 1) + "|$m" + std::to_string(i - 1) + "'\n";
  book += code("a", "patterns.en = ['$m59']");
  CHECK(findings(book).find("too big") != std::string::npos);
  std::string many(head);
  many += "[macros]\nm = '" + repeated("a|", 30000) +
          "b'\n[[code]]\nid = 'a'\nlabel = 'l'\ndimension = 'd'\ndefinition = 'x'\npatterns.en = [";
  for (int i = 0; i < 200; ++i) many += "'$m x" + std::to_string(i) + "',";
  CHECK(findings(many + "]\n").find("more than 1000000 elements") != std::string::npos);
}
