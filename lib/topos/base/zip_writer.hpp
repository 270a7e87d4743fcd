// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/deflater.hpp"

namespace topos {

/// Writes a zip archive front to back, one file after the other. The same files give the same bytes: all carry the date
/// 1980-01-01.
class ZipWriter {
 public:
  /// Takes the bytes of the archive.
  using Sink = std::function<void(std::string_view bytes)>;

  explicit ZipWriter(Sink sink);
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter();

  /// Begins a file. Domain: `name` is UTF-8, relative, and has not been used.
  void begin(std::string_view name);
  /// Adds to the file that was begun. Errors: Errc::too_large from 4 GiB on, for the archive or a file.
  void write(std::string_view bytes);
  void add(std::string_view name, std::string_view bytes);
  /// Ends the archive. Errors: Errc::too_large, if there are more than 65535 files.
  void finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t checksum = 0;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;
  };

  void put(std::string_view bytes);
  void end_file();

  Sink sink_;
  std::vector<Entry> entries_;
  std::optional<Deflater> deflater_;  ///< of the file that was begun
  std::uint64_t written_ = 0;
};

}  // namespace topos
