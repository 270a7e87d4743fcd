// SPDX-License-Identifier: Apache-2.0
#include "topos/base/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {

TemporaryFile::TemporaryFile(std::string folder) : folder_(std::move(folder)) {
  descriptor_ = ::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor_ >= 0) return;
  // Not every file system knows files without a name.
  std::string path = folder_ + "/topos-XXXXXX";
  descriptor_ = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(errno, "cannot create a temporary file");
  ::unlink(path.c_str());
}

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void TemporaryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno, "cannot write a temporary file");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::size_t TemporaryFile::read(std::uint64_t offset, char* buffer, std::size_t size) const {
  while (true) {
    const ssize_t got = ::pread(descriptor_, buffer, size, static_cast<off_t>(offset));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail(errno, "cannot read a temporary file");
  }
}

void TemporaryFile::fail(int number, std::string_view what) const {
  throw Error(Errc::io, std::string(what) + ": " + std::generic_category().message(number), {folder_},
              "let TMPDIR name a folder with room");
}

}  // namespace topos
