// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/standard_descriptors.hpp"

namespace topos {
namespace {

constexpr std::size_t first_block = 64 * 1024;

std::string reason(int number) { return std::generic_category().message(number); }

}  // namespace

InputStream::InputStream(std::string path) : path_(std::move(path)) {
  if (path_ == "-") {
    if (was_closed(STDIN_FILENO)) throw Error(Errc::io, "cannot read standard input: " + reason(EBADF), {path_});
    descriptor_ = STDIN_FILENO;
    return;
  }
  do descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  while (descriptor_ < 0 && errno == EINTR);
  if (descriptor_ < 0) throw Error(Errc::missing, "cannot open: " + reason(errno), {path_});
}

InputStream::InputStream(InputStream&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

InputStream& InputStream::operator=(InputStream&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

InputStream::~InputStream() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

std::size_t InputStream::read(char* buffer, std::size_t size) {
  while (true) {
    const ssize_t got = ::read(descriptor_, buffer, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR) continue;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd wanted{descriptor_, POLLIN, 0};
      if (::poll(&wanted, 1, -1) >= 0 || errno == EINTR) continue;
    }
    throw Error(Errc::io, "cannot read: " + reason(errno), {path_});
  }
}

std::string InputStream::read_all(std::size_t limit) {
  std::string bytes;
  // One byte more than the file is said to hold, so that the end is met without growing.
  const std::uint64_t hint = std::min<std::uint64_t>(size_hint() + 1, limit);
  bytes.resize(std::max<std::size_t>(static_cast<std::size_t>(hint), first_block));
  std::size_t filled = 0;
  while (const std::size_t got = read(bytes.data() + filled, bytes.size() - filled)) {
    filled += got;
    if (filled >= limit)
      throw Error(Errc::too_large, "the document holds 2 GiB or more", {path_},
                  "cut it up with --split lines, paragraphs or BYTES");
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  return bytes;
}

std::uint64_t InputStream::size_hint() const noexcept {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

bool InputStream::seek(std::uint64_t offset) noexcept {
  return ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
}

}  // namespace topos
