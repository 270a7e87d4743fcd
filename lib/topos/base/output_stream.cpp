// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <system_error>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/standard_descriptors.hpp"
#include "topos/base/temporary_path.hpp"

namespace topos {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;

/// What a chain of symbolic links leads to, whether it exists or not.
std::string link_target(std::string path) {
  std::array<char, PATH_MAX> target{};
  for (int step = 0; step < 40; ++step) {
    const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
    if (size < 0 || static_cast<std::size_t>(size) == target.size()) return path;
    const std::string_view found(target.data(), static_cast<std::size_t>(size));
    const std::size_t slash = path.rfind('/');
    path = found.starts_with('/') || slash == std::string::npos ? std::string(found)
                                                                : path.substr(0, slash + 1).append(found);
  }
  return path;
}

std::string neighbour(const std::string& target) {
  static std::atomic<unsigned> number{0};
  const std::size_t slash = target.rfind('/');
  std::string path = slash == std::string::npos ? std::string() : target.substr(0, slash + 1);
  return path.append(".topos-")
      .append(std::to_string(::getpid()))
      .append("-")
      .append(std::to_string(number++))
      .append(".tmp");
}

}  // namespace

OutputStream::OutputStream(std::string path) : path_(std::move(path)) {
  buffer_.reserve(buffer_size);
  if (path_.empty() || path_ == "-") {
    path_.clear();
    descriptor_ = STDOUT_FILENO;
  } else {
    open_file(link_target(path_));
  }
}

void OutputStream::open_file(std::string target) {
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR, "cannot write");
  if (exists && !S_ISREG(status.st_mode)) {
    // Devices and pipes cannot be replaced: they are written to.
    descriptor_ = ::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor_ < 0) fail(errno, "cannot open for writing");
    return;
  }
  for (int attempt = 0; attempt < 100; ++attempt) {
    temporary_ = neighbour(target);
    slot_ = remove_on_signal(temporary_);
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) break;
    const int number = errno;
    keep_on_signal(std::exchange(slot_, -1));
    temporary_.clear();
    if (number != EEXIST && number != EINTR) fail(number, "cannot create");
  }
  if (descriptor_ < 0) fail(EEXIST, "cannot create");
  // A file that is replaced keeps its permissions; a new one has the umask's.
  if (exists) static_cast<void>(::fchmod(descriptor_, status.st_mode & 0777u));
}

OutputStream::~OutputStream() { discard(); }

void OutputStream::discard() noexcept {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  descriptor_ = -1;
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  keep_on_signal(std::exchange(slot_, -1));
}

void OutputStream::fail(int number, std::string_view what) {
  if (failure_.empty()) {
    failure_ = path_.empty() ? "cannot write to standard output" : std::string(what);
    failure_ += ": " + std::generic_category().message(number);
  }
  discard();
  throw Error(Errc::io, failure_, {path_});
}

void OutputStream::put(const char* bytes, std::size_t size) {
  if (!failure_.empty()) throw Error(Errc::io, failure_, {path_});
  if (path_.empty() && was_closed(STDOUT_FILENO)) fail(EBADF, "cannot write");
  while (size > 0) {
    const ssize_t put_now = ::write(descriptor_, bytes, size);
    if (put_now >= 0) {
      bytes += put_now;
      size -= static_cast<std::size_t>(put_now);
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd wanted{descriptor_, POLLOUT, 0};
      if (::poll(&wanted, 1, -1) >= 0 || errno == EINTR) continue;
    }
    const int number = errno;
    buffer_.clear();
    if (number == EPIPE && path_.empty()) throw ClosedPipe{};
    fail(number, "cannot write");
  }
}

void OutputStream::write(std::string_view bytes) {
  if (!failure_.empty()) throw Error(Errc::io, failure_, {path_});
  if (buffer_.size() + bytes.size() > buffer_size) flush();
  if (bytes.size() >= buffer_size)
    put(bytes.data(), bytes.size());
  else
    buffer_ += bytes;
}

void OutputStream::flush() {
  put(buffer_.data(), buffer_.size());
  buffer_.clear();
}

void OutputStream::close() {
  flush();
  if (descriptor_ <= STDERR_FILENO) return;
  // Pipes and some file systems cannot sync; that loses nothing.
  if (!temporary_.empty() && ::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOSYS)
    fail(errno, "cannot write");
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) fail(errno, "cannot write");
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), link_target(path_).c_str()) != 0) fail(errno, "cannot put in its place");
  temporary_.clear();
  keep_on_signal(std::exchange(slot_, -1));
}

}  // namespace topos
