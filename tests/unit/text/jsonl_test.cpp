// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "scratch.hpp"
#include "topos/text/json_record.hpp"
#include "topos/text/plain_record.hpp"

using namespace topos;
using namespace topos::test;

namespace {

Run read_lines(std::string_view lines) {
  const Scratch scratch;
  Run read = run({scratch.write("rows.jsonl", lines)});
  for (Document& document : read.documents) document.path.clear();
  return read;
}

}  // namespace

TEST_CASE("JSON Lines yield text, id, language, and the rest as metadata") {
  const Run read = read_lines(
      "{\"id\":\"a\",\"text\":\"Gr\\u00fc\\u00dfe "
      "\\ud83d\\ude00\",\"language\":\"de\",\"year\":2014,\"rate\":1.50,\"open\":true,\"none\":null,"
      "\"tags\":[1,{\"x\":2}],\"metadata\":{\"genre\":\"speech\",\"deep\":{}}}\n");
  REQUIRE(read.documents.size() == 1);
  const Document& document = read.documents[0];
  CHECK(document.id == "a");
  CHECK(document.text == "Grüße 😀");
  CHECK(document.language == "de");
  CHECK(document.line == 1);
  CHECK(read.field(0, "year") == "2014");
  CHECK(read.field(0, "rate") == "1.50");
  CHECK(read.field(0, "open") == "true");
  CHECK(read.field(0, "genre") == "speech");
  CHECK(document.metadata.all().size() == 4);
}

TEST_CASE("a record without id is called by file and row, numbers may be ids, blank lines do not count") {
  CHECK(read_lines("\xEF\xBB\xBF{\"text\":\"x\"}\r\n\n{\"text\":\"y\",\"id\":7}\n  \n{\"text\":\"z\"}").ids() ==
        Strings{"rows.jsonl:1", "7", "rows.jsonl:3"});
}

TEST_CASE("a bad line is reported with its place and the others go on") {
  const std::string deep(100'000, '[');
  const Strings bad = {"{\"text\":\"x\"",
                       "{\"text\":null}",
                       "{\"text\":[\"a\"]}",
                       "{\"year\":1}",
                       "{\"text\":\"a\",\"text\":\"b\"}",
                       "{\"text\":\"\\ud800\"}",
                       "{\"text\":\"x\",\"n\":1e999}",
                       "{\"text\":\"x\",\"n\":01}",
                       "{\"text\":\"x\",\"n\":tru}",
                       "{\"text\":\"x\"} {\"text\":\"y\"}",
                       "{\"text\":\"x\",\"d\":" + deep + "}",
                       "{\"text\":\"x\",\"d\":" + deep + std::string(100'000, ']') + "}",
                       "{\"text\":\"x\",\"d\":{\"a\":}}",
                       "{\"text\":\"x\",\"id\":[1]}",
                       "\"text\"",
                       "[1]",
                       "text"};
  for (const std::string& line : bad) {
    CAPTURE(line.substr(0, 40));
    const Run read = read_lines("{\"text\":\"before\"}\n" + line + "\n{\"text\":\"after\"}\n");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[1].text == "after");
    CHECK(read.documents[1].id == "rows.jsonl:3");
    REQUIRE(read.failures.size() == 1);
    CHECK(read.failures[0].code() == Errc::json);
    CHECK(read.failures[0].where().path.ends_with("rows.jsonl"));
    CHECK(read.failures[0].where().line == 2);
    CHECK_FALSE(read.failures[0].hint().empty());
    CHECK(read.inputs == 3);
  }
}

TEST_CASE("a record whose id was met before is refused and both places are named") {
  const Run read =
      read_lines("{\"text\":\"x\",\"id\":\"a\"}\n{\"text\":\"y\",\"id\":\"a\"}\n{\"text\":\"z\",\"id\":\"b\"}\n");
  CHECK(read.ids() == Strings{"a", "b"});
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].code() == Errc::duplicate_id);
  CHECK(read.failures[0].where().line == 2);
  CHECK(read.failures[0].message().find("rows.jsonl:1") != std::string::npos);
}

TEST_CASE("JSON that is not one object a line is refused once") {
  for (const char* text : {"[\n{\"text\":\"x\"}\n]\n", "{\n \"text\": \"x\"\n}\n"}) {
    const Run read = read_lines(text);
    REQUIRE(read.failures.size() == 1);
    CHECK(read.failures[0].hint().find("jq") != std::string::npos);
  }
}

