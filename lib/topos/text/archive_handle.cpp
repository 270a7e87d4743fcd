// SPDX-License-Identifier: Apache-2.0
#include "topos/text/archive_handle.hpp"

#include <cstdio>
#include <new>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr std::size_t block = 64 * 1024;

}  // namespace

ArchiveHandle::ArchiveHandle(std::unique_ptr<ByteSource> source, std::string path, const ExpandLimits& limits)
    : library_(archive_library()), source_(std::move(source)), path_(std::move(path)), block_(block, '\0'),
      archive_(library_.read_new()), guard_(path_, limits) {
  if (archive_ == nullptr) throw std::bad_alloc();
}

void ArchiveHandle::open(bool seekable) {
  library_.read_set_callback_data(archive_, this);
  library_.read_set_read_callback(archive_, read_block);
  if (seekable) library_.read_set_seek_callback(archive_, seek_to);
  check(library_.read_open1(archive_));
}

void ArchiveHandle::check(long long result) const {
  if (failure_) std::rethrow_exception(failure_);
  // Warnings tell of names and attributes; the bytes are right.
  if (result >= ARCHIVE_WARN) return;
  const char* const why = library_.error_string(archive_);
  throw Error(Errc::archive, std::string("damaged or truncated: ") + (why != nullptr ? why : "unknown error"), {path_},
              "fetch or pack the file again; nothing of it was used");
}

std::size_t ArchiveHandle::read(char* buffer, std::size_t size) {
  const la_ssize_t got = library_.read_data(archive_, buffer, size);
  check(got);
  if (got < 0) check(ARCHIVE_FATAL);
  guard_.gave(static_cast<std::uint64_t>(got));
  return static_cast<std::size_t>(got);
}

bool ArchiveHandle::has_more() const {
  const la_int64_t used = library_.filter_bytes(archive_, -1);
  if (used >= 0 && static_cast<std::uint64_t>(used) < position_) return true;
  char one = 0;
  return source_->read(&one, 1) != 0;
}

la_ssize_t ArchiveHandle::read_block(archive*, void* self, const void** bytes) {
  auto& handle = *static_cast<ArchiveHandle*>(self);
  // Exceptions must not pass through C code: they wait for `check`.
  try {
    const std::size_t got = handle.source_->read(handle.block_.data(), handle.block_.size());
    handle.position_ += got;
    handle.guard_.took(got);
    *bytes = handle.block_.data();
    return static_cast<la_ssize_t>(got);
  } catch (...) {
    handle.failure_ = std::current_exception();
    return -1;
  }
}

la_int64_t ArchiveHandle::seek_to(archive*, void* self, la_int64_t offset, int whence) {
  auto& handle = *static_cast<ArchiveHandle*>(self);
  const auto size = static_cast<la_int64_t>(handle.source_->size_hint());
  const la_int64_t from = whence == SEEK_SET   ? 0
                          : whence == SEEK_CUR ? static_cast<la_int64_t>(handle.position_)
                                               : size;
  if (from + offset < 0 || !handle.source_->seek(static_cast<std::uint64_t>(from + offset))) return ARCHIVE_FATAL;
  handle.position_ = static_cast<std::uint64_t>(from + offset);
  return from + offset;
}

}  // namespace topos
