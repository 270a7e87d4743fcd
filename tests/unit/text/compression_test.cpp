// SPDX-License-Identifier: Apache-2.0
#include "topos/text/compression.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include "packed.hpp"
#include "scratch.hpp"
#include "topos/text/open_input.hpp"

using namespace topos;
using namespace topos::test;

namespace {

constexpr int all_filters[] = {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_BZIP2};

std::string long_text() {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "line " + std::to_string(i * 7919 % 10'007) + "\n";
  return text;
}

}  // namespace

TEST_CASE("packed files are known by content and read whole, joined members included") {
  const Scratch scratch;
  const std::string text = long_text();
  for (const int filter : all_filters) {
    CAPTURE(filter);
    const std::string bytes = packed(filter, text);
    CHECK(run({scratch.write("any name", bytes)}).documents.at(0).text == text);
    CHECK(run({scratch.write("twice.txt.gz", bytes + bytes)}).documents.at(0).text == text + text);
  }
  CHECK(run({scratch.write("not.txt.gz", "plain\n")}).documents.at(0).text == "plain\n");
}

TEST_CASE("an id keeps the suffix of the compression, and the format is that of the name before it") {
  const Scratch scratch;
  scratch.write("d/a.md.gz", packed(ARCHIVE_FILTER_GZIP, "# x\n"));
  scratch.write("d/b.jsonl.zst", packed(ARCHIVE_FILTER_ZSTD, "{\"text\":\"one\"}\n{\"text\":\"two\"}\n"));
  scratch.write("d/t.tsv.gz", packed(ARCHIVE_FILTER_GZIP, "text\nrow\n"));
  CHECK(run({scratch.at("d")}).ids() == Strings{"a.md.gz", "b.jsonl.zst:1", "b.jsonl.zst:2"});
  CHECK(run({scratch.at("d/t.tsv.gz")}).ids() == Strings{"t.tsv.gz:1"});
}

TEST_CASE("a packed file cut short at any place is an error, and nothing of it is used") {
  const Scratch scratch;
  const std::string good = scratch.write("good.txt", "x");
  for (const int filter : all_filters) {
    const std::string bytes = packed(filter, long_text());
    for (std::size_t size = 12; size < bytes.size(); size += bytes.size() / 13) {
      CAPTURE(filter);
      CAPTURE(size);
      const Run read = run({scratch.write("cut.txt.gz", bytes.substr(0, size)), good});
      CHECK(read.ids() == Strings{"good.txt"});
      REQUIRE(read.failures.size() == 1);
      CHECK(read.failures[0].code() == Errc::archive);
      CHECK(read.failures[0].where().path == scratch.at("cut.txt.gz"));
      CHECK_FALSE(read.failures[0].hint().empty());
    }
  }
}

TEST_CASE("records of a damaged packed file are not used either") {
  const Scratch scratch;
  std::string lines;
  for (int i = 0; i < 50'000; ++i) lines += "{\"text\":\"line " + std::to_string(i * 7919 % 10'007) + "\"}\n";
  for (const int filter : all_filters) {
    const std::string bytes = packed(filter, lines);
    const Run read = run({scratch.write("cut.jsonl.gz", bytes.substr(0, bytes.size() - 9))});
    CHECK(read.documents.empty());
    REQUIRE(read.failures.size() == 1);
    CHECK(read.failures[0].code() == Errc::archive);
  }
}

TEST_CASE("packed records beyond what is held in memory are read, and a damaged end still stops them") {
  const Scratch scratch;
  const std::string line = "{\"text\":\"" + long_text().substr(0, 100'000) + "\"}\n";
  std::string lines;
  for (int i = 0; i < 200; ++i)
    for (const char c : line) lines += c == '\n' && lines.size() % line.size() != line.size() - 1 ? ' ' : c;
  const std::string bytes = packed(ARCHIVE_FILTER_GZIP, lines);
  InputOptions options;
  options.paths = {scratch.write("r.jsonl.gz", bytes)};
  CHECK(run(options).documents.size() == 200);
  options.paths = {scratch.write("cut.jsonl.gz", bytes.substr(0, bytes.size() - 9))};
  const Run read = run(options);
  CHECK(read.documents.empty());
  CHECK(read.failures.at(0).where().path == options.paths[0]);
}

TEST_CASE("a wrong checksum and trailing garbage are errors, zero padding is not") {
  const Scratch scratch;
  const std::string good = packed(ARCHIVE_FILTER_GZIP, "hello hello hello hello\n");
  std::string bad = good;
  bad[bad.size() - 6] = static_cast<char>(bad[bad.size() - 6] ^ 1);
  CHECK(run({scratch.write("bad.gz", bad)}).failures.at(0).code() == Errc::archive);
  CHECK(run({scratch.write("tail.gz", good + "garbage")}).failures.at(0).message() ==
        "something follows the gzip data");
  CHECK(run({scratch.write("padded.gz", good + std::string(512, '\0'))}).documents.at(0).text ==
        "hello hello hello hello\n");
  CHECK(run({scratch.write("tail2.gz", good + std::string(512, '\0') + "x")}).failures.size() == 1);
  for (const int filter : all_filters) {
    const std::string whole = packed(filter, long_text());
    CAPTURE(filter);
    CHECK(run({scratch.write("behind.gz", whole + "garbage behind it")}).failures.at(0).code() == Errc::archive);
    CHECK(run({scratch.write("joined.gz", whole + whole)}).documents.at(0).text == long_text() + long_text());
    std::string bytes = whole;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
    CHECK(run({scratch.write("flip.gz", bytes)}).failures.at(0).code() == Errc::archive);
  }
}

TEST_CASE("an empty packed text is an empty document, and an empty file named .gz is one too") {
  const Scratch scratch;
  for (const int filter : all_filters)
    CHECK(run({scratch.write("e.txt.gz", packed(filter, ""))}).documents.at(0).text.empty());
  CHECK(run({scratch.write("zero.gz", "")}).documents.at(0).text.empty());
}

TEST_CASE("a bomb stops at the limit") {
  const Scratch scratch;
  const std::string bomb = packed(ARCHIVE_FILTER_GZIP, std::string(std::size_t{30} << 20, '\0'));
  Run read = run({scratch.write("bomb.txt.gz", bomb)});
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].code() == Errc::archive);
  CHECK(read.failures[0].message() == "expands past the limit");
  CHECK(read.failures[0].hint().find("--max-expand") != std::string::npos);
  InputOptions options;
  options.paths = {scratch.write("small.txt.gz", packed(ARCHIVE_FILTER_GZIP, long_text()))};
  options.max_expand = 1000;
  CHECK(run(options).failures.at(0).code() == Errc::archive);
}

