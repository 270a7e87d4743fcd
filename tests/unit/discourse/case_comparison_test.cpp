// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/case_comparison.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include "topos/annotation/annotator.hpp"
#include "topos/base/error.hpp"

#include "kit/finder.hpp"

namespace {

namespace fs = std::filesystem;
using topos::CaseDistance;
using topos::CaseMeasure;
using topos::CaseThreshold;

constexpr const char* head = "[cases]\nid = 'mine'\nversion = '1'\ncodebook = 'book.toml'\n";
constexpr const char* two =
    "[[case]]\nid = 'north'\nanchors = ['place.north']\noutcome = 1\nvariables = { size = 2, kind = 'sea' }\n"
    "[[case]]\nid = 'south'\nanchors = ['south*']\noutcome = false\nvariables = { size = 4, kind = 'land' }\n";

/// A folder with a small book and a case file.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("topos_cases_" + std::to_string(::getpid()));
  Folder() {
    fs::create_directories(path);
    write("book.toml", "[codebook]\nid = 'base'\nversion = '1'\nlanguages = ['en']\n" +
                           topos::test::code("place.north", "patterns.en = ['north*']") +
                           topos::test::code("topic.trade", "patterns.en = ['trade']") +
                           topos::test::code("topic.war", "patterns.en = ['war']"));
  }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
  [[nodiscard]] topos::CaseFile load(const std::string& text) const {
    write("cases.toml", text);
    return topos::load_cases((path / "cases.toml").string());
  }
  [[nodiscard]] std::string fault(const std::string& text) const {
    try {
      const topos::CaseSet cases(load(text));
    } catch (const topos::Error& error) {
      return error.message();
    }
    return {};
  }
};

/// Texts read with a case file.
class Read {
 public:
  explicit Read(const std::string& text, std::uint32_t around = 0)
      : cases_(folder_.load(text)), base_(topos::load_codebook((folder_.path / "book.toml").string())),
        result(cases_, 1), counter_(query_, cases_, {around, 1}) {}
  void add(const std::string& id, const std::string& text, const std::string& country = {}) {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of(text, "en", id);
    if (!country.empty()) annotated.document.metadata.set("country", country);
    annotator_.annotate(annotated);
    documents_.push_back(std::move(annotated));
    result.add(counter_.count(documents_.back(), annotator_));
  }

 private:
  Folder folder_;
  topos::CaseSet cases_;
  topos::Codebook base_;
  topos::BookShelf shelf_{{&base_, &cases_.file().book}, {topos::CodeSelection({"topic.*", "case.*"}), {}}};
  topos::Annotator annotator_{shelf_, topos::default_analysis()};
  topos::Query query_{{{}, topos::CodeSelection({"topic.*", "case.*"}), {}, 0, {}}};
  std::vector<topos::AnnotatedDocument> documents_;

 public:
  topos::CaseComparison result;

 private:
  topos::CaseCounter counter_;
};

}  // namespace

