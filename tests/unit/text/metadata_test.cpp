// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"
#include "topos/text/dates.hpp"
#include "topos/text/header_block.hpp"
#include "topos/text/name_pattern.hpp"

using namespace topos;
using namespace topos::test;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

InputOptions options_for(const Strings& paths, const std::string& table = {}) {
  InputOptions options;
  options.paths = paths;
  options.metadata_table = table;
  return options;
}

}  // namespace

TEST_CASE("dates are ISO dates that the calendar has") {
  CHECK(parse_date("2022") == Date{2022, 0, 0});
  CHECK(parse_date("2022-02") == Date{2022, 2, 0});
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
  CHECK(parse_date("2022-02-24T10:00:00Z") == Date{2022, 2, 24});
  for (const char* bad : {"", "22", "2022-13", "2022-00-01", "2023-02-29", "1900-02-29", "2022-2-4", "24.02.2022",
                          "2022-02-24x", "2022-02-", "0000", "20220224"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad));
  }
}

TEST_CASE("cuts make half-open periods, a date that is not known well enough has none") {
  const Periods one({"2022-02-24"});
  CHECK(one.of(*parse_date("2022-02-23")) == "before 2022-02-24");
  CHECK(one.of(*parse_date("2022-02-24")) == "from 2022-02-24");
  CHECK(one.of(*parse_date("2021")) == "before 2022-02-24");
  CHECK_FALSE(one.of(*parse_date("2022-02")));
  CHECK_FALSE(one.of(*parse_date("2022")));
  const Periods two({"2022-02-24", "2014-03"});
  CHECK(two.of(*parse_date("2014-02-28")) == "before 2014-03");
  CHECK(two.of(*parse_date("2014-03-01")) == "2014-03 to 2022-02-24");
  CHECK(two.of(*parse_date("2022-02-23")) == "2014-03 to 2022-02-24");
  CHECK(two.of(*parse_date("2022-03")) == "from 2022-02-24");
  CHECK(error_of([] { Periods({"soon"}); }).code() == Errc::usage);
  CHECK(error_of([] { Periods({"2022", "2022-01-01"}); }).code() == Errc::usage);
}

TEST_CASE("a name pattern reads fields between literal text") {
  const NamePattern pattern("{country}_{year}");
  CHECK(pattern.match("texts/RUS_2014.txt") == Fields{{"country", "RUS"}, {"year", "2014"}});
  CHECK(pattern.match("united_states_2014.txt.gz") == Fields{{"country", "united_states"}, {"year", "2014"}});
  CHECK_FALSE(pattern.match("RUS-2014.txt"));
  CHECK(NamePattern("speech.{date}-{title}").match("speech.2022-02-24-war.and.peace.txt") ==
        Fields{{"date", "2022-02-24"}, {"title", "war.and.peace"}});
  for (const char* bad : {"plain", "{a}{b}", "{a", "{}", "{a}_{a}"}) {
    CAPTURE(bad);
    CHECK(error_of([&] { NamePattern one(bad); }).code() == Errc::usage);
  }
}

TEST_CASE("front matter and a block of known keys are header blocks, prose with colons is not") {
  auto block = read_header_block(
      "---\ntitle: \"A: B\"\r\n# comment\ndate: 2022-02-24\ntags:\n  - x\nPress Office: MFA\n---\nText");
  REQUIRE(block);
  CHECK(block->fields == Fields{{"title", "A: B"}, {"date", "2022-02-24"}, {"press_office", "MFA"}});
  CHECK(block->left_out == 1);
  CHECK(std::string("---\ntitle: \"A: B\"\r\n# comment\ndate: 2022-02-24\ntags:\n  - x\nPress Office: MFA\n---\nText")
            .substr(block->end) == "Text");
  block = read_header_block("\xEF\xBB\xBFTitle: Speech\r\nAuthor: X\r\nNote: y\r\n\r\nText");
  REQUIRE(block);
  CHECK(block->fields.size() == 3);
  CHECK(block->end == 40);
  for (const char* text : {"", "---\n", "---\nno keys\n---\n", "---\ntitle: open\nfor ever\n", "Title: Only\n\nText",
                           "Title: One\nAuthor: Two\nand prose\n\nText", "Title: One\nAuthor: Two",
                           "Question: what?\nAnswer: that.\n\nText", "http://x\nurl:x\n\n"}) {
    CAPTURE(text);
    CHECK_FALSE(read_header_block(text));
  }
}

