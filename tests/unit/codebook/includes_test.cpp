// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "books.hpp"
#include "topos/base/hash.hpp"
#include "topos/codebook/codebook.hpp"

namespace {

/// A folder that goes away with its files.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("topos-includes-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_ / "sub");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path(name);
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string including(std::string_view files) {
  return "[codebook]\nid = 'demo'\nversion = '1'\nlanguages = ['en']\ninclude = [" + std::string(files) + "]\n";
}

std::string include_fault(const std::string& path) {
  try {
    (void)topos::load_codebook(path);
    return "no error";
  } catch (const topos::Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("included files are read first, depth first, relative to the file that names them") {
  const Folder folder;
  const std::string deep = "[macros]\neast = 'east|asia'\n" + code("c.deep", "patterns.en = ['deep']");
  const std::string mid = "[codebook]\ninclude = ['deep.toml']\n" + code("c.mid", "patterns.en = ['$east']");
  const std::string top = including("'sub/mid.toml', 'last.toml'") + code("c.top", "patterns.en = ['@c.deep $east']");
  const std::string last = code("c.last", "");
  folder.write("sub/deep.toml", deep);
  folder.write("sub/mid.toml", mid);
  folder.write("last.toml", last);
  const topos::Codebook book = topos::load_codebook(folder.write("top.toml", top));
  REQUIRE(book.codes.size() == 4);
  CHECK(book.codes[0].id == "c.deep");
  CHECK(book.codes[1].id == "c.mid");
  CHECK(book.codes[2].id == "c.last");
  CHECK(book.codes[3].id == "c.top");
  CHECK(book.codes[0].where.path == folder.path("sub/deep.toml"));
  CHECK(book.checksum == topos::sha256(top + deep + mid + last));
}

TEST_CASE("a file that two files include is read once") {
  const Folder folder;
  folder.write("common.toml", "[macros]\nm = 'a'\n");
  folder.write("one.toml", "[codebook]\ninclude = ['common.toml']\n" + code("one", "patterns.en = ['$m']"));
  CHECK(include_fault(folder.write("top.toml", including("'one.toml', './sub/../common.toml'"))) == "no error");
}

TEST_CASE("a circle of includes is an error where it closes") {
  const Folder folder;
  folder.write("one.toml", "[codebook]\ninclude = ['top.toml']\n");
  CHECK(include_fault(folder.write("top.toml", including("'one.toml'") + code("a", ""))) ==
        folder.path("one.toml") + ":2:12: the file 'top.toml' includes itself, directly or through others [codebook]");
}

TEST_CASE("what is defined in two files is an error that names both") {
  const Folder folder;
  folder.write("one.toml", "[macros]\nm = 'a'\n" + code("a", "patterns.en = ['$m']"));
  CHECK(include_fault(folder.write("top.toml", including("'one.toml'") + "[macros]\nm = 'b'\n")) ==
        folder.path("top.toml") + ":7:1: the macro 'm' is defined twice: first in " + folder.path("one.toml") +
            " line 2 [codebook]");
  CHECK(include_fault(folder.write("top.toml", including("'one.toml'") + code("a", ""))) ==
        folder.path("top.toml") + ":6:1: code a: the code 'a' is defined twice: first in " + folder.path("one.toml") +
            " line 3 [codebook]");
}

TEST_CASE("included files must exist, be regular, lie relative and be TOML") {
  const Folder folder;
  const auto top = [&](const char* files) {
    return include_fault(folder.write("top.toml", including(files) + code("a", "")));
  };
  CHECK(top("'gone.toml'") == folder.path("top.toml") + ":5:12: cannot open the included file 'gone.toml' [missing]");
  CHECK(top("'sub'").find("cannot open the included file 'sub'") != std::string::npos);
  CHECK(top("'/dev/zero'").find("relative") != std::string::npos);
  CHECK(top("''").find("relative") != std::string::npos);
  folder.write("bad.toml", "x = [\n");
  CHECK(top("'bad.toml'").starts_with(folder.path("bad.toml") + ":1:7: not valid TOML"));
  CHECK(include_fault(folder.path("nothing.toml")).ends_with("[missing]"));
  CHECK_THROWS_AS((void)topos::parse_codebook(including("'x.toml'") + code("a", ""), "memory"), topos::Error);
}
