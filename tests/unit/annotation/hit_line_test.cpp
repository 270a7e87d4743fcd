// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit_line.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "topos/annotation/record_stream.hpp"
#include "topos/base/error.hpp"

namespace {

topos::HitFields sample() {
  topos::HitFields fields;
  fields.document = "d";
  fields.codebook = "book";
  fields.code = "frame.x";
  fields.pattern = "frame.x#en.1";
  fields.id = "0123456789abcdef";
  fields.begin = 2;
  fields.end = 5;
  fields.line = 1;
  fields.sentence = 1;
  fields.paragraph = 1;
  fields.region = "body";
  fields.text = "c d";
  return fields;
}

std::string line_of(const topos::HitFields& fields) {
  std::string line;
  topos::write_hit_line(fields, line);
  REQUIRE(line.back() == '\n');
  line.pop_back();
  return line;
}

/// Reads a line behind a document as the stream's reader does, and writes it again; empty if it is refused.
std::string by_reader(const std::string& line) {
  topos::NamePool names;
  topos::RecordReader reader(names);
  topos::RawDocument raw;
  raw.kind = topos::RawDocument::Kind::records;
  raw.bytes =
      R"({"type":"document","id":"d","regions":[{"name":"body","begin":0,"end":9,"words":1,"sentences":1,"analysis":1}],"text":"a c d e f"})";
  raw.bytes += '\n' + line + '\n';
  try {
    std::string again;
    topos::write_document(reader.read(raw), topos::Offsets::bytes, again);
    return again.substr(again.find('\n') + 1);
  } catch (const topos::Error&) {
    return {};
  }
}

}  // namespace

TEST_CASE("a hit line that was written is read by its form") {
  topos::HitFields fields = sample();
  for (int variant = 0; variant < 64; ++variant) {
    fields.section = (variant & 1) != 0 ? "Раздел 1" : "";
    fields.weight = (variant & 2) != 0 ? 0.25 : 1;
    fields.negated = (variant & 4) != 0 ? topos::Flag::yes : topos::Flag::no;
    fields.polarity = static_cast<std::int8_t>((variant & 8) != 0 ? -1 : variant & 1);
    fields.coder = (variant & 16) != 0 ? "anna" : "";
    fields.analysis_sentence = (variant & 32) != 0 ? 7 : 0;
    const std::string line = line_of(fields);
    topos::HitFields read;
    REQUIRE(topos::read_hit_line(line, read));
    CHECK(line_of(read) == line);
    CHECK(by_reader(line) == by_reader(line + " "));
    if (fields.section.empty()) CHECK(by_reader(line) == line + "\n");
  }
}

TEST_CASE("lines with escapes, control characters or invalid bytes are left to the parser") {
  topos::HitFields fields = sample();
  topos::HitFields read;
  fields.text = "say \"c\"";
  CHECK_FALSE(topos::read_hit_line(line_of(fields), read));
  CHECK_FALSE(topos::read_hit_line(line_of(sample()).replace(20, 1, "\t"), read));
  CHECK_FALSE(topos::read_hit_line(line_of(sample()).replace(line_of(sample()).find("c d"), 1, "\xFF"), read));
}

TEST_CASE("a changed hit line is never read by its form where the parser refuses it") {
  // Whatever the short way takes, the parser must take for the same; a member of another order makes it go to the
  // parser.
  const std::string line = line_of(sample());
  std::mt19937 random(20);
  const std::string bytes = "0123456789.-+eEnul\"{}[],: abc";
  std::size_t taken = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string changed = line;
    const std::size_t at = random() % changed.size();
    switch (random() % 3) {
      case 0:
        changed[at] = bytes[random() % bytes.size()];
        break;
      case 1:
        changed.erase(at, 1 + random() % 3);
        break;
      default:
        changed.insert(at, 1, bytes[random() % bytes.size()]);
    }
    topos::HitFields read;
    if (!topos::read_hit_line(changed, read)) continue;
    ++taken;
    // A blank at the end has no meaning to the parser but sends the line to it.
    CHECK_FALSE(topos::read_hit_line(changed + " ", read));
    CHECK(by_reader(changed) == by_reader(changed + " "));
  }
  CHECK(taken > 1000);
}
