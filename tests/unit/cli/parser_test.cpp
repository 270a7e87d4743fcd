// SPDX-License-Identifier: Apache-2.0
#include "parser.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "topos/base/error.hpp"

using namespace topos::cli;
using Words = std::vector<std::string>;

namespace {

/// A command with an option of every kind.
struct Specimen {
  bool quiet = false;
  std::string output;
  Words patterns;
  std::int64_t top = 10;
  double share = 0.5;
  std::string format = "tsv";
  Words files;
  Declaration declaration{"specimen", "shows", ""};

  Specimen() {
    declaration.flag("-q,--quiet", quiet, "");
    declaration.text("-o,--output", output, "FILE", "");
    declaration.list("-e,--pattern", patterns, "PATTERN", "");
    declaration.number("--top", top, 1, 99, "");
    declaration.real("--share", share, 0, 1, "");
    declaration.choice("--format", format, {"tsv", "csv"}, "");
    declaration.operands(files, "FILE", "");
  }
};

Specimen read(const Words& words) {
  Specimen specimen;
  CHECK_FALSE(parse(specimen.declaration.spec(), words).help);
  return specimen;
}

std::string complaint(const Words& words) {
  Specimen specimen;
  try {
    static_cast<void>(parse(specimen.declaration.spec(), words));
  } catch (const topos::Error& error) {
    CHECK(error.code() == topos::Errc::usage);
    return std::string(error.what()) + (error.hint().empty() ? "" : " / " + error.hint());
  }
  return {};
}

}  // namespace

TEST_CASE("options stand before, between and after operands") {
  for (const Words& words :
       {Words{"-q", "--top", "3", "a", "b"}, Words{"a", "-q", "b", "--top=3"}, Words{"a", "b", "--top", "3", "-q"}}) {
    const Specimen specimen = read(words);
    CHECK(specimen.quiet);
    CHECK(specimen.top == 3);
    CHECK(specimen.files == Words{"a", "b"});
  }
}

TEST_CASE("what is not given keeps its default") {
  const Specimen specimen = read({});
  CHECK_FALSE(specimen.quiet);
  CHECK(specimen.top == 10);
  CHECK(specimen.format == "tsv");
  CHECK(specimen.files.empty());
}

TEST_CASE("values and operands arrive as they were typed") {
  CHECK(read({"-e", "[a,b]", "-e=x", "-e", "--quiet", "-e", "-1"}).patterns == Words{"[a,b]", "=x", "--quiet", "-1"});
  CHECK(read({"--pattern=", "-e", "", "x"}).patterns == Words{"", ""});
  CHECK(read({"[a,b]", "{x}", "a,b", "-"}).files == Words{"[a,b]", "{x}", "a,b", "-"});
  CHECK(read({"--pattern=a=b]", "x\x01"}).patterns == Words{"a=b]"});
  CHECK(read({"--pattern=a=b]", "x\x01"}).files == Words{"x\x01"});
  CHECK(read({"-ofile"}).output == "file");
  CHECK(read({"-qofile", "x"}).output == "file");
}

TEST_CASE("after a double dash all words are operands") {
  const Specimen specimen = read({"-q", "--", "--top", "-o", "--", "x"});
  CHECK(specimen.files == Words{"--top", "-o", "--", "x"});
  CHECK(specimen.top == 10);
}

TEST_CASE("the last of several single values counts and all of a list do") {
  const Specimen specimen = read({"--top", "3", "-e", "a", "--top", "4", "-e", "b"});
  CHECK(specimen.top == 4);
  CHECK(specimen.patterns == Words{"a", "b"});
}

TEST_CASE("a number outside its range names the range") {
  for (const std::string& word : Words{"0", "100", "-1", "1e2", "", "x", "3.5", "99999999999999999999"})
    CHECK(complaint({"--top", word}) == "--top needs a whole number from 1 to 99, not '" + word + "' [usage]");
  for (const std::string& word : Words{"nan", "inf", "1e99", "-0.1"})
    CHECK(complaint({"--share", word}) == "--share needs a number from 0 to 1, not '" + word + "' [usage]");
}

TEST_CASE("unknown names are answered with the nearest ones") {
  CHECK(complaint({"--formt=csv"}) == "'specimen' has no option '--formt' [usage] / did you mean '--format'?");
  CHECK(complaint({"--format", "cvs"}) == "--format knows tsv, csv, not 'cvs' [usage] / did you mean 'csv'?");
  CHECK(complaint({"-x"}) == "'specimen' has no option '-x' [usage] / see 'topos specimen --help'");
  CHECK(complaint({"--for", "csv"}) == "'specimen' has no option '--for' [usage] / did you mean '--format'?");
  CHECK(complaint({"\x1b[31m", "--\x1b"}).find('\x1b') == std::string::npos);
}

TEST_CASE("a missing value and a value too many are told apart") {
  CHECK(complaint({"a", "--top"}).starts_with("--top needs a value"));
  CHECK(complaint({"--quiet=yes"}).starts_with("--quiet takes no value"));
}

TEST_CASE("help wins over what else is on the line") {
  Specimen specimen;
  CHECK(parse(specimen.declaration.spec(), {"--help", "--unknown"}).help);
  CHECK(parse(specimen.declaration.spec(), {"-h"}).help);
}

TEST_CASE("subcommands have options of their own and are chosen by their first word") {
  std::string chosen;
  bool strict = false;
  Declaration codebook("codebook", "", "");
  codebook.subcommand("lint", "", chosen).flag("--strict", strict, "");
  codebook.subcommand("list", "", chosen);
  const Parsed parsed = parse(codebook.spec(), {"lint", "--strict"});
  CHECK(parsed.command->name == "codebook lint");
  CHECK(chosen == "lint");
  CHECK(strict);
  CHECK(parse(codebook.spec(), {"--help"}).help);
  CHECK_THROWS_WITH(static_cast<void>(parse(codebook.spec(), {})), "'codebook' needs a subcommand [usage]");
  CHECK_THROWS_WITH(static_cast<void>(parse(codebook.spec(), {"linst"})),
                    "'codebook' has no subcommand 'linst' [usage]");
}

TEST_CASE("a number and its unit may be one word or two") {
  for (const Words& words : {Words{"--per", "100", "sentences", "a"}, Words{"--per=100", "sentences", "a"},
                             Words{"a", "--per", "100 sentences"}, Words{"a", "--per", "100", "sentences"}}) {
    Words per;
    Words files;
    Declaration count("count", "", "");
    count.list_with_unit("--per", per, "N UNIT", {"words", "sentences"}, "");
    count.operands(files, "FILE", "");
    static_cast<void>(parse(count.spec(), words));
    CHECK(per == Words{"100 sentences"});
    CHECK(files == Words{"a"});
  }
  Words per;
  Words files;
  Declaration count("count", "", "");
  count.list_with_unit("--per", per, "N UNIT", {"words", "sentences"}, "");
  count.operands(files, "FILE", "");
  static_cast<void>(parse(count.spec(), {"--per", "words", "sentences", "--", "--per", "5", "words"}));
  CHECK(per == Words{"words"});
  CHECK(files == Words{"sentences", "--per", "5", "words"});
}