TEST_CASE("an entry that says that it is a bomb is refused before it is read") {
  ExpandLimits limits;
  limits.total = 1000;
  topos::ExpandGuard guard("z.zip", limits);
  CHECK_NOTHROW(guard.expect(1000, 0));
  CHECK(error_of([&] { guard.expect(1001, 0); }).message() == "expands past the limit");
  guard.gave(1);
  CHECK(error_of([&] { guard.expect(1000, 0); }).code() == Errc::archive);
  CHECK(error_of([&] { guard.expect(~std::uint64_t{0}, 0); }).code() == Errc::archive);
  limits.total = std::uint64_t{1} << 40;
  const topos::ExpandGuard large("z.zip", limits);
  CHECK_NOTHROW(large.expect(std::uint64_t{20} << 20, std::uint64_t{1} << 20));
  CHECK(error_of([&] { large.expect(std::uint64_t{300} << 20, std::uint64_t{1} << 20); }).code() == Errc::archive);
}

TEST_CASE("a file packed twice is refused") {
  const Scratch scratch;
  CHECK(run({scratch.write("a.gz", packed(ARCHIVE_FILTER_GZIP, packed(ARCHIVE_FILTER_ZSTD, long_text())))})
            .failures.at(0)
            .message() == "packed twice");
}

TEST_CASE("the texts of a zip file are documents, names are only names and nothing is written") {
  const Scratch scratch;
  const std::string file =
      scratch.write("d/z.zip", zip({{"b.txt", "second"},
                                    {"folder/файл.md", "# first"},
                                    {"../../etc/passwd.txt", "up"},
                                    {"/absolute.txt", "root"},
                                    {".hidden.txt", "no"},
                                    {"picture.png", "no"},
                                    {"inner.zip", "no"},
                                    {"rows.jsonl", "{\"text\":\"r\"}\n{\"text\":\"s\",\"id\":\"own\"}\n"}}));
  const Run read = run({scratch.at("d")});
  CHECK(read.ids() == Strings{"z.zip/b.txt", "z.zip/folder/файл.md", "z.zip/../../etc/passwd.txt",
                              "z.zip//absolute.txt", "z.zip/rows.jsonl:1", "own"});
  CHECK(read.documents.at(2).text == "up");
  CHECK(read.noted("inner.zip: left out: packed inside of an archive"));
  CHECK(read.noted("z.zip: 1 file left out by its name: 1 .png"));
  CHECK(std::distance(std::filesystem::recursive_directory_iterator(scratch.path()), {}) == 2);
}

TEST_CASE("a damaged entry of a zip file fails alone") {
  const Scratch scratch;
  std::string bytes = zip({{"a.txt", long_text()}, {"b.txt", "good"}});
  bytes[400] = static_cast<char>(bytes[400] ^ 0x55);
  const Run read = run({scratch.write("z.zip", bytes)});
  CHECK(read.ids() == Strings{"z.zip/b.txt"});
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].code() == Errc::archive);
  CHECK(read.failures[0].where().path == scratch.at("z.zip/a.txt"));
}