TEST_CASE("a header block gives metadata and language, and is no text") {
  const Scratch scratch;
  const Run read = run({scratch.write(
      "a.txt",
      "Title: Speech\nDate: 2022-02-24\nLanguage: zh-Hant\n\nThe body of the speech is here, and it goes on.\n")});
  REQUIRE(read.documents.size() == 1);
  CHECK(read.field(0, "title") == "Speech");
  CHECK(read.field(0, "year") == "2022");
  CHECK(read.field(0, "quarter") == "2022-Q1");
  CHECK(read.field(0, "month") == "2022-02");
  CHECK(read.documents[0].language == "zh-Hant");
  for (const Region& region : read.documents[0].regions) CHECK(region.span.begin >= 50);
}

TEST_CASE("a language that is no tag is guessed instead, and --language wins over all") {
  const Scratch scratch;
  InputOptions options = options_for({scratch.write(
      "a.txt", "title: t\nlanguage: English\n\nThis is the text of the speech and it is in English.\n")});
  Run read = run(options);
  CHECK(read.documents.at(0).language == "en");
  CHECK(read.noted("the language \"English\" is not a tag"));
  for (const char* tag : {"en-", "en--GB", "e-GB", "en-<b>", "en-GB x", "en-documents"}) {
    options.paths = {
        scratch.write("b.txt", "language: " + std::string(tag) + "\n\nDies ist der Text und er ist deutsch.\n")};
    CHECK_MESSAGE(run(options).documents.at(0).language == "de", tag);
  }
  options.language = "vi";
  CHECK(run(options).documents.at(0).language == "vi");
}

TEST_CASE("what is said nearer to the user wins: file name, then header, then side-car table") {
  const Scratch scratch;
  scratch.write("d/RUS_2014.txt", "title: header\ncountry: Header\n\ntext\n");
  InputOptions options =
      options_for({scratch.at("d")}, scratch.write("m.tsv", "file\ttitle\tdate\nRUS_2014.txt\ttable\t\n"));
  options.name_pattern = "{country}_{year}";
  const Run read = run(options);
  CHECK(read.field(0, "year") == "2014");
  CHECK(read.field(0, "country") == "Header");
  CHECK(read.field(0, "title") == "table");
  CHECK(read.field(0, "date") == "(none)");
}

TEST_CASE("an unparsable date is noted and derives nothing, a year alone can tell the period") {
  const Scratch scratch;
  InputOptions options =
      options_for({scratch.write("t.tsv", "text\tdate\tyear\nx\t24 Feb\t2010\ny\t\t2010\nz\t\t\nw\t2022\t\n")});
  options.cuts = {"2022-02-24"};
  const Run read = run(options);
  CHECK(read.noted("t.tsv:2: the date \"24 Feb\" is not of the form YYYY-MM-DD"));
  CHECK(read.field(0, "period") == "(none)");
  CHECK(read.field(1, "period") == "before 2022-02-24");
  CHECK(read.field(2, "period") == "(none)");
  CHECK(read.field(3, "period") == "(none)");
  CHECK(read.noted("t.tsv:5: the date is not known well enough"));
}

TEST_CASE("side-car rows are found by id, then by file name, every key column works") {
  const Scratch scratch;
  scratch.write("d/a/x.txt", "x");
  scratch.write("d/y.txt", "y");
  for (const std::string key : {"id", "document", "file", "name"}) {
    InputOptions options =
        options_for({scratch.at("d")}, scratch.write("m.csv", key + ",genre\nx.txt,\"speech, long\"\ny.txt,note\n"));
    if (key == "name") options.metadata_key = "name";
    const Run read = run(options);
    CHECK(read.field(0, "genre") == "speech, long");
    CHECK(read.field(1, "genre") == "note");
  }
}

