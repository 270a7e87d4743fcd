// SPDX-License-Identifier: Apache-2.0
#include "topos/base/io.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

#include "topos/base/error.hpp"

using namespace topos;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("topos-io-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
  [[nodiscard]] std::string at(const char* name) const { return (path / name).string(); }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

void put(const std::string& path, std::string_view bytes) {
  OutputStream out(path);
  out.write(bytes);
  out.close();
}

std::string get(const std::string& path) { return InputStream(path).read_all(1 << 20); }

/// Runs `work` in a child with other standard descriptors; its status is the number that `work` returns.
template <class Work>
int in_child(Work&& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// 0 written, 1 the right Errc::io, 2 a closed pipe, 3 something else.
int write_to_stdout(std::string_view bytes, std::string_view message) {
  try {
    OutputStream out;
    out.write(bytes);
    out.close();
    return 0;
  } catch (const ClosedPipe&) {
    return 2;
  } catch (const Error& error) {
    return error.code() == Errc::io && error.message() == message ? 1 : 3;
  }
}

}  // namespace

TEST_CASE("what is written is read back, whatever its size") {
  const Folder folder;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'536}, std::size_t{200'001}}) {
    const std::string bytes(size, 'x');
    put(folder.at("file"), bytes);
    CHECK(get(folder.at("file")) == bytes);
  }
  CHECK(folder.entries() == 1);
}

TEST_CASE("small writes add up") {
  const Folder folder;
  OutputStream out(folder.at("file"));
  for (int i = 0; i < 100'000; ++i) out.write("abc");
  out.close();
  CHECK(get(folder.at("file")).size() == 300'000);
}

TEST_CASE("without close the old file stays and no temporary is left") {
  const Folder folder;
  put(folder.at("file"), "old");
  {
    OutputStream out(folder.at("file"));
    out.write("new");
    out.flush();
  }
  CHECK(get(folder.at("file")) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("the temporaries of open outputs can be removed from a signal handler") {
  const Folder folder;
  OutputStream out(folder.at("file"));
  CHECK(folder.entries() == 1);
  remove_temporary_files();
  CHECK(folder.entries() == 0);
  CHECK_THROWS_AS(out.close(), Error);
}

TEST_CASE("an output that is a symbolic link replaces what the link leads to") {
  const Folder folder;
  put(folder.at("target"), "old");
  fs::create_symlink("target", folder.at("link"));
  fs::create_symlink("nowhere", folder.at("dangling"));
  put(folder.at("link"), "new");
  put(folder.at("dangling"), "new");
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(get(folder.at("target")) == "new");
  CHECK(get(folder.at("nowhere")) == "new");
}

TEST_CASE("a new file has the umask's permissions and a replaced one keeps its own") {
  const Folder folder;
  const mode_t before = ::umask(027);
  put(folder.at("file"), "x");
  ::umask(before);
  struct stat status {};
  REQUIRE(::stat(folder.at("file").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777u) == 0640u);
  ::chmod(folder.at("file").c_str(), 0600);
  put(folder.at("file"), "y");
  REQUIRE(::stat(folder.at("file").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777u) == 0600u);
}

TEST_CASE("devices are written to, not replaced, and a full one is an error that stays") {
  put("/dev/null", "x");
  CHECK(fs::is_character_file("/dev/null"));
  OutputStream out("/dev/full");
  out.write("x");
  for (int i = 0; i < 2; ++i) {
    try {
      out.flush();
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == Errc::io);
      CHECK(error.message() == "cannot write: No space left on device");
      CHECK(error.where().path == "/dev/full");
    }
  }
}

TEST_CASE("outputs that cannot be made say why") {
  const Folder folder;
  CHECK_THROWS_WITH_AS(OutputStream(folder.at("no/such")), doctest::Contains("No such file or directory"), Error);
  CHECK_THROWS_WITH_AS(OutputStream(folder.path.string()), doctest::Contains("Is a directory"), Error);
}

TEST_CASE("inputs that cannot be opened or read say why") {
  const Folder folder;
  try {
    InputStream stream(folder.at("gone"));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::missing);
    CHECK(error.message() == "cannot open: No such file or directory");
    CHECK(error.where().path == folder.at("gone"));
  }
  try {
    InputStream(folder.path.string()).read_all(10);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::io);
    CHECK(error.message() == "cannot read: Is a directory");
  }
}

TEST_CASE("an input of the limit's size or more is too large") {
  const Folder folder;
  put(folder.at("file"), std::string(100, 'x'));
  CHECK(InputStream(folder.at("file")).read_all(101).size() == 100);
  CHECK_THROWS_AS(InputStream(folder.at("file")).read_all(100), Error);
}

TEST_CASE("a full standard output is an error even for one byte, and a closed pipe is none") {
  CHECK(in_child([] {
          ::dup2(::open("/dev/full", O_WRONLY), 1);
          return write_to_stdout("x", "cannot write to standard output: No space left on device");
        }) == 1);
  CHECK(in_child([] {
          int ends[2];
          if (::pipe(ends) != 0) return 9;
          ::signal(SIGPIPE, SIG_IGN);
          ::dup2(ends[1], 1);
          ::close(ends[0]);
          return write_to_stdout("x", "");
        }) == 2);
}

TEST_CASE("closed standard descriptors take no file and refuse data") {
  const Folder folder;
  const std::string data = folder.at("data");
  CHECK(in_child([&] {
          ::close(0);
          ::close(1);
          ::close(2);
          reserve_standard_descriptors();
          put(data, "mine");
          const int result = write_to_stdout("lost", "cannot write to standard output: Bad file descriptor");
          try {
            InputStream stream("-");
            return 8;
          } catch (const Error&) {
          }
          return get(data) == "mine" ? result : 9;
        }) == 1);
}

TEST_CASE("a pipe that does not block is waited for") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
  const std::string bytes(1'000'000, 'y');
  std::cout.flush();  // or the child may write what waits there too
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    ::dup2(ends[1], 1);
    ::_exit(write_to_stdout(bytes, ""));
  }
  ::close(ends[1]);
  ::dup2(ends[0], 0);
  InputStream stream("-");
  CHECK(stream.read_all(2'000'000) == bytes);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
  ::close(ends[0]);
}
