// SPDX-License-Identifier: Apache-2.0
#include "topos/text/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <new>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr std::size_t block = 64 * 1024;
constexpr int gzip_only = 15 + 16;

/// zlib instead of libarchive, whose gzip filter skips the checksum and stops at the first thing it does not know.
class GzipBytes final : public ByteSource {
 public:
  GzipBytes(std::unique_ptr<ByteSource> source, const std::string& path, const ExpandLimits& limits)
      : source_(std::move(source)), path_(path), guard_(path, limits), in_(block, '\0') {
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;
  ~GzipBytes() override { inflateEnd(&stream_); }

  std::size_t read(char* buffer, std::size_t size) override {
    const auto room = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = room;
    while (stream_.avail_out == room) {
      if (stream_.avail_in == 0 && !fill()) {
        if (!between_) fail("truncated gzip input");
        return 0;
      }
      if (between_ && !begin_member()) return 0;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      if (result == Z_MEM_ERROR) throw std::bad_alloc();
      if (result == Z_STREAM_END)
        between_ = true;
      else if (result != Z_OK && result != Z_BUF_ERROR)
        fail(std::string("damaged gzip input: ") + (stream_.msg != nullptr ? stream_.msg : "data error"));
    }
    const std::size_t got = room - stream_.avail_out;
    guard_.gave(got);
    return got;
  }

 private:
  bool fill() {
    const std::size_t got = source_->read(in_.data(), in_.size());
    guard_.took(got);
    stream_.next_in = reinterpret_cast<Bytef*>(in_.data());
    stream_.avail_in = static_cast<uInt>(got);
    return got != 0;
  }

  /// At the beginning and after each member: another member, or zero bytes as tapes and some tools add them, to the
  /// end.
  bool begin_member() {
    while (*stream_.next_in == 0) {
      if (first_) break;
      padded_ = true;
      ++stream_.next_in;
      if (--stream_.avail_in == 0 && !fill()) return false;
    }
    if (padded_ || (*stream_.next_in != 0x1F && !first_)) fail("something follows the gzip data");
    inflateReset(&stream_);
    first_ = false;
    between_ = false;
    return true;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Errc::archive, what, {path_}, "fetch or pack the file again; nothing of it was used");
  }

  std::unique_ptr<ByteSource> source_;
  std::string path_;
  ExpandGuard guard_;
  std::string in_;
  z_stream stream_{};
  bool first_ = true;
  bool between_ = true;
  bool padded_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> source, const std::string& path,
                                       const ExpandLimits& limits) {
  return std::make_unique<GzipBytes>(std::move(source), path, limits);
}

}  // namespace topos