TEST_CASE("a document without a row or a row without a document stops the run before anything is read") {
  const Scratch scratch;
  scratch.write("d/x.txt", "x");
  scratch.write("d/y.txt", "y");
  InputOptions options = options_for({scratch.at("d")}, scratch.write("m.tsv", "id\tg\nx.txt\t1\n"));
  Error error = error_of([&] { InputSource(options, {}, {}); });
  CHECK(error.code() == Errc::metadata);
  CHECK(error.message().find("no row for the document \"y.txt\"") != std::string::npos);
  CHECK(error.hint().find("--metadata-partial") != std::string::npos);
  options.metadata_partial = true;
  CHECK(run(options).documents.size() == 2);
  options = options_for({scratch.at("d")}, scratch.write("m.tsv", "id\tg\nx.txt\t1\ny.txt\t2\nz.txt\t3\n"));
  error = error_of([&] { InputSource(options, {}, {}); });
  CHECK(error.message() == "1 row without a document, the first is \"z.txt\"");
  CHECK(error.where().line == 4);
  options.metadata_partial = true;
  InputSource source(options, {}, {});
  const DocumentMaker maker(options, source);
  while (auto raw = source.next()) static_cast<void>(maker.make(std::move(*raw), {}));
  CHECK(maker.unused_metadata() == Strings{"z.txt"});
}

TEST_CASE("rows and documents are checked before the run inside tables, JSON Lines and zip files too") {
  const Scratch scratch;
  const std::string lines =
      scratch.write("r.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\nbad\n{\"id\":\"b\",\"text\":\"y\",\"g\":\"own\"}\n");
  CHECK(error_of([&] { InputSource(options_for({lines}, scratch.write("m.tsv", "id\tg\na\t1\n")), {}, {}); }).code() ==
        Errc::metadata);
  const Run read = run(options_for({lines}, scratch.write("m.tsv", "id\tg\na\t1\nb\t2\n")));
  CHECK(read.field(1, "g") == "2");
  CHECK(read.failures.size() == 1);
}

TEST_CASE("a row that fits two documents is refused") {
  const Scratch scratch;
  scratch.write("d/a/x.txt", "x");
  scratch.write("d/b/x.txt", "y");
  const Error error =
      error_of([&] { run(options_for({scratch.at("d")}, scratch.write("m.tsv", "file\tg\nx.txt\t1\n"))); });
  CHECK(error.code() == Errc::metadata);
  CHECK(error.message() == "the row \"x.txt\" fits two documents, a/x.txt and b/x.txt");
}

TEST_CASE("a side-car table that is wrong is refused with its place") {
  const Scratch scratch;
  const std::string text = scratch.write("x.txt", "x");
  const auto refused = [&](std::string_view table) {
    return error_of([&] { run(options_for({text}, scratch.write("m.tsv", table))); });
  };
  CHECK(refused("name\tg\nx.txt\t1\n").message() == "no column id, document or file; the table has: name, g");
  CHECK(refused("id\tg\tg\n").code() == Errc::table);
  CHECK(refused("id\tg\nx.txt\n").where().line == 2);
  CHECK(refused("id\tg\nx.txt\t1\nx.txt\t2\n").message() == "\"x.txt\" has two rows, the first in line 2");
  CHECK(refused("id\tg\n\t1\n").code() == Errc::metadata);
  CHECK(error_of([&] { run(options_for({text}, scratch.at("gone.tsv"))); }).code() == Errc::missing);
}

TEST_CASE("parts of a split text take the row of the whole") {
  const Scratch scratch;
  InputOptions options =
      options_for({scratch.write("big.txt", "one\ntwo\n")}, scratch.write("m.tsv", "id\tg\nbig.txt\t1\n"));
  options.split = "lines";
  const Run read = run(options);
  CHECK(read.ids() == Strings{"big.txt:1", "big.txt:2"});
  CHECK(read.field(1, "g") == "1");
}

TEST_CASE("documents of a record stream are completed like the others") {
  const Scratch scratch;
  InputOptions options = options_for({}, scratch.write("m.tsv", "id\tdate\tlanguage\na\t2022-03-01\tru\n"));
  options.cuts = {"2022-02-24"};
  const DocumentMaker maker(options);
  Document document;
  document.id = "a";
  document.language = "en";
  maker.complete_metadata(document);
  CHECK(*document.metadata.find("period") == "from 2022-02-24");
  CHECK(*document.metadata.find("quarter") == "2022-Q1");
  CHECK(document.language == "ru");
}
