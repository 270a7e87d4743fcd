// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "topos/annotation/record_stream.hpp"
#include "topos/base/error.hpp"

namespace {

/// What is wrong with a document's records, which begin in line 5 of in.jsonl; empty if nothing is.
std::string complaint(std::string bytes) {
  topos::RawDocument raw;
  raw.kind = topos::RawDocument::Kind::records;
  raw.path = "in.jsonl";
  raw.line = 5;
  raw.bytes = std::move(bytes);
  topos::NamePool names;
  try {
    (void)topos::RecordReader(names).read(raw);
  } catch (const topos::Error& error) {
    return error.what();
  }
  return {};
}

/// The same for a document "aé…" of nine bytes with one region, and a hit with these members.
std::string hit_complaint(
    const std::string& members,
    const std::string& regions = R"([{"name":"body","begin":0,"end":9,"words":1,"sentences":1,"analysis":1}])") {
  return complaint(R"({"type":"document","id":"a","regions":)" + regions + R"(,"text":"aéb 東 d"})" +
                   "\n{\"type\":\"hit\"," + members + "}");
}

const std::string good = R"("document":"a","codebook":"c","code":"k","sentence":1,"paragraph":1)";

std::string head_complaint(const std::string& line) {
  try {
    (void)topos::read_head(line, {"in.jsonl", 1, 0});
  } catch (const topos::Error& error) {
    return error.what();
  }
  return {};
}

bool says(const std::string& complaint, const std::string& part) {
  INFO(complaint);
  return complaint.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("spans must lie inside the text and between its characters") {
  CHECK(hit_complaint(good + R"(,"begin":0,"end":3)").empty());
  CHECK(says(hit_complaint(good + R"(,"begin":0,"end":10)"), "in.jsonl:6"));
  CHECK(says(hit_complaint(good + R"(,"begin":3,"end":1)"), "outside"));
  CHECK(says(hit_complaint(good + R"(,"begin":-1,"end":1)"), "whole number"));
  CHECK(says(hit_complaint(good + R"(,"begin":0.5,"end":1)"), "whole number"));
  CHECK(says(hit_complaint(good + R"(,"begin":0,"end":99999999999)"), "whole number"));
  CHECK(says(hit_complaint(good + R"(,"begin":0)"), "lacks 'end'"));
  CHECK(says(hit_complaint(good + R"(,"begin":0,"end":2)"), "character"));
  CHECK(says(hit_complaint(good + R"(,"begin":2,"end":3)"), "character"));
}

TEST_CASE("regions must lie inside the text, in order and between characters") {
  const auto with = [](const std::string& regions) { return hit_complaint(good + R"(,"begin":0,"end":1)", regions); };
  CHECK(
      with(
          R"([{"name":"title","begin":0,"end":1,"words":1,"sentences":1,"analysis":1},{"name":"body","begin":1,"end":9,"words":1,"sentences":1,"analysis":1}])")
          .empty());
  CHECK(says(
      with(
          R"([{"name":"body","begin":0,"end":5,"words":1,"sentences":1,"analysis":1},{"name":"body","begin":4,"end":9,"words":1,"sentences":1,"analysis":1}])"),
      "overlap"));
  CHECK(says(with(R"([{"name":"body","begin":0,"end":99,"words":1,"sentences":1,"analysis":1}])"), "outside"));
  CHECK(says(with(R"([{"name":"body","begin":0,"end":2,"words":1,"sentences":1,"analysis":1}])"), "character"));
  CHECK(says(with(R"([{"name":"nowhere","begin":0,"end":9,"words":1,"sentences":1,"analysis":1}])"), "'nowhere'"));
  CHECK(says(with(R"([{"begin":0,"end":9,"words":1,"sentences":1,"analysis":1}])"), "lacks 'name'"));
  CHECK(says(with(R"([1])"), "array of objects"));
  CHECK(says(with(R"({})"), "an array"));
}

TEST_CASE("a hit belongs to the document before it and lies in its paragraph") {
  CHECK(says(hit_complaint(R"("document":"b","codebook":"c","code":"k","begin":0,"end":1,"sentence":1,"paragraph":1)"),
             "another document"));
  CHECK(says(hit_complaint(R"("document":"a","codebook":"c","code":"k","begin":0,"end":1,"sentence":1,"paragraph":2)"),
             "paragraph"));
  CHECK(says(hit_complaint(R"("document":"a","codebook":"c","code":"k","begin":0,"end":1,"sentence":1,"paragraph":0)"),
             "paragraph"));
  CHECK(says(hit_complaint(R"("document":"a","code":"k","begin":0,"end":1,"sentence":1,"paragraph":1)"),
             "lacks 'codebook'"));
  CHECK(says(hit_complaint(good + R"(,"begin":0,"end":1,"negated":2)"), "'negated'"));
  CHECK(says(hit_complaint(good + R"(,"begin":0,"end":1,"weight":"heavy")"), "'weight'"));
  CHECK(says(hit_complaint(good + R"(,"begin":0,"end":1,"voice":1)"), "'voice'"));
}

TEST_CASE("what is no record says in which line") {
  CHECK(says(complaint("{\"type\":\"document\""), "in.jsonl:5"));
  CHECK(says(complaint("[]"), "not a JSON object"));
  CHECK(says(complaint("{\"type\":\"hit\"}"), "belongs to no document"));
  CHECK(says(complaint("\n \n"), "no document record"));
  CHECK(says(complaint(""), "no document record"));
  CHECK(says(complaint("{}"), "lacks 'type'"));
  CHECK(says(complaint(R"({"type":"document","id":"a","regions":[],"text":1})"), "'text' must be a string"));
  CHECK(says(complaint(R"({"type":"document","id":"a","text":""})"), "lacks 'regions'"));
  const std::string empty = R"({"type":"document","id":"a","regions":[],"text":""})";
  CHECK(complaint(empty).empty());
  CHECK(says(complaint(empty + "\n\n" + empty), "in.jsonl:7"));
  CHECK(says(complaint(empty + "\n{\"type\":\"quote\""), "in.jsonl:6"));
  CHECK(says(complaint("{\"type\":\"document\",\"id\":\"a\",\"regions\":[],\"text\":\"\xFF\"}"), "not JSON"));
  CHECK(says(complaint(R"({"type":"document","id":"a","offsets":"utf16","regions":[],"text":""})"), "not bytes"));
}

TEST_CASE("a stream of another schema or tokenizer is refused") {
  topos::StreamHead head;
  head.tokenizer = topos::tokenizer_id();
  CHECK(head_complaint(topos::write_head(head)).empty());
  head.tokenizer = "icu 1";
  CHECK(says(head_complaint(topos::write_head(head)), "'icu 1'"));
  CHECK(says(head_complaint(R"({"type":"head","schema":999,"tokenizer":"x","codebooks":[]})"), "schema 999"));
  CHECK(says(head_complaint(R"({"type":"head","tokenizer":"x","codebooks":[]})"), "lacks 'schema'"));
  CHECK(says(head_complaint("{"), "in.jsonl:1"));
}
