// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"

using namespace topos;
using namespace topos::test;

namespace {

Run read_table(std::string_view name, std::string_view bytes) {
  const Scratch scratch;
  return run({scratch.write(name, bytes)});
}

}  // namespace

TEST_CASE("a CSV table holds quoted delimiters, quotes and line ends (RFC 4180)") {
  const Run read = read_table(
      "t.csv", "id,text,year\r\na,\"He said \"\"multipolar\"\", twice\nover two lines\",2014\r\nb,plain,\r\n");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[0].text == "He said \"multipolar\", twice\nover two lines");
  CHECK(read.documents[0].line == 2);
  CHECK(read.field(0, "year") == "2014");
  CHECK(read.documents[1].line == 4);
  CHECK(read.field(1, "year") == "(none)");
}

TEST_CASE("a TSV table has escapes instead of quotes, and rows are named by number without an id") {
  const Run read = read_table("t.tsv", "\xEF\xBB\xBFtext\tcountry\nsay \"x\\ty\\nz\\\\\" C:\\dir\tRU\n\nsecond\tCN");
  CHECK(read.ids() == Strings{"t.tsv:1", "t.tsv:2"});
  CHECK(read.documents[0].text == "say \"x\ty\nz\\\" C:\\dir");
  CHECK(read.field(1, "country") == "CN");
}

TEST_CASE("a CSV table with semicolons or tabs is known by its header") {
  CHECK(read_table("t.csv", "id;text\na;x, y; z\nb;x, y\n").failures.size() == 1);
  CHECK(read_table("t.csv", "id;text\na;x, y\n").documents.at(0).text == "x, y");
  CHECK(read_table("t.csv", "\"id\"\t\"text\"\na\t\"x\"\n").documents.at(0).text == "x");
}

TEST_CASE("a ragged row is refused with its number and line, columns never shift, the others go on") {
  const Run read = read_table("t.csv", "id,text,year\na,x\nb,y,2014\nc,z,2015,more\n");
  CHECK(read.ids() == Strings{"b"});
  REQUIRE(read.failures.size() == 2);
  CHECK(read.failures[0].code() == Errc::table);
  CHECK(read.failures[0].message() == "row 1 has 2 cells where the header has 3");
  CHECK(read.failures[0].where().line == 2);
  CHECK(read.failures[1].message() == "row 3 has 4 cells where the header has 3");
  CHECK(read.inputs == 3);
}

TEST_CASE("a quote that is never closed ends the table at its row") {
  const Run read = read_table("t.csv", "id,text\na,x\nb,\"open\nc,z\n");
  CHECK(read.ids() == Strings{"a"});
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].message() == "row 2 has a quote that is never closed");
  CHECK(read.failures[0].where().line == 3);
}

TEST_CASE("text after a closing quote is refused") {
  const Run read = read_table("t.csv", "id,text\na,\"x\"y\nb,ok\n");
  CHECK(read.ids() == Strings{"b"});
  CHECK(read.failures.at(0).code() == Errc::table);
}

TEST_CASE("a table without a text column, without names, or with a name twice is refused whole") {
  Run read = read_table("t.csv", "id,body\na,x\n");
  CHECK(read.failures.at(0).message() == "no column \"text\"; the table has: id, body");
  CHECK(read.failures.at(0).hint().find("--text-column") != std::string::npos);
  read = read_table("t.csv", "id,text,\na,x,y\n");
  CHECK(read.failures.at(0).message() == "column 3 has no name in the header");
  read = read_table("t.tsv", "id\ttext\tid\n");
  CHECK(read.failures.at(0).message().find("twice") != std::string::npos);
  read = read_table("t.csv", "");
  CHECK(read.failures.at(0).code() == Errc::table);
  CHECK(read_table("t.csv", "id,text\n").documents.empty());
}

TEST_CASE("NUL, an empty text and an empty id are kept for what they are") {
  using namespace std::string_view_literals;
  const Run read = read_table("t.tsv", "id\ttext\na\tx\0y\n\t\n"sv);
  CHECK(read.ids() == Strings{"a", "t.tsv:2"});
  CHECK(read.documents[0].text == std::string("x\0y", 3));
  CHECK(read.documents[1].text.empty());
}

TEST_CASE("bytes that are not UTF-8 in a table are replaced and reported once, with their offset in the file") {
  const Scratch scratch;
  InputOptions options;
  options.paths = {scratch.write("t.csv", "id,text\na,caf\xE9\nb,na\xEFve\n")};
  Run read = run(options);
  CHECK(read.documents.at(0).text == "caf\xEF\xBF\xBD");
  REQUIRE(read.notes.size() == 1);
  CHECK(read.noted("2 invalid bytes replaced by 2 U+FFFD (first at byte 13)"));
  options.strict = true;
  read = run(options);
  CHECK(read.documents.empty());
  CHECK(read.failures.at(0).code() == Errc::encoding);
}
