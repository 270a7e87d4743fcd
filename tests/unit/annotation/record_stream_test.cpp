// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/record_stream.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "kit/finder.hpp"
#include "topos/text/given_tokens.hpp"

namespace {

using nlohmann::json;
using topos::test::code;
using topos::test::Finder;

/// A document with everything that a record can hold.
topos::AnnotatedDocument sample(Finder& finder) {
  topos::Document document = topos::test::document_of(
      "Title of “Asia”\n\nThe pivot 𝔸 to Asia.\r\nNo «поворот» — pivot.\n\nSee http://a.org/pivot now");
  document.id = "a \"b\"\\c/\u0001é";
  document.metadata.set("genre", "op-ed");
  document.metadata.set("title", "tab\there");
  document.regions[0].name = topos::RegionName::title;
  document.sections.emplace_back("2.1");
  document.regions[1].section = 1;
  topos::AnnotatedDocument annotated = finder.annotate(document);
  REQUIRE(annotated.hits.size() > 3);
  annotated.own_notes(annotated.hits[1]) = {{}, "attributed:actor.org", "low", "actor.org", {}};
  annotated.hits[1].weight = 0.1;
  annotated.hits[2].polarity = -1;
  annotated.hits[2].negated = topos::Flag::unknown;
  annotated.other = {R"({"type":"quote","document":"x","anything":[1,{"a":null}]})"};
  annotated.duplicate_of = "other";
  annotated.similarity = 0.9375;
  return annotated;
}

const std::string book = code("x", "patterns.en = ['pivot', 'asia']");

std::string written(const topos::AnnotatedDocument& annotated, topos::Offsets offsets = topos::Offsets::bytes) {
  std::string out;
  topos::write_document(annotated, offsets, out);
  return out;
}

topos::RawDocument records(std::string bytes) {
  topos::RawDocument raw;
  raw.kind = topos::RawDocument::Kind::records;
  raw.path = "in.jsonl";
  raw.line = 2;
  raw.bytes = std::move(bytes);
  return raw;
}

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
  return all;
}

}  // namespace

TEST_CASE("what is written is read back equal, and written again the same") {
  Finder finder(book);
  const topos::AnnotatedDocument one = sample(finder);
  topos::NamePool names;
  topos::RecordReader reader(names);
  topos::RawDocument raw = records(written(one));
  const topos::AnnotatedDocument two = reader.read(raw);
  CHECK(two.document.id == one.document.id);
  CHECK(two.document.text == one.document.text);
  CHECK(two.document.language == one.document.language);
  CHECK(two.document.metadata.all() == one.document.metadata.all());
  REQUIRE(two.document.regions.size() == one.document.regions.size());
  for (std::size_t i = 0; i < one.document.regions.size(); ++i) {
    CHECK(two.document.regions[i].span == one.document.regions[i].span);
    CHECK(two.document.regions[i].name == one.document.regions[i].name);
    CHECK(two.document.sections[two.document.regions[i].section] ==
          one.document.sections[one.document.regions[i].section]);
    CHECK(two.sizes[i].words == one.sizes[i].words);
    CHECK(two.sizes[i].sentences == one.sizes[i].sentences);
    CHECK(two.sizes[i].characters == one.sizes[i].characters);
  }
  CHECK(two.analysis == one.analysis);
  REQUIRE(two.hits.size() == one.hits.size());
  for (std::size_t i = 0; i < one.hits.size(); ++i) {
    const topos::Hit& a = one.hits[i];
    const topos::Hit& b = two.hits[i];
    CHECK(b.codebook() == a.codebook());
    CHECK(b.code() == a.code());
    CHECK(b.pattern() == a.pattern());
    CHECK(topos::hit_id(two, b) == topos::hit_id(one, a));
    CHECK(b.span == a.span);
    CHECK(b.line == a.line);
    CHECK(b.sentence == a.sentence);
    CHECK(b.analysis_sentence == a.analysis_sentence);
    CHECK(b.paragraph == a.paragraph);
    CHECK(b.weight == a.weight);
    CHECK(b.negated == a.negated);
    CHECK(b.quoted == a.quoted);
    CHECK(b.url == a.url);
    CHECK(b.polarity == a.polarity);
    CHECK(two.notes_of(b) == one.notes_of(a));
  }
  CHECK(two.other == one.other);
  CHECK(two.duplicate_of == one.duplicate_of);
  CHECK(two.similarity == one.similarity);
  CHECK(written(two) == written(one));
}

