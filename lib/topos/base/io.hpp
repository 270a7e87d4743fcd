// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topos {

/// Reads a file, pipe or device by read(2): checks every return, retries EINTR, takes short reads for what they are.
class InputStream {
 public:
  /// `path` "-" is standard input. Errors: Errc::missing with errno's text.
  explicit InputStream(std::string path);
  InputStream(InputStream&& other) noexcept;
  InputStream& operator=(InputStream&& other) noexcept;
  ~InputStream();

  /// Up to `size` bytes into `buffer`; 0 at the end. Errors: Errc::io, naming the file.
  std::size_t read(char* buffer, std::size_t size);
  /// Everything from here to the end. Errors: Errc::io; Errc::too_large from `limit` bytes on.
  std::string read_all(std::size_t limit);
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
  int descriptor_ = -1;
};

/// Buffered writing to a descriptor or to a file that appears whole or not at all.
class OutputStream {
 public:
  /// `path` empty or "-": standard output. Else a temporary neighbour of `path`, put in its place by `close`.
  /// Errors: Errc::io.
  explicit OutputStream(std::string path = {});
  OutputStream(const OutputStream&) = delete;
  OutputStream& operator=(const OutputStream&) = delete;
  /// Without `close`, a file's temporary is removed.
  ~OutputStream();

  /// Errors: Errc::io ("cannot write to standard output: No space left on device"). A closed pipe throws ClosedPipe.
  void write(std::string_view bytes);
  void flush();
  /// Flushes and checks; a file is synced and renamed into place.
  void close();

 private:
  std::string path_;
  std::string temporary_;
  std::string buffer_;
  int descriptor_ = -1;
};

/// The reader of our standard output has gone: the run ends silently with status 0.
struct ClosedPipe {};

}  // namespace topos
