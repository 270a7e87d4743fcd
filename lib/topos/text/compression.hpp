// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "topos/text/byte_source.hpp"

namespace topos {

/// What a file is packed in, told by its first bytes, never by its name.
enum class Container : std::uint8_t { none, gzip, zstd, xz, bzip2, zip, tar };
[[nodiscard]] Container container_of(std::string_view head) noexcept;
/// Whether it holds files instead of one stream of bytes.
[[nodiscard]] inline bool holds_files(Container container) noexcept {
  return container == Container::zip || container == Container::tar;
}

/// What a packed file may expand to. Errors: Errc::archive beyond it.
struct ExpandLimits {
  std::uint64_t total = std::uint64_t{2} << 30;
  std::uint64_t entry = std::uint64_t{512} << 20;
  std::size_t entries = 10'000;
  std::uint64_t ratio = 200;  ///< of what comes out to what goes in; from 16 MiB on
};

/// The bytes inside a gzip, zstd, xz or bzip2 file of one or more members. A file that is damaged, cut short or
/// followed by something else fails with Errc::archive when its end is reached, so nothing of it may be used before.
/// Domain: `container` is one of these four.
[[nodiscard]] std::unique_ptr<ByteSource> expanded(std::unique_ptr<ByteSource> source, Container container,
                                                   const std::string& path, const ExpandLimits& limits);

/// The entries of a zip or tar file, in its order. Nothing is written to disk and names are only names.
class ArchiveEntries {
 public:
  /// Errors: Errc::archive.
  ArchiveEntries(std::unique_ptr<ByteSource> source, const std::string& path, const ExpandLimits& limits);
  ArchiveEntries(ArchiveEntries&&) noexcept;
  ArchiveEntries& operator=(ArchiveEntries&&) noexcept;
  ~ArchiveEntries();

  /// Name of the next entry that is a file, or nothing at the end. Errors: Errc::archive.
  [[nodiscard]] std::optional<std::string> next();
  /// The bytes of that entry, checked against its checksum. Errors: Errc::archive; the other entries can still be read.
  [[nodiscard]] std::string read();
  /// The same in pieces; the limit of one entry is not asked for.
  void read(const std::function<void(std::string_view piece)>& take);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Watches over what comes out of a packed file.
class ExpandGuard {
 public:
  ExpandGuard(std::string path, const ExpandLimits& limits)
      : path_(std::move(path)), most_(limits.total), ratio_(limits.ratio) {}
  void took(std::uint64_t bytes) { in_ += bytes; }
  /// Errors: Errc::archive, past the limits.
  void gave(std::uint64_t bytes);
  /// Says the same beforehand of so many more bytes, of a packed file of `packed` bytes (0: unknown).
  void expect(std::uint64_t bytes, std::uint64_t packed) const;
  [[nodiscard]] std::uint64_t given() const { return out_; }

 private:
  void check(std::uint64_t out, std::uint64_t in) const;

  std::string path_;
  std::uint64_t most_;
  std::uint64_t ratio_;
  std::uint64_t in_ = 0;
  std::uint64_t out_ = 0;
};

}  // namespace topos
