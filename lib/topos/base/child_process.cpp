// SPDX-License-Identifier: Apache-2.0
#include "topos/base/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr std::size_t most_complaints = 4096;
constexpr int not_started = 127;

[[noreturn]] void fail(const std::string& what) { throw Error(Errc::io, what + ": " + std::strerror(errno)); }

/// A descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  [[nodiscard]] int get() const noexcept { return number_; }

 private:
  int number_;
};

std::pair<Descriptor, Descriptor> open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("cannot open a pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Descriptor in_memory(std::string_view input) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (file.get() < 0) fail("cannot hand a file over");
  while (!input.empty()) {
    const ssize_t written = ::write(file.get(), input.data(), input.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("cannot hand a file over");
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::lseek(file.get(), 0, SEEK_SET) < 0) fail("cannot hand a file over");
  return file;
}

void limit(int resource, std::uint64_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// In the child, between fork and exec: only what may be called there.
[[noreturn]] void become(const char* path, char* const* arguments, int input, int output, int complaints,
                         const ChildLimits& limits) {
  const int nothing = ::open("/dev/null", O_RDONLY);
  // Away from the places that they are moved to, so that none is overwritten before it has moved.
  input = ::fcntl(input, F_DUPFD, 10);
  output = ::fcntl(output, F_DUPFD, 10);
  complaints = ::fcntl(complaints, F_DUPFD, 10);
  if (::dup2(nothing, 0) < 0 || ::dup2(output, 1) < 0 || ::dup2(complaints, 2) < 0 || ::dup2(input, 3) < 0)
    ::_exit(not_started);
  ::close_range(4, ~0U, 0);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CPU, limits.processor_seconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 32);
  limit(RLIMIT_CORE, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  static char locale[] = "LC_ALL=C.UTF-8";
  char* const environment[] = {locale, nullptr};
  ::execve(path, arguments, environment);
  ::_exit(not_started);
}

/// Reads what is there; false at the end.
bool take(int from, std::string& into, std::size_t most) {
  std::array<char, 64 * 1024> piece;
  const ssize_t got = ::read(from, piece.data(), piece.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (into.size() < most) into.append(piece.data(), static_cast<std::size_t>(got));
  return got != 0;
}

/// Follows both pipes until they close, or a limit is passed.
void follow(Descriptor& output, Descriptor& complaints, const ChildLimits& limits, ChildResult& result) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
  while (output.get() >= 0 || complaints.get() >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0) {
      result.too_long = true;
      return;
    }
    std::array<pollfd, 2> both{{{output.get(), POLLIN, 0}, {complaints.get(), POLLIN, 0}}};
    if (::poll(both.data(), both.size(), static_cast<int>(left)) < 0 && errno != EINTR)
      fail("cannot wait for a program");
    if (both[0].revents != 0 && !take(output.get(), result.output, limits.output + 1)) output.close();
    if (both[1].revents != 0 && !take(complaints.get(), result.complaints, most_complaints)) complaints.close();
    if (result.output.size() > limits.output) {
      result.too_much = true;
      return;
    }
  }
}

}  // namespace

std::string system_program(std::string_view program) {
  for (const std::string_view folder : {"/usr/local/bin/", "/usr/bin/", "/bin/", "/opt/homebrew/bin/"}) {
    const std::string path = std::string(folder) + std::string(program);
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

ChildResult run_child(const std::string& path, const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits) {
  std::vector<char*> list{const_cast<char*>(path.c_str())};
  for (const std::string& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));
  list.push_back(nullptr);
  const Descriptor file = in_memory(input);
  auto [output, output_end] = open_pipe();
  auto [complaints, complaints_end] = open_pipe();
  const pid_t child = ::fork();
  if (child < 0) fail("cannot start " + path);
  if (child == 0) become(path.c_str(), list.data(), file.get(), output_end.get(), complaints_end.get(), limits);
  output_end.close();
  complaints_end.close();
  ChildResult result;
  follow(output, complaints, limits, result);
  if (result.too_long || result.too_much) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace topos