TEST_CASE("every line is JSON with the fields of the contract, unknown values null") {
  Finder finder(book);
  const std::vector<json> lines = lines_of(written(sample(finder)));
  CHECK(lines[0]["type"] == "document");
  CHECK(lines[0]["metadata"]["title"] == "tab\there");
  CHECK(lines[0]["regions"][1]["section"] == "2.1");
  CHECK(lines[0]["regions"][0]["section"].is_null());
  for (const char* field : {"name", "begin", "end", "section", "words", "sentences", "characters", "analysis"})
    CHECK(lines[0]["regions"][0].contains(field));
  const json& hit = lines[1];
  for (const char* field :
       {"document",          "codebook",  "code",     "pattern", "id",   "begin",  "end",     "line",   "sentence",
        "analysis_sentence", "paragraph", "region",   "section", "text", "weight", "negated", "quoted", "voice",
        "modality",          "holder",    "polarity", "url"}) {
    CAPTURE(field);
    CHECK(hit.contains(field));
  }
  CHECK(hit["region"] == "title");
  CHECK(hit["analysis_sentence"].is_null());
  CHECK(hit["voice"].is_null());
  CHECK(hit["negated"] == 0);
  CHECK(lines[3]["negated"].is_null());
  CHECK(lines[3]["polarity"] == -1);
  CHECK(lines.back()["type"] == "quote");
}

TEST_CASE("the text of a hit is what its bytes say") {
  Finder finder(book);
  const topos::AnnotatedDocument one = sample(finder);
  for (const json& line : lines_of(written(one)))
    if (line["type"] == "hit") {
      const auto begin = line["begin"].get<std::size_t>();
      CHECK(one.document.text.substr(begin, line["end"].get<std::size_t>() - begin) == line["text"]);
    }
}

TEST_CASE("offsets in characters and UTF-16 units are those of a plain count") {
  Finder finder(book);
  const topos::AnnotatedDocument one = sample(finder);
  const auto count = [&](std::size_t bytes, bool utf16) {
    std::size_t all = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      const auto byte = static_cast<unsigned char>(one.document.text[i]);
      if (byte < 0x80 || byte >= 0xC0) all += utf16 && byte >= 0xF0 ? 2U : 1U;
    }
    return all;
  };
  const std::vector<json> bytes = lines_of(written(one));
  for (const bool utf16 : {false, true}) {
    const std::vector<json> other = lines_of(written(one, utf16 ? topos::Offsets::utf16 : topos::Offsets::characters));
    CHECK(other[0]["offsets"] == (utf16 ? "utf16" : "characters"));
    const auto same = [&](const json& a, const json& b) {
      CHECK(b["begin"] == count(a["begin"].get<std::size_t>(), utf16));
      CHECK(b["end"] == count(a["end"].get<std::size_t>(), utf16));
    };
    for (std::size_t i = 0; i < bytes.size(); ++i)
      if (bytes[i]["type"] == "hit") same(bytes[i], other[i]);
    for (std::size_t i = 0; i < one.document.regions.size(); ++i) same(bytes[0]["regions"][i], other[0]["regions"][i]);
  }
}

TEST_CASE("the id of a hit depends on document, code and span, and on nothing else") {
  topos::NamePool names;
  const auto id_of = [](std::string_view document, const topos::Hit& hit) {
    return std::string(topos::made_hit_id(document, hit).view());
  };
  topos::Hit hit;
  hit.kind = &names.kind("", "frame.x", "");
  hit.span = {3, 9};
  const std::string id = id_of("doc", hit);
  CHECK(id.size() == 16);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(id == "431c34bb8033c965");  // fixed: ids are kept in people's decision files
  topos::Hit other = hit;
  other.line = 7;
  other.kind = &names.kind("b", "frame.x", "p");
  other.weight = 3;
  CHECK(id_of("doc", other) == id);
  other.span.end = 10;
  CHECK(id_of("doc", other) != id);
  CHECK(id_of("docu", hit) != id);
  CHECK(id_of(std::string(2000, 'd'), hit) != id);
  other = hit;
  other.kind = &names.kind("", "frame.y", "");
  CHECK(id_of("doc", other) != id);
}