TEST_CASE("a zip file cut short, without texts, or with too many entries is refused") {
  const Scratch scratch;
  const std::string bytes = zip({{"a.txt", long_text()}});
  for (const std::size_t size : {bytes.size() / 2, bytes.size() / 4, bytes.size() - 30}) {
    const Run read = run({scratch.write("cut.zip", bytes.substr(0, size))});
    CHECK(read.documents.empty());
    CHECK(read.failures.at(0).code() == Errc::archive);
  }
  CHECK(run({scratch.write("pictures.zip", zip({{"a.png", "x"}}))}).failures.at(0).message().find(".txt .text") !=
        std::string::npos);
  Entries many;
  for (int i = 0; i < 10'001; ++i) many.emplace_back(std::to_string(i) + ".png", "");
  const Run read = run({scratch.write("many.zip", zip(many))});
  CHECK(read.failures.at(0).message() == "holds more than 10000 entries");
}

TEST_CASE("a zip file whose entries share bytes is refused with the place, one in another order is read") {
  const Scratch scratch;
  const std::string bytes = zip({{"a.txt", "first"}, {"b.txt", "second"}});
  const std::size_t list = bytes.find("PK\1\2");
  const std::size_t second = bytes.find("PK\1\2", list + 1);
  const std::size_t end = bytes.find("PK\5\6");
  std::string same = bytes;
  same.replace(second + 42, 4, bytes, list + 42, 4);
  const Run read = run({scratch.write("same.zip", same)});
  CHECK(read.documents.empty());
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].code() == Errc::archive);
  CHECK(read.failures[0].message() == "two entries hold the same bytes, at byte 0");
  // One entry whose bytes hold the other, heads and all, is how bombs without nested files are made.
  std::string around = bytes;
  around[list + 20] = static_cast<char>(around[list + 20] + 60);
  CHECK(run({scratch.write("around.zip", around)}).failures.at(0).message() ==
        "two entries hold the same bytes, at byte " + std::to_string(bytes.find("PK\3\4", 4)));
  const std::string turned = bytes.substr(0, list) + bytes.substr(second, end - second) +
                             bytes.substr(list, second - list) + bytes.substr(end);
  CHECK(run({scratch.write("turned.zip", turned)}).documents.size() == 2);
  CHECK(run({scratch.write("behind.zip", bytes.substr(0, bytes.size() - 2) + std::string("\5\0PK\5\6!", 7))})
            .documents.size() == 2);
}

TEST_CASE("an entry past its limit is refused") {
  ExpandLimits limits;
  limits.entry = 100;
  ArchiveEntries entries(memory_bytes(zip({{"a.txt", long_text()}})), "z.zip", limits);
  REQUIRE(entries.next());
  CHECK(error_of([&] { static_cast<void>(entries.read()); }).code() == Errc::archive);
}

TEST_CASE("bytes at hand are read like a file") {
  const auto options = std::make_shared<const InputOptions>();
  const auto reader = open_input(memory_bytes(packed(ARCHIVE_FILTER_ZSTD, "{\"text\":\"x\"}\n")),
                                 {options, "m.jsonl", "m.jsonl", [](const Error&) {}, {}});
  const auto raw = reader->next();
  REQUIRE(raw);
  CHECK(raw->kind == RawDocument::Kind::json);
  CHECK_FALSE(reader->next());
}

TEST_CASE("standard input that brings nothing is no document") {
  const auto options = std::make_shared<const InputOptions>();
  CHECK_FALSE(open_input(memory_bytes(""), {options, "-", "-", [](const Error&) {}, {}})->next());
  const auto reader = open_input(memory_bytes("\n"), {options, "-", "-", [](const Error&) {}, {}});
  const auto raw = reader->next();
  REQUIRE(raw);
  CHECK(raw->id == "-");
}

TEST_CASE("a tar file is read like a zip file, packed or not, and one that is cut short is not used") {
  const Scratch scratch;
  const std::string bytes = tar({{"d/a.txt", "one"}, {"d/b.html", "<html><p>two</p>"}, {"d/c.png", "x"}});
  CHECK(run({scratch.write("t.tar", bytes)}).ids() == Strings{"t.tar/d/a.txt", "t.tar/d/b.html"});
  const std::string gzip = packed(ARCHIVE_FILTER_GZIP, bytes);
  const Run read = run({scratch.write("t.tar.gz", gzip)});
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].text == "two");
  const Run cut = run({scratch.write("cut.tgz", gzip.substr(0, gzip.size() - 12))});
  CHECK(cut.documents.empty());
  CHECK(cut.failures.at(0).code() == Errc::archive);
}
