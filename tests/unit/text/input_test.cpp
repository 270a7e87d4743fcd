// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include "scratch.hpp"

using namespace topos;
using namespace topos::test;

TEST_CASE("a plain file is its text byte for byte: mark, CR and NUL kept") {
  const Scratch scratch;
  using namespace std::string_literals;
  const std::string text = "\xEF\xBB\xBFOne\r\ntwo \0 three\rlast without an end"s;
  const Run read = run({scratch.write("a.txt", text)});
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].text == text);
  CHECK(read.documents[0].id == "a.txt");
  CHECK(read.documents[0].line == 0);
  CHECK(read.notes.empty());
  CHECK(read.inputs == 1);
}

TEST_CASE("an empty file is a document without text") {
  const Scratch scratch;
  const Run read = run({scratch.write("empty.txt", "")});
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].text.empty());
}

TEST_CASE("a folder yields its texts in byte order of their paths, hidden files, tables and unknown names left out") {
  const Scratch scratch;
  for (const char* name : {"b.txt", "a/z.md", "a-b.TXT", ".hidden.txt", "noext", "t.tsv", "x.jsonl", "package.json",
                           ".git/c.txt", "a/é.text"})
    scratch.write(name, std::string_view(name).ends_with("jsonl") ? "{\"text\":\"t\",\"id\":\"j\"}\n" : "text\n");
  const Run read = run({scratch.path()});
  CHECK(read.ids() == Strings{"a-b.TXT", "a/z.md", "a/é.text", "b.txt", "j"});
  CHECK(read.failures.empty());
  CHECK(read.noted(": 3 files left out by their names: 1 without an ending, 1 .json, 1 .tsv"));
}

TEST_CASE("of files left out by their names the most frequent endings are named") {
  const Scratch scratch;
  scratch.write("a.txt", "text");
  for (int i = 0; i < 9; ++i) scratch.write("x." + std::string(1, static_cast<char>('a' + i)), "");
  scratch.write("y.B", "");
  scratch.write("long.name-that-is-no-ending", "");
  CHECK(run({scratch.path()})
            .noted(": 11 files left out by their names: 2 .b, 1 without an ending, 1 .a, 1 .c, 1 .d, 1 .e, 4 others"));
  scratch.write("one/b.txt", "text");
  scratch.write("one/b.jpg", "text");
  CHECK(run({scratch.at("one")}).noted(": 1 file left out by its name: 1 .jpg"));
  InputOptions options;
  options.paths = {scratch.at("one")};
  options.metadata_table = scratch.write("one/meta.tsv", "id\tx\nb.txt\t1\n");
  CHECK(run(options).noted(": 1 file left out by its name: 1 .jpg"));
}

TEST_CASE("symbolic links in a folder are not followed, pipes are noted, and both work when named") {
  const Scratch scratch;
  scratch.write("in/ok.txt", "text");
  std::filesystem::create_directory_symlink(scratch.at("in"), scratch.at("in/loop"));
  std::filesystem::create_symlink(scratch.at("in/ok.txt"), scratch.at("in/link.txt"));
  REQUIRE(::mkfifo(scratch.at("in/pipe.txt").c_str(), 0600) == 0);
  const Run read = run({scratch.at("in")});
  CHECK(read.ids() == Strings{"ok.txt"});
  CHECK(read.noted("2 symbolic links not followed"));
  CHECK(read.noted("pipe.txt: left out"));
  CHECK(run({scratch.at("in/link.txt")}).ids() == Strings{"link.txt"});
}

TEST_CASE("a path with a star, a question mark or a bracket that does not exist is a pattern") {
  const Scratch scratch;
  scratch.write("b1.txt", "x");
  scratch.write("a1.txt", "x");
  scratch.write("[odd].txt", "x");
  CHECK(run({scratch.at("?1.txt")}).ids() == Strings{"a1.txt", "b1.txt"});
  CHECK(run({scratch.at("[odd].txt")}).ids() == Strings{"[odd].txt"});
  CHECK(error_of([&] { run({scratch.at("*.md")}); }).code() == Errc::missing);
}