TEST_CASE("content tells JSON Lines from text where the name does not") {
  const Scratch scratch;
  CHECK(run({scratch.write("lines", "\n {\"text\":\"x\",\"id\":\"j\"}\n")}).ids() == Strings{"j"});
  CHECK(run({scratch.write("prose", "{ a set } is\n")}).ids() == Strings{"prose"});
}

TEST_CASE("the record stream is cut at its documents, and the head goes with each") {
  const Scratch scratch;
  const std::string stream =
      "{\"type\":\"head\",\"n\":1}\n"
      "{\"type\":\"document\",\"id\":\"a\",\"text\":\"x\"}\n"
      "{\"type\":\"hit\",\"document\":\"a\"}\n"
      "{\"type\":\"quote\",\"document\":\"a\"}\n"
      "{\"type\":\"document\",\"id\":\"b\",\"text\":\"y\"}\n"
      "{ \"type\": \"head\", \"n\": 2}\n"
      "{\"type\" : \"document\", \"id\":\"c\",\"text\":\"z\"}\n"
      "{\"type\":\"hit\",\"document\":\"c\"}";
  InputOptions options;
  options.paths = {scratch.write("s.jsonl", stream)};
  InputSource source(options, {}, {});
  const auto a = source.next();
  REQUIRE(a);
  CHECK(a->kind == RawDocument::Kind::records);
  CHECK(a->id == "a");
  CHECK(a->line == 2);
  CHECK(a->bytes ==
        "{\"type\":\"document\",\"id\":\"a\",\"text\":\"x\"}\n{\"type\":\"hit\",\"document\":\"a\"}\n{\"type\":"
        "\"quote\",\"document\":\"a\"}");
  CHECK(*a->head == "{\"type\":\"head\",\"n\":1}");
  const auto b = source.next();
  REQUIRE(b);
  CHECK(b->id == "b");
  const auto c = source.next();
  REQUIRE(c);
  CHECK(*c->head == "{ \"type\": \"head\", \"n\": 2}");
  CHECK(c->line == 7);
  CHECK_FALSE(source.next());
}

TEST_CASE("a record before the first document of a stream is reported") {
  const Run read = read_lines("{\"type\":\"head\"}\n{\"type\":\"hit\"}\nnot json\n");
  REQUIRE(read.failures.size() == 2);
  CHECK(read.failures[0].code() == Errc::stream);
  CHECK(read.failures[1].where().line == 3);
}

TEST_CASE("the id found without parsing the line is the one that parsing finds") {
  constexpr std::string_view pieces[] = {"\"id\"",   "\"type\"",     "\"text\"",      "\"a b\"", "\"q\\\"\"",
                                         "\"\\\\\"", "\"\\u0069d\"", "\"é\"",         "7",       "true",
                                         "null",     "[\"id\"]",     "{\"id\":\"x\"}"};
  std::mt19937 random(5);
  const auto piece = [&](std::size_t few) { return std::string(pieces[random() % few]); };
  for (int round = 0; round < 5000; ++round) {
    std::string line = round % 7 == 0 ? " {" : "{";
    for (std::size_t left = random() % 4; left > 0; --left)
      line += piece(8) + (round % 3 == 0 ? " : " : ":") + piece(std::size(pieces)) + (left > 1 ? "," : "");
    line += "}";
    // The first of several values is taken; such a line is refused when it is read.
    if (line.find("\"id\"", line.find("\"id\"") + 1) != std::string::npos) continue;
    if (line.find("u0069d") != std::string::npos && line.find("\"id\"") != std::string::npos) continue;
    CAPTURE(line);
    REQUIRE(json_id(line, "id") == json_label(line, "id").id);
  }
  std::string cut = "{\"id\":\"a\",\"text\":\"b";
  CHECK(json_id(cut, "id").empty());
}

