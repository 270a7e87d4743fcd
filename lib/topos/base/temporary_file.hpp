// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace topos {

/// A file without a name: it is gone when this is destroyed or the program ends, however it ends.
class TemporaryFile {
 public:
  /// Errors: Errc::io, naming `folder`.
  explicit TemporaryFile(std::string folder);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Appends at the end. Errors: Errc::io ("No space left on device").
  void append(std::string_view bytes);
  /// Up to `size` bytes from `offset` on; 0 at the end. Errors: Errc::io.
  [[nodiscard]] std::size_t read(std::uint64_t offset, char* buffer, std::size_t size) const;

 private:
  [[noreturn]] void fail(int number, std::string_view what) const;

  std::string folder_;
  int descriptor_ = -1;
};

}  // namespace topos
