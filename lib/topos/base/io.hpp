// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
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
  /// Bytes of a regular file at the time of the call; 0 for pipes and devices. A hint, not a promise.
  [[nodiscard]] std::uint64_t size_hint() const noexcept;
  /// Moves to `offset` bytes from the beginning; false (and no move) for what cannot seek.
  bool seek(std::uint64_t offset) noexcept;
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
  std::string failure_;  ///< the first error; every later call throws it again
  int descriptor_ = -1;
  int slot_ = -1;

  void open_file(std::string target);
  void put(const char* bytes, std::size_t size);
  [[noreturn]] void fail(int number, std::string_view what);
  void discard() noexcept;
};

/// The reader of our standard output has gone: the run ends silently with status 0.
struct ClosedPipe {};

/// Puts /dev/null in the place of those of the descriptors 0, 1 and 2 that are closed, so that no file opened later
/// takes their number, and remembers them: reading or writing one of them is then Errc::io. To be called first in
/// `main`.
void reserve_standard_descriptors() noexcept;

/// Removes the temporaries of all open output files. Async-signal-safe.
void remove_temporary_files() noexcept;

}  // namespace topos