TEST_CASE("a missing input is an error of its own beside others, and of the run when there is nothing else") {
  const Scratch scratch;
  const std::string good = scratch.write("good.txt", "x");
  const Run read = run({scratch.at("gone.txt"), good});
  CHECK(read.ids() == Strings{"good.txt"});
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].code() == Errc::missing);
  CHECK(read.failures[0].where().path == scratch.at("gone.txt"));
  CHECK(read.inputs == 2);
  const Error error = error_of([&] { run({scratch.at("gone.txt")}); });
  CHECK(error.code() == Errc::missing);
  CHECK(error.message() == "cannot open: No such file or directory");
}

TEST_CASE("two files with one id are refused before anything is read") {
  const Scratch scratch;
  const std::string a = scratch.write("a/x.txt", "x");
  const std::string b = scratch.write("b/x.txt", "x");
  const Error error = error_of([&] { run({a, b}); });
  CHECK(error.code() == Errc::duplicate_id);
  CHECK(error.where().path == b);
  CHECK(error.message().find(a) != std::string::npos);
  CHECK_FALSE(error.hint().empty());
  CHECK(run({scratch.path()}).ids() == Strings{"a/x.txt", "b/x.txt"});
}

TEST_CASE("a file that is named twice under two paths is refused") {
  const Scratch scratch;
  const std::string file = scratch.write("d/sub/x.txt", "x");
  CHECK(error_of([&] { run({file, file}); }).code() == Errc::duplicate_id);
  const Error error = error_of([&] { run({scratch.at("d"), scratch.at("d/../d/sub/x.txt")}); });
  CHECK(error.code() == Errc::duplicate_id);
  CHECK(error.message().find("named twice") != std::string::npos);
}

TEST_CASE("--files-from takes lines or NUL-separated names, with or without the last end") {
  const Scratch scratch;
  const std::string a = scratch.write("a.txt", "x");
  const std::string odd = scratch.write("new\nline.txt", "x");
  InputOptions options;
  options.files_from = scratch.write("list", a + "\r\n\n" + scratch.write("b.txt", "x"));
  CHECK(run(options).ids() == Strings{"a.txt", "b.txt"});
  options.files_from = scratch.write("list0", odd + '\0' + a);
  CHECK(run(options).ids() == Strings{"new\nline.txt", "a.txt"});
}

TEST_CASE("a name that is not UTF-8 is read, and its id is made UTF-8") {
  const Scratch scratch;
  const Run read = run({scratch.write("caf\xE9.txt", "x")});
  CHECK(read.ids() == Strings{"caf\xEF\xBF\xBD.txt"});
}

TEST_CASE("an unreadable file fails alone") {
  if (::geteuid() == 0) return;
  const Scratch scratch;
  ::chmod(scratch.write("a.txt", "x").c_str(), 0);
  scratch.write("b.txt", "x");
  const Run read = run({scratch.path()});
  CHECK(read.ids() == Strings{"b.txt"});
  REQUIRE(read.failures.size() == 1);
  CHECK(read.failures[0].message() == "cannot open: Permission denied");
}

TEST_CASE("--split makes documents of lines, of paragraphs and of so many bytes, none of them lost") {
  const Scratch scratch;
  InputOptions options;
  options.paths = {scratch.write("big.txt", "one\ntwo\n\n\nthree\nfour\n \nfive")};
  options.split = "lines";
  Run read = run(options);
  CHECK(read.ids() == Strings{"big.txt:1", "big.txt:2", "big.txt:3", "big.txt:4", "big.txt:5"});
  CHECK(read.documents[2].text == "three");
  CHECK(read.documents[2].line == 5);
  options.split = "paragraphs";
  read = run(options);
  REQUIRE(read.documents.size() == 3);
  CHECK(read.documents[1].text == "three\nfour");
  CHECK(read.documents[1].line == 5);
  options.split = "9";
  read = run(options);
  std::string all;
  for (const Document& document : read.documents) all += document.text;
  CHECK(all == "one\ntwo\n\n\nthree\nfour\n \nfive");
  CHECK(read.documents[0].text == "one\ntwo\n\n");
  options.split = "words";
  CHECK(error_of([&] { run(options); }).code() == Errc::usage);
}

TEST_CASE("ten thousand documents of one stream pass one at a time") {
  const Scratch scratch;
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "line " + std::to_string(i) + "\n";
  InputOptions options;
  options.paths = {scratch.write("big.txt", text)};
  options.split = "lines";
  CHECK(run(options).documents.size() == 10'000);
}
