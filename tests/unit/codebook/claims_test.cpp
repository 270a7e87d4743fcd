// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "topos/base/error.hpp"
#include "topos/codebook/claims.hpp"

namespace {

namespace fs = std::filesystem;

constexpr const char* claims_head = "[claims]\nid = 'mine'\nversion = '1'\ncodebook = 'book.toml'\n";
constexpr const char* turn =
    "[[claim]]\nid = 'C1'\ntext = 'It turns'\naffirm.en = ['turns @frame.east']\ndeny.en = ['never turns']\n";

/// A folder with a small book and a claims file.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("topos_claims_" + std::to_string(::getpid()));
  Folder() {
    fs::create_directories(path);
    write("book.toml",
          "[codebook]\nid = 'base'\nversion = '1'\nlanguages = ['en']\n[[code]]\nid = 'frame.east'\nlabel = "
          "'l'\ndimension = 'd'\ndefinition = 'x'\npatterns.en = ['east*']\n");
  }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
  [[nodiscard]] topos::Claims load(const std::string& text) const {
    write("claims.toml", text);
    return topos::load_claims((path / "claims.toml").string());
  }
  /// What loading complains of.
  [[nodiscard]] std::string fault(const std::string& text) const {
    try {
      (void)load(text);
    } catch (const topos::Error& error) {
      return error.message();
    }
    return {};
  }
};

}  // namespace

TEST_CASE("each stance of a claim is a code beside those of the book it borrows") {
  const Folder folder;
  const topos::Claims claims = folder.load(std::string(claims_head) + turn);
  REQUIRE(claims.claims.size() == 1);
  CHECK(claims.claims[0].id == "C1");
  CHECK(claims.claims[0].text == "It turns");
  CHECK(claims.claims[0].stances == std::vector<std::string>{"affirm", "deny"});
  CHECK_FALSE(claims.claims[0].nominal());
  CHECK(claims.book.id == "mine");
  REQUIRE(claims.book.codes.size() == 3);
  CHECK(claims.book.codes[0].id == "frame.east");
  CHECK(claims.book.codes[0].borrowed);
  CHECK(claims.book.codes[1].id == "C1.affirm");
  CHECK_FALSE(claims.book.codes[1].borrowed);
  CHECK(claims.book.codes[2].languages.at("en").patterns.at(0).id == "C1.deny#en.1");
}

TEST_CASE("the checksum changes with the claims and with the book") {
  const Folder folder;
  const std::string first = folder.load(std::string(claims_head) + turn).book.checksum;
  CHECK(folder.load(std::string(claims_head) + turn).book.checksum == first);
  CHECK(folder.load(std::string(claims_head) + "# a remark\n" + turn).book.checksum != first);
  folder.write("book.toml",
               "[codebook]\nid = 'base'\nversion = '2'\nlanguages = ['en']\n[[code]]\nid = 'frame.east'\nlabel = "
               "'l'\ndimension = 'd'\ndefinition = 'x'\npatterns.en = ['east*']\n");
  CHECK(folder.load(std::string(claims_head) + turn).book.checksum != first);
}

TEST_CASE("a claim of values is nominal") {
  const Folder folder;
  CHECK(
      folder
          .load(std::string(claims_head) + "[[claim]]\nid = 'C2'\ntext = 'Its name'\nvalue.en = ['war', 'conflict']\n")
          .claims.at(0)
          .nominal());
}

TEST_CASE("the built-in book is borrowed by its id") {
  const Folder folder;
  const topos::Claims claims = folder.load(
      "[claims]\nid = 'mine'\nversion = '1'\ncodebook = 'eastward'\n[[claim]]\nid = 'C1'\ntext = 't'\naffirm.en = "
      "['@frame.multipolarity']\n");
  CHECK(claims.book.codes.size() > 100);
}

TEST_CASE("what is wrong with a claims file is said") {
  const Folder folder;
  const auto with = [&](const std::string& rest) { return folder.fault(claims_head + rest); };
  CHECK(with("") == "no claims");
  CHECK(folder.fault(turn) == "the table [claims] is missing");
  CHECK(folder.fault("[claims]\nid = 'x'\nversion = '1'\ncodebook = 'none.toml'\n" + std::string(turn))
            .starts_with("there is no codebook 'none.toml'"));
  CHECK(with(std::string(turn) + turn).ends_with("the claim 'C1' is defined twice"));
  CHECK(with("[[claim]]\nid = 'C 1'\ntext = 't'\naffirm.en = ['x']\n").ends_with("'C 1' is not the id of a claim"));
  CHECK(with("[[claim]]\nid = 'C1'\ntext = 't'\n").ends_with("the claim has no patterns"));
  CHECK(with("[[claim]]\nid = 'C1'\ntext = 't'\naffirm.en = ['x']\nvalue.en = ['y']\n")
            .ends_with("a claim has stances or values, not both"));
  CHECK(with("[[claim]]\nid = 'C1'\ntext = 't'\naffirm.xx = ['x']\n").ends_with("the codebook has no language 'xx'"));
  CHECK(with("[[claim]]\nid = 'C1'\ntext = 't'\naffirm.en = ['@frame.west']\n").find("@frame.west") !=
        std::string::npos);
  CHECK(with("[[claim]]\nid = 'C1'\ntext = 't'\naffirm = ['x']\n").ends_with("'affirm' must be a table by language"));
  CHECK(with("claim = 3\n").find("claim") != std::string::npos);
  CHECK(with("[[claim]]\nid = 'C1'\ntext = 't'\nafirm.en = ['x']\n").find("no patterns") != std::string::npos);
}

TEST_CASE("stances have examples by language") {
  const Folder folder;
  const topos::Claims claims =
      folder.load(std::string(claims_head) + turn +
                  "examples.affirm.en = ['It turns east.']\ncounterexamples.deny.en = ['It turns.']\n");
  const auto& codes = claims.book.codes;
  CHECK(codes.at(1).languages.at("en").examples.at(0).text == "It turns east.");
  CHECK(codes.at(2).languages.at("en").counterexamples.at(0).text == "It turns.");
  const std::string claim = std::string(claims_head) + turn;
  CHECK(folder.fault(claim + "examples.value.en = ['x']\n") ==
        "code C1: the claim has no stance 'value' to give examples of");
  CHECK(folder.fault(claim + "examples = ['x']\n") == "code C1: 'examples' must be a table by stance");
  CHECK(folder.fault(claim + "examples.deny.de = ['x']\n") ==
        "code C1.deny: 'examples.deny.de' must be an array in a language that the stance has patterns for");
  CHECK(folder.fault(claim + "examples.deny.en = [7]\n") == "code C1.deny: an example must be a string");
}

TEST_CASE("claims do not borrow from claims") {
  const Folder folder;
  folder.write("book.toml", std::string(claims_head) + turn);
  CHECK(folder.fault(std::string(claims_head) + turn).find("claims file") != std::string::npos);
}

TEST_CASE("a book and a claims file are told apart by what they hold") {
  const Folder folder;
  CHECK(topos::load_book_or_claims((folder.path / "book.toml").string()).id == "base");
  (void)folder.load(std::string(claims_head) + turn);
  CHECK(topos::load_book_or_claims((folder.path / "claims.toml").string()).id == "mine");
}