TEST_CASE("sentences belong to the cases that they name, and dimensions are counted there") {
  Read read(std::string(head) + two);
  read.add("1", "War in the north. Trade and war in the north. Trade in the south and in the north. Trade elsewhere.");
  const topos::CaseComparison& cases = read.result;
  CHECK(cases.text(0).sentences == 3);
  CHECK(cases.text(0).mentions == 3);
  CHECK(cases.text(1).sentences == 1);
  CHECK(cases.dimensions() == std::vector<std::string>{"topic.trade", "topic.war"});
  CHECK(cases.cell(0, "topic.war").sentences == 2);
  CHECK(cases.cell(1, "topic.trade").n == 1);
  CHECK(cases.shared(1, 0) == 1);
  CHECK(cases.members().at(0).text.sentences == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(cases.values(0, CaseMeasure::binary, CaseThreshold::one) == std::vector<double>{1, 1});
  CHECK(cases.values(1, CaseMeasure::share, CaseThreshold::one) == std::vector<double>{1, 0});
  CHECK(cases.quotations().at(0).second.text == "Trade and war in the north.");
}

TEST_CASE("distances are of dimensions, and but for cosine of variables too") {
  Read read(std::string(head) + two);
  read.add("1", "War in the north. Trade and war in the north. Trade in the south and in the north.");
  // Sentences with trade and war: 2, 2 against 1, 0.
  const auto distance = [&](CaseDistance kind) {
    return read.result.pairs(kind, CaseMeasure::sentences, CaseThreshold::one).at(0).distance;
  };
  CHECK(distance(CaseDistance::cosine) == doctest::Approx(1 - 2 / std::sqrt(8.0)));
  CHECK(distance(CaseDistance::gower) == doctest::Approx(1));  // both ends of all ranges, and another kind
  CHECK(distance(CaseDistance::boolean) == doctest::Approx((0 + 1 + 1 + 1) / 4.0));
  CHECK(read.result.pairs(CaseDistance::cosine, CaseMeasure::sentences, CaseThreshold::one).at(0).outcome_difference ==
        1);
}

TEST_CASE("a window takes in neighbours of the same document alone") {
  Read read(std::string(head) + two, 1);
  read.add("1", "Trade first. Then the north. War last. Not this.");
  read.add("2", "War in another text.");
  CHECK(read.result.text(0).sentences == 3);
  CHECK(read.result.cell(0, "topic.war").n == 1);
}

TEST_CASE("documents may be cases, by metadata alone") {
  Read read(std::string(head) +
            "[[case]]\nid = 'x'\nwhere = 'country=X'\n[[case]]\nid = 'y'\nwhere = 'country=Y'\nanchors = ['north']\n");
  read.add("1", "War. Trade.", "X");
  read.add("2", "War. Trade in the north.", "Y");
  read.add("3", "The north of others.", "Z");
  CHECK(read.result.text(0).sentences == 2);
  CHECK(read.result.text(1).sentences == 1);
  CHECK_NOTHROW(read.result.check());
  Read missing(std::string(head) + "[[case]]\nid = 'x'\nwhere = 'land=X'\n");
  missing.add("1", "War.", "X");
  CHECK_THROWS_AS(missing.result.check(), topos::Error);
}

TEST_CASE("nothing read leaves cases without text and without pairs") {
  const Read read(std::string(head) + two);
  CHECK(read.result.text(0).sentences == 0);
  CHECK(read.result.pairs(CaseDistance::gower, CaseMeasure::rate, CaseThreshold::median).empty());
  CHECK_NOTHROW(read.result.check());
}

TEST_CASE("what is wrong with a case file is said") {
  const Folder folder;
  const std::string start = head;
  CHECK(folder.fault(start) == "no cases");
  CHECK(folder.fault("[[case]]\nid = 'x'\nanchors = ['y']\n") == "the table [cases] is missing");
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\n") == "code x: the case has no text");
  CHECK(folder.fault(start + "[[case]]\nid = 'X'\nanchors = ['y']\n") == "code X: 'X' is not the id of a case");
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nanchors = ['y']\n[[case]]\nid = 'x'\nanchors = ['z']\n") ==
        "code x: the case 'x' is defined twice");
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nanchors = ['@no.code']\n").find("no.code") != std::string::npos);
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nanchors = ['(y']\n") != "");
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nsince = 'May'\n").find("must be a date") != std::string::npos);
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nwhere = 'country='\noutcome = 'yes'\n").find("'outcome' must be") !=
        std::string::npos);
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nwhere = 'negated=1'\n").find("metadata") != std::string::npos);
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nwhere = 'a b c'\n") != "");
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nanchors = ['y']\nvariables = { a = [1] }\n").find("a variable is") !=
        std::string::npos);
  CHECK(folder.fault(start + "[[case]]\nid = 'x'\nanchors = ['y']\ncolour = 'red'\n").find("colour") !=
        std::string::npos);
}