TEST_CASE("text in several blocks is read as text in one") {
  std::string rows;
  std::string long_text;
  for (int i = 0; i < 60000; ++i) long_text += "wörd ";
  for (const std::string id : {"a", "b", "c"}) rows += "{\"id\":\"" + id + "\",\"text\":\"" + long_text + "\"}\n";
  const Run read = read_lines(rows);
  REQUIRE(read.documents.size() == 3);
  for (const Document& document : read.documents) CHECK(document.text == long_text);
  const std::size_t bad = rows.size() - 1000;
  rows[bad] = '\xFF';
  const Run damaged = read_lines(rows);
  REQUIRE(damaged.documents.size() == 3);
  CHECK(damaged.documents[1].text == long_text);
  CHECK(damaged.documents[2].text.find("\xEF\xBF\xBD") != std::string::npos);
  REQUIRE(damaged.notes.size() == 1);
  CHECK(damaged.notes[0].find("first at byte " + std::to_string(bad)) != std::string::npos);
}

TEST_CASE("a text is found in its line where only strings stand before it") {
  CHECK(plain_json_text(R"({"id":"a","text":"one\n\"two\"","n":1})", "text") == R"(one\n\"two\")");
  CHECK(plain_json_text(R"( { "text" : "" } )", "text") == "");
  CHECK_FALSE(plain_json_text(R"({"n":1,"text":"one"})", "text"));
  CHECK_FALSE(plain_json_text(R"({"text":"caf\u00e9"})", "text"));
  CHECK_FALSE(plain_json_text(R"({"text":"a \\ b"})", "text"));
  CHECK_FALSE(plain_json_text(R"({"text":1})", "text"));
  CHECK_FALSE(plain_json_text(R"({"text":"one)", "text"));
}

TEST_CASE("a text that is not wanted is not read, unless its language has to be guessed from it") {
  const auto text_of = [](const std::string& line, bool wanted) {
    RawDocument raw;
    raw.kind = RawDocument::Kind::json;
    raw.id = "a";
    raw.bytes = line;
    const auto is_wanted = [&](const Document&) { return wanted; };
    return DocumentMaker(InputOptions())
        .make(std::move(raw), {}, is_wanted, [&](std::string_view) { return wanted; })
        .text;
  };
  CHECK(text_of(R"({"language":"en","text":"one"})", false).empty());
  CHECK(text_of(R"({"language":"en","text":"one"})", true) == "one");
  CHECK(text_of(R"({"text":"one"})", false) == "one");
  CHECK(text_of(R"({"language":"no tag","text":"one"})", false) == "one");
}

TEST_CASE("lines of plain members are read in one pass as the parser reads them") {
  const std::string long_text(300, 'x');
  const Strings whole = {R"({"text":"a","id":"b"})", R"( { "id" : 7 , "year" : 0 , "text" : "" } )",
                         R"({"text":"\n\r\t\"\/\\\b\f","language":"de","Grüße":"“é”"})",
                         "{\"text\":\"" + long_text + "\\n\\n" + long_text + "\\\\\",\"id\":123456789012345}"};
  const Strings other = {R"({"id":"b"})",
                         R"({"text":"a","text":"b"})",
                         R"({"text":"a","x":"1","x":"2"})",
                         R"({"text":"\u00e9"})",
                         R"({"text":"\x"})",
                         R"({"text":1})",
                         R"({"text":"a","n":01})",
                         R"({"text":"a","n":1.5})",
                         R"({"text":"a","n":null})",
                         R"({"text":"a","n":{}})",
                         R"({"text":"a",})",
                         R"({"text":"a"}})",
                         R"({"text":"a)",
                         R"({"text":"a\)",
                         R"({})",
                         "{\"text\":\"a\"}" + std::string(1, '\0'),
                         "{\"text\":\"\x01\"}",
                         "{\"text\":\"\xFF\"}",
                         ""};
  for (const std::string& line : whole) {
    CAPTURE(line);
    const std::optional<JsonRecord> plain = read_plain_record(line, "text", "id");
    REQUIRE(plain);
    // With an array among its members only the parser reads it.
    std::string mixed = line;
    mixed.insert(mixed.rfind('}'), ",\"more\":[]");
    REQUIRE(!read_plain_record(mixed, "text", "id"));
    const JsonRecord parsed = read_json_record(mixed, "text", "id", {});
    CHECK(plain->text == parsed.text);
    CHECK(plain->id == parsed.id);
    CHECK(plain->language == parsed.language);
    CHECK(plain->metadata == parsed.metadata);
  }
  for (const std::string& line : other) {
    CAPTURE(line);
    CHECK(!read_plain_record(line, "text", "id"));
  }
}
