// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <string>

#include "topos/text/archive_library.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/compression.hpp"

namespace topos {

/// libarchive reading from a ByteSource. Internal to the files that deal with packed input.
class ArchiveHandle {
 public:
  ArchiveHandle(std::unique_ptr<ByteSource> source, std::string path, const ExpandLimits& limits);
  ArchiveHandle(const ArchiveHandle&) = delete;
  ArchiveHandle& operator=(const ArchiveHandle&) = delete;
  ~ArchiveHandle() { library_.read_free(archive_); }

  [[nodiscard]] const ArchiveLibrary& library() const { return library_; }
  [[nodiscard]] archive* get() const { return archive_; }
  /// Opens after filters and formats are set; `seekable` lets a zip's directory be read.
  void open(bool seekable);
  /// Throws what stands behind a bad result: the source's own error, or Errc::archive.
  void check(long long result) const;
  /// Up to `size` bytes of the current entry. Errors: Errc::archive.
  std::size_t read(char* buffer, std::size_t size);
  /// Refuses an entry of so many bytes if it cannot end within the limits. Errors: Errc::archive.
  void expect(std::uint64_t size) const { guard_.expect(size, source_->size_hint()); }
  /// Whether bytes stand behind those that belong to packed data. Domain: read() has come to its end.
  [[nodiscard]] bool has_more() const;

 private:
  static la_ssize_t read_block(archive*, void* self, const void** bytes);
  static la_int64_t seek_to(archive*, void* self, la_int64_t offset, int whence);

  const ArchiveLibrary& library_;
  std::unique_ptr<ByteSource> source_;
  std::string path_;
  std::string block_;
  std::uint64_t position_ = 0;
  archive* archive_ = nullptr;
  std::exception_ptr failure_;
  ExpandGuard guard_;
};

}  // namespace topos