TEST_CASE("the head is read back as written") {
  topos::StreamHead head;
  head.version = "1.2.3";
  head.tokenizer = topos::tokenizer_id();
  head.codebooks = {{"demo", "0.1", "abc", {"ru", "zh"}}, {"two", "2", "def", {}}};
  head.arguments = {"--language=en", "a \"b\""};
  const topos::StreamHead back = topos::read_head(topos::write_head(head), {});
  CHECK(back.version == head.version);
  CHECK(back.tokenizer == head.tokenizer);
  REQUIRE(back.codebooks.size() == 2);
  CHECK(back.codebooks[0].checksum == "abc");
  CHECK(back.codebooks[0].draft_languages == std::vector<std::string>{"ru", "zh"});
  CHECK(back.arguments == head.arguments);
}

TEST_CASE("fields that are unknown to the reader do not disturb it, wherever they stand") {
  topos::NamePool names;
  topos::RecordReader reader(names);
  topos::RawDocument raw = records(
      R"({"new":{"deep":[1,2]},"type":"document","id":"a","language":"en","metadata":{"n":1,"b":true,"x":null,"o":{}},"regions":[{"name":"body","begin":0,"end":3,"section":null,"words":1,"sentences":1,"characters":3,"analysis":1,"more":2}],"text":"abc","z":0}
{"type":"hit","document":"a","codebook":"c","code":"k","begin":0,"end":3,"sentence":1,"paragraph":1,"tail":[]}
)");
  const auto found = reader.read(raw);
  CHECK(*found.document.metadata.find("n") == "1");
  CHECK(*found.document.metadata.find("b") == "true");
  CHECK(found.document.metadata.find("x") == nullptr);
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].weight == 1);
  CHECK(found.hits[0].negated == topos::Flag::unknown);
}

TEST_CASE("a hit's foreign id is kept") {
  topos::NamePool names;
  topos::RecordReader reader(names);
  const std::string document =
      R"({"type":"document","id":"a","regions":[{"name":"body","begin":0,"end":3,"words":1,"sentences":1,"analysis":1}],"text":"abc"})";
  topos::RawDocument raw = records(
      document + "\n" +
      R"({"type":"hit","document":"a","codebook":"c","code":"k","id":"mine","begin":0,"end":3,"sentence":1,"paragraph":1})");
  const auto found = reader.read(raw);
  REQUIRE(found.hits.size() == 1);
  CHECK(topos::hit_id(found, found.hits[0]) == "mine");
}

TEST_CASE("tokens that a document brought with it stay with it") {
  Finder finder(book);
  topos::Document document = topos::test::document_of("The pivot to\nAsia. So");
  auto given = std::make_shared<topos::GivenTokens>();
  given->form = topos::GivenTokens::Form::vrt;
  given->begin_sentence();
  for (const topos::ByteSpan span : {topos::ByteSpan{0, 9}, {10, 12}, {13, 18}}) given->add_token(span, "a\tb");
  given->begin_sentence();
  given->add_token({19, 21}, "c");
  document.given = given;
  const std::string first = written(finder.annotate(std::move(document)));
  topos::NamePool names;
  topos::RecordReader reader(names);
  topos::RawDocument raw = records(first);
  const topos::AnnotatedDocument read = reader.read(raw);
  REQUIRE(read.document.given != nullptr);
  CHECK(read.document.given->tokens == given->tokens);
  CHECK(read.document.given->sentences == given->sentences);
  CHECK(read.document.given->rows_of(3) == "c\n");
  CHECK(written(read) == first);
  for (const std::string& bad : {std::string("[[0,9,8,12]]"), std::string("[[0,99]]"), std::string("[[0]]"),
                                 std::string("[[]]"), std::string("[[0,0]]"), std::string("1")}) {
    std::string line = first.substr(0, first.find('\n'));
    const std::size_t at = line.find("[[");
    line.replace(at, line.find("]]") + 2 - at, bad);
    topos::RawDocument wrong = records(line);
    CHECK_THROWS_AS((void)reader.read(wrong), topos::Error);
  }
}
