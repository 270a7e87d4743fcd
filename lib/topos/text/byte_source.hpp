// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace topos {

/// Bytes that are read once, from front to back.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes into `buffer`; 0 only at the end. Errors: Errc::io, Errc::archive, with the path.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// What it holds as far as is known beforehand, to reserve memory by; 0 if unknown.
  [[nodiscard]] virtual std::uint64_t size_hint() const { return 0; }
  /// Moves to `offset`; false where that cannot be done.
  virtual bool seek(std::uint64_t) { return false; }
  /// All that is left, if it is in memory already; the source is at its end then.
  [[nodiscard]] virtual std::optional<std::string> take_rest() { return std::nullopt; }
};

/// The bytes of a file, pipe or device; "-" is standard input.
[[nodiscard]] std::unique_ptr<ByteSource> file_bytes(const std::string& path);

/// Bytes in memory.
[[nodiscard]] std::unique_ptr<ByteSource> memory_bytes(std::string bytes);

/// Looks at the first bytes of a source without losing them.
class PeekedSource final : public ByteSource {
 public:
  /// Reads up to `wanted` bytes ahead.
  PeekedSource(std::unique_ptr<ByteSource> source, std::size_t wanted);
  [[nodiscard]] const std::string& head() const { return head_; }
  /// Whether `head` is all there is.
  [[nodiscard]] bool whole() const { return whole_; }
  std::size_t read(char* buffer, std::size_t size) override;
  [[nodiscard]] std::uint64_t size_hint() const override { return source_->size_hint(); }
  bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::optional<std::string> take_rest() override;

 private:
  std::unique_ptr<ByteSource> source_;
  std::string head_;
  std::size_t given_ = 0;
  bool whole_ = false;
};

/// The largest text a document may hold, in bytes: spans are 32-bit and segmentation is signed.
inline constexpr std::size_t largest_document = (std::size_t{1} << 31) - 1;

/// Everything left in `source`. Errors: Errc::too_large above largest_document.
[[nodiscard]] std::string read_all(ByteSource& source, const std::string& path);

}  // namespace topos
