// SPDX-License-Identifier: Apache-2.0
#include "coding/codings.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cmath>
#include <string>

#include "topos/annotation/units.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

using namespace topos;
using namespace topos::cli;

namespace {

Codings codings(const std::string& table) {
  const std::string path = "codings_test_" + std::to_string(::getpid()) + ".tsv";
  OutputStream out(path);
  out.write(table);
  out.close();
  try {
    Codings read({path});
    ::unlink(path.c_str());
    return read;
  } catch (...) {
    ::unlink(path.c_str());
    throw;
  }
}

/// What a coder gave to a unit; NaN: nothing.
double value(const Codings& codings, const char* code, const char* coder, const char* unit) {
  return codings.ratings(codings.codes().find(code)).at(codings.coders().find(coder), codings.units().find(unit));
}

}  // namespace

TEST_CASE("absence is a zero only where the coder saw the unit") {
  const Codings read = codings(
      "unit_id\tcoder\tcode\tvalue\n"
      "u1\tA\tx\tyes\n"
      "u1\tB\t\t\n"
      "u2\tA\tx\t\n"
      "u2\tB\ty\t1\n");
  CHECK(value(read, "x", "A", "u1") == 1);
  CHECK(value(read, "x", "B", "u1") == 0);
  CHECK(std::isnan(value(read, "x", "A", "u2")));
  CHECK(value(read, "x", "B", "u2") == 0);
  CHECK(value(read, "y", "A", "u2") == 0);
}

TEST_CASE("an empty cell of a sheet says no only if the unit was read") {
  const Codings read = codings(
      "unit_id\tunit\tcoder\ttext\tseen\tx\ty\n"
      "u1\tsentence\tA\t=1+1\tyes\t1\t\n"
      "u2\tsentence\tA\tb\t\t\t\n"
      "u3\tsentence\tA\tc\t\t0\t\n");
  CHECK(read.unit_name() == "sentence");
  CHECK(read.codes().size() == 2);
  CHECK(value(read, "x", "A", "u1") == 1);
  CHECK(value(read, "y", "A", "u1") == 0);
  CHECK(std::isnan(value(read, "x", "A", "u2")));
  CHECK(value(read, "x", "A", "u3") == 0);
  CHECK(std::isnan(value(read, "y", "A", "u3")));
}

TEST_CASE("words are categories and numbers a scale, of which absence says nothing") {
  const Codings read = codings(
      "unit_id\tcoder\tcode\tvalue\n"
      "u1\tA\ttone\twarm\n"
      "u2\tA\ttone\tcold\n"
      "u1\tA\tdegree\t2.5\n"
      "u2\tB\tdegree\tnan\n");
  CHECK(read.is_text(read.codes().find("tone")));
  CHECK_FALSE(read.is_binary(read.codes().find("tone")));
  CHECK(value(read, "tone", "A", "u1") == 1);
  CHECK(value(read, "tone", "A", "u2") == 0);
  CHECK(std::isnan(value(read, "tone", "B", "u2")));
  CHECK(read.is_text(read.codes().find("degree")));
}

TEST_CASE("a hit that gets another code is wrong for its own") {
  const Codings read = codings(
      "id\tdocument\tcode\tkeep\tcode_new\tcoder\n"
      "h1\td\tx\tyes\t\tA\n"
      "h2\td\tx\t\ty\tA\n"
      "h3\td\tx\t\t\tA\n");
  CHECK(read.kind() == Codings::Kind::hits);
  CHECK(value(read, "x", "A", "h1") == 1);
  CHECK(value(read, "x", "A", "h2") == 0);
  CHECK(read.units().find("h3") == NameList::none);
}

TEST_CASE("spans are put on units of documents that a coder saw") {
  Codings read = codings(
      "document\tbegin\tend\tcoder\tcode\n"
      "d\t0\t10\tA\tx\n"
      "d\t\t\tB\t\n"
      "e\t0\t5\tA\tx\n");
  const std::uint32_t document = read.documents().find("d");
  read.add_unit("d:1", document, {0, 5});
  read.add_unit("d:2", document, {5, 12});
  read.add_unit("d:3", document, {10, 20});
  CHECK(value(read, "x", "A", "d:1") == 1);
  CHECK(value(read, "x", "A", "d:2") == 1);
  CHECK(value(read, "x", "A", "d:3") == 0);
  CHECK(value(read, "x", "B", "d:1") == 0);
  CHECK_FALSE(read.saw_document(read.documents().find("e"), read.coders().find("B")));
}

TEST_CASE("who saw a stretch of a document saw the units in it alone") {
  Codings read = codings(
      "document\tbegin\tend\tcoder\tcode\n"
      "d\t2\t4\tA\tx\n"
      "d\t0\t10\tA\t\n");
  const std::uint32_t document = read.documents().find("d");
  read.add_unit("d:1", document, {0, 5});
  read.add_unit("d:2", document, {5, 10});
  read.add_unit("d:3", document, {8, 20});
  CHECK(value(read, "x", "A", "d:1") == 1);
  CHECK(value(read, "x", "A", "d:2") == 0);
  CHECK(std::isnan(value(read, "x", "A", "d:3")));
  CHECK(read.saw_stretches(document, 0));
}

TEST_CASE("tables that contradict themselves are refused") {
  CHECK_THROWS_AS(codings("unit_id\tcoder\tcode\tvalue\nu\tA\tx\t1\nu\tA\tx\t0\n"), Error);
  CHECK_THROWS_AS(codings("unit_id\tcoder\tcode\n"), Error);
  CHECK_THROWS_AS(codings("document\tbegin\tend\tcoder\tcode\nd\t5\t5\tA\tx\n"), Error);
  CHECK_THROWS_AS(codings("unit_id\tunit\tcoder\tx\nu\tsentence\tA\t1\nv\tparagraph\tA\t1\n"), Error);
}

TEST_CASE("ids of units tell nothing and differ by document, kind and span") {
  const TextUnit unit{{0, 10}, 3};
  const std::string id = blind_unit_id("d", UnitKind::sentence, unit);
  CHECK(id.size() == 17);
  CHECK(id == blind_unit_id("d", UnitKind::sentence, {{0, 10}, 4}));
  CHECK(id != blind_unit_id("d", UnitKind::paragraph, unit));
  CHECK(id != blind_unit_id("e", UnitKind::sentence, unit));
  CHECK(id != blind_unit_id("d", UnitKind::sentence, {{0, 11}, 3}));
  CHECK(plain_unit_id("d", UnitKind::sentence, unit) == "d:3");
  CHECK(plain_unit_id("d", UnitKind::document, unit) == "d");
}
