// SPDX-License-Identifier: Apache-2.0
#include "topos/base/output_folder.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
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

/// The status of a process that gets a signal between the first and the second file of a folder.
int interrupted(const std::string& path, int signal) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(signal, SIG_DFL);
    {
      OutputFolder folder(path);
      folder.write("a/one.txt", "new");
      (void)std::raise(signal);
      folder.write("two.txt", "new");
      folder.close();
    }
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
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

TEST_CASE("A folder whose writer is killed leaves the earlier one whole, and does not stop the next") {
  const Place place;
  write(place.at("out"), "first");
  const int status = interrupted(place.at("out"), SIGKILL);
  CHECK(WIFSIGNALED(status));
  CHECK(content(place.at("out/a/one.txt")) == "firstfirst");
  CHECK(content(place.at("out/two.txt")) == "2");
  CHECK(fs::exists(place.at("out/SHA256SUMS")));
  write(place.at("out"), "second");
  CHECK(content(place.at("out/a/one.txt")) == "secondsecond");
}

TEST_CASE("A folder whose writer is interrupted is whole before that ends, and leaves nothing beside") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Place place;
    write(place.at("out"), "first");
    const int status = interrupted(place.at("out"), signal);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(content(place.at("out/a/one.txt")) == "new");
    CHECK(content(place.at("out/two.txt")) == "new");
    CHECK(place.entries() == 1);
  }
}
