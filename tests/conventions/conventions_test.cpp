// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "rules.hpp"
#include "topos/statistics/measure.hpp"

using namespace topos::conventions;
using topos::all_measures;

namespace {

const std::filesystem::path root = TOPOS_SOURCE_DIR;
const std::filesystem::path fixtures = root / "tests/conventions/fixtures";

void expect_none(const Complaints& complaints) {
  for (const std::string& complaint : complaints) FAIL_CHECK(complaint);
}

}  // namespace

TEST_CASE("a floor includes only itself and lower floors") {
  expect_none(floors(root));
  CHECK(floors(fixtures / "floors").size() == 2);
}

TEST_CASE("public headers show no other library and one file knows the option parser") {
  expect_none(walls(root));
  CHECK(walls(fixtures / "walls").size() == 2);
}

TEST_CASE("banned functions are not used and the library neither prints nor exits nor reads the environment") {
  expect_none(banned_names(root));
  CHECK(banned_names(fixtures / "banned").size() == 3);
}

TEST_CASE("files have their licence, a bearable length and no leftovers") {
  expect_none(file_shapes(root));
  CHECK(file_shapes(fixtures / "shapes").size() == 5);
}

TEST_CASE("every line of a registry has its file and every file its line") {
  expect_none(registries(root));
  CHECK(registries(fixtures / "registries").size() == 5);
}

TEST_CASE("every section of a report has its entry in the manual") {
  expect_none(section_entries(root));
  CHECK(section_entries(fixtures / "registries").size() == 1);
}

TEST_CASE("every error has its entry in the manual") {
  expect_none(error_entries(root));
  CHECK(error_entries(fixtures / "registries").size() == 2);
}

TEST_CASE("every detector has its scored set and its entries in the manual") {
  expect_none(detector_entries(root));
  CHECK(detector_entries(fixtures / "registries").size() == 2);
}

TEST_CASE("every measure has its oracle and the manual says of it what the registry says") {
  expect_none(measure_entries(root));
  CHECK(measure_entries(fixtures / "registries").size() > all_measures().size());
}

TEST_CASE("every error is shown by a golden case") {
  expect_none(error_cases(root));
  CHECK(error_cases(fixtures / "registries").size() == 2);
}

TEST_CASE("every command has a golden case and a manual page with exactly its options") {
  expect_none(command_pages(root));
  CHECK_FALSE(command_pages(fixtures / "pages").empty());
}

TEST_CASE("no command and no option is declared twice") { expect_none(unique_options()); }
