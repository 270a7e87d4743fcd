// SPDX-License-Identifier: Apache-2.0
#include "topos/report/partial_result.hpp"

#include <doctest/doctest.h>

#include "topos/annotation/kept_fields.hpp"
#include "unit/text/scratch.hpp"

using namespace topos;

namespace {

PartialHead head() {
  PartialHead one;
  one.provenance.arguments = {"freq", "--min=2"};
  one.provenance.codebooks = {{"small", "1", "abc"}};
  one.corpora[0] = {2, 3, 1, {"genre"}, {"date"}, {}};
  return one;
}

std::string part_of(const std::vector<std::pair<std::string, std::string>>& ids_and_paths,
                    const PartialHead& said = head()) {
  PartialWriter writer("/tmp");
  for (const auto& [id, path] : ids_and_paths) {
    PartialDocument document{0, id, path, "", {}};
    document.signature.empty = false;
    document.signature.minima[127] = 0xFEDCBA98;
    writer.add(document, PartialWriter::line_of(document, [&](FieldArchive& archive) {
                 std::string text = "of " + document.id;
                 archive.text("text", text);
               }));
  }
  std::string lines;
  writer.finish(said, [&](std::string_view line) { lines.append(line) += '\n'; });
  return lines;
}

std::vector<std::string> ids_of(PartialReader& reader) {
  std::vector<std::string> ids;
  reader.each_line([&](const PartialDocument& document, std::string_view) { ids.push_back(document.id); });
  return ids;
}

}  // namespace

TEST_CASE("documents of all parts come in the order of a walk whatever the order of the parts") {
  const test::Scratch folder;
  const std::string a = folder.write("a", part_of({{"1", "texts/b.txt"}, {"2", "texts/a/z.txt"}}));
  const std::string b = folder.write("b", part_of({{"3", "texts/a-b.txt"}, {"4", "texts/a/b.txt"}}));
  PartialReader forward({a, b}, folder.path());
  PartialReader backward({b, a}, folder.path());
  CHECK(ids_of(forward) == std::vector<std::string>{"4", "2", "3", "1"});
  CHECK(ids_of(backward) == std::vector<std::string>{"4", "2", "3", "1"});
  CHECK(forward.head().corpora[0].inputs == 6);
  CHECK(forward.head().corpora[0].failures == 2);
  CHECK(forward.head().corpora[0].fields == std::vector<std::string>{"genre"});
}

TEST_CASE("what a part said of a document is read back") {
  const test::Scratch folder;
  PartialReader reader({folder.write("a", part_of({{"a \"b\"\n", "x"}}))}, folder.path());
  NamePool names;
  FieldReader fields(names);
  std::string text;
  PartialDocument document;
  reader.each(0, fields, [&] {
    archive_fields(fields, document);
    int none = 0;
    fields.object("counts", none, [&](int) { fields.text("text", text); });
  });
  CHECK(document.id == "a \"b\"\n");
  CHECK(!document.signature.empty);
  CHECK(document.signature.minima[0] == 0);
  CHECK(document.signature.minima[127] == 0xFEDCBA98);
  CHECK(text == "of a \"b\"\n");
}

TEST_CASE("a partial result without one of its bytes or with another one is refused") {
  const test::Scratch folder;
  const std::string whole = part_of({{"a", "a"}, {"b", "b"}});
  CHECK_NOTHROW(PartialReader({folder.write("whole", whole)}, folder.path()));
  for (std::size_t at = 0; at + 1 < whole.size(); ++at) {
    std::string shorter = whole;
    shorter.erase(at, 1);
    CHECK_THROWS_AS(PartialReader({folder.write("shorter", shorter)}, folder.path()), Error);
    std::string other = whole;
    other[at] = other[at] == 'x' ? 'y' : 'x';
    CHECK_THROWS_AS(PartialReader({folder.write("other", other)}, folder.path()), Error);
    CHECK_THROWS_AS(PartialReader({folder.write("cut", whole.substr(0, at))}, folder.path()), Error);
  }
}

TEST_CASE("parts of another command line or codebook are refused") {
  const test::Scratch folder;
  const std::string a = folder.write("a", part_of({{"a", "a"}}));
  PartialHead arguments = head();
  arguments.provenance.arguments.push_back("--sparse");
  PartialHead book = head();
  book.provenance.codebooks[0].checksum = "abd";
  PartialHead list = head();
  list.lists = {{"--stop", "abc"}};
  for (const PartialHead& other : {arguments, book, list}) {
    CHECK(!difference(head(), other).empty());
    CHECK_THROWS_AS(PartialReader({a, folder.write("b", part_of({{"b", "b"}}, other))}, folder.path()), Error);
  }
  CHECK(difference(head(), head()).empty());
}

TEST_CASE("numbers that no worker writes are refused when they are read") {
  NamePool names;
  FeatureTable features;
  const auto read = [&](const std::string& line, auto counts) {
    FieldReader reader(names, 1);
    reader.name_features(features);
    reader.start(line, {"part", 1, 0});
    archive_fields(reader, counts);
  };
  CHECK_NOTHROW(
      read(R"({"groups":[{"by":["x"],"words":2}],"values":[{"by":["x"]}],"rows":[{"code":["book","a"],"n":2}]})",
           DocumentTally()));
  CHECK_THROWS_AS(read(R"({"values":[{"by":["x","y"]}]})", DocumentTally()), Error);
  CHECK_THROWS_AS(read(R"({"values":[{}]})", DocumentTally()), Error);
  CHECK_THROWS_AS(read(R"({"rows":[{"code":["book","a"],"n":2}]})", DocumentTally()), Error);
  CHECK_THROWS_AS(read(R"({"values":[{"by":["x"]}],"rows":[{"code":["a"]}]})", DocumentTally()), Error);
  CHECK_THROWS_AS(read(R"({"values":[{"by":["x"]}],"rows":[{"code":["book","a"],"n":-2}]})", DocumentTally()), Error);
  CHECK_THROWS_AS(read(R"({"patterns":[{"row":0,"code":["book","a","b"]}]})", DocumentTally()), Error);
  CHECK_THROWS_AS(read(R"({"groups":[{"by":["x"],"counts":{"a":5000000000}}]})", DocumentFeatures()), Error);
  CHECK_THROWS_AS(read(R"({"groups":[{"by":["x"],"counts":["a"]}]})", DocumentFeatures()), Error);
  CHECK_THROWS_AS(read(R"({"groups":{"by":["x"]}})", DocumentFeatures()), Error);
  CHECK_THROWS_AS(read(R"({"codes":[{"by":["x"]}]})", DocumentPairs()), Error);
  CHECK_THROWS_AS(read(R"({"pairs":[{"a":0,"b":0}]})", DocumentPairs()), Error);
  CHECK_THROWS_AS(read(R"({"groups":[{"by":["x"]}],"nodes":[{"by":["y"]}]})", DocumentCollocates()), Error);
  CHECK_THROWS_AS(read(R"({"groups":[{"by":["x"]}],"rows":[{"by":["x"],"places":[{"part":3}]}]})", DocumentPlaces()),
                  Error);
}
