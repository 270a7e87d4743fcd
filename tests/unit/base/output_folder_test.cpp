// SPDX-License-Identifier: Apache-2.0
#include "topos/base/output_folder.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

using namespace topos;
namespace fs = std::filesystem;

namespace {

struct Place {
  fs::path path = fs::temp_directory_path() / ("topos-folder-" + std::to_string(::getpid()));
  Place() { fs::create_directories(path); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { fs::remove_all(path); }
  [[nodiscard]] std::string at(const char* name) const { return (path / name).string(); }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

std::string content(const std::string& path) { return InputStream(path).read_all(1 << 20); }

void write(const std::string& path, const std::string& bytes) {
  OutputFolder folder(path);
  folder.write("a/one.txt", bytes);
  folder.write("a/one.txt", bytes);
  folder.write("two.txt", "2");
  folder.close();
}

}  // namespace

TEST_CASE("A folder appears with its list of checksums and replaces an earlier one") {
  const Place place;
  write(place.at("out"), "first");
  CHECK(content(place.at("out/a/one.txt")) == "firstfirst");
  CHECK(content(place.at("out/SHA256SUMS")).find("  a/one.txt\n") != std::string::npos);
  write(place.at("out/"), "second");
  CHECK(content(place.at("out/a/one.txt")) == "secondsecond");
  CHECK(place.entries() == 1);
}

TEST_CASE("A folder that is not closed leaves the earlier one alone") {
  const Place place;
  write(place.at("out"), "first");
  {
    OutputFolder folder(place.at("out"));
    folder.write("two.txt", "new");
  }
  CHECK(content(place.at("out/two.txt")) == "2");
  CHECK(place.entries() == 1);
}

TEST_CASE("A folder with files of others is not replaced") {
  const Place place;
  write(place.at("out"), "first");
  std::ofstream(place.at("out/a/notes.txt")) << "mine";
  CHECK_THROWS_AS(OutputFolder(place.at("out")), Error);
  CHECK_THROWS_AS(OutputFolder(place.at("out/two.txt")), Error);
  CHECK_THROWS_AS(OutputFolder(place.at("nowhere/out")), Error);
}
