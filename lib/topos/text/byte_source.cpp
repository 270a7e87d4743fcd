// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_source.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

namespace topos {
namespace {

constexpr std::size_t block = 64 * 1024;

class FileBytes final : public ByteSource {
 public:
  explicit FileBytes(const std::string& path) : stream_(path), size_(stream_.size_hint()) {}
  std::size_t read(char* buffer, std::size_t size) override { return stream_.read(buffer, size); }
  [[nodiscard]] std::uint64_t size_hint() const override { return size_; }
  bool seek(std::uint64_t offset) override { return stream_.seek(offset); }

 private:
  InputStream stream_;
  std::uint64_t size_;
};

class MemoryBytes final : public ByteSource {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = std::min(size, bytes_.size() - at_);
    if (got != 0) std::memcpy(buffer, bytes_.data() + at_, got);
    at_ += got;
    return got;
  }
  [[nodiscard]] std::uint64_t size_hint() const override { return bytes_.size(); }
  bool seek(std::uint64_t offset) override {
    if (offset > bytes_.size()) return false;
    at_ = static_cast<std::size_t>(offset);
    return true;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> file_bytes(const std::string& path) { return std::make_unique<FileBytes>(path); }

std::unique_ptr<ByteSource> memory_bytes(std::string bytes) { return std::make_unique<MemoryBytes>(std::move(bytes)); }

PeekedSource::PeekedSource(std::unique_ptr<ByteSource> source, std::size_t wanted) : source_(std::move(source)) {
  // One byte more than the source is said to hold, so that the end is met without growing.
  const std::uint64_t hint = source_->size_hint();
  std::size_t room = static_cast<std::size_t>(std::min<std::uint64_t>(hint == 0 ? block : hint + 1, wanted));
  std::size_t filled = 0;
  while (filled < wanted && !whole_) {
    if (filled == room) room = std::min(wanted, std::max(room * 2, block));
    head_.resize(room);
    const std::size_t got = source_->read(head_.data() + filled, room - filled);
    filled += got;
    whole_ = got == 0;
  }
  head_.resize(filled);
}

std::size_t PeekedSource::read(char* buffer, std::size_t size) {
  if (given_ == head_.size()) {
    if (given_ != 0) {
      head_.clear();
      head_.shrink_to_fit();
      given_ = 0;
    }
    return whole_ ? 0 : source_->read(buffer, size);
  }
  const std::size_t got = std::min(size, head_.size() - given_);
  std::memcpy(buffer, head_.data() + given_, got);
  given_ += got;
  return got;
}

bool PeekedSource::seek(std::uint64_t offset) {
  if (!source_->seek(offset)) return false;
  head_.clear();
  given_ = 0;
  whole_ = false;
  return true;
}

std::optional<std::string> PeekedSource::take_rest() {
  if (!whole_) return std::nullopt;
  std::string rest = std::move(head_);
  rest.erase(0, std::exchange(given_, 0));
  head_.clear();
  return rest;
}

std::string read_all(ByteSource& source, const std::string& path) {
  // What is looked at beforehand is far smaller than the largest document.
  if (std::optional<std::string> rest = source.take_rest()) return std::move(*rest);
  std::string bytes;
  // One byte more than the source is said to hold, so that the end is met without growing.
  bytes.resize(
      static_cast<std::size_t>(std::clamp<std::uint64_t>(source.size_hint() + 1, block, largest_document + 1)));
  std::size_t filled = 0;
  while (const std::size_t got = source.read(bytes.data() + filled, bytes.size() - filled)) {
    filled += got;
    if (filled > largest_document)
      throw Error(Errc::too_large, "the document holds 2 GiB or more", {path},
                  "cut it up: --split lines, --split paragraphs or --split BYTES");
    if (filled == bytes.size()) bytes.resize(std::min(bytes.size() * 2, largest_document + 1));
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace topos
