// SPDX-License-Identifier: Apache-2.0
#include "topos/text/compression.hpp"

#include <algorithm>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/archive_handle.hpp"
#include "topos/text/gzip.hpp"

namespace topos {
namespace {

constexpr std::uint64_t ratio_floor = std::uint64_t{16} << 20;

class ArchiveBytes final : public ByteSource {
 public:
  ArchiveBytes(std::unique_ptr<ByteSource> source, Container container, const std::string& path,
               const ExpandLimits& limits)
      : handle_(std::move(source), path, limits), path_(path) {
    const ArchiveLibrary& library = handle_.library();
    if (container == Container::zstd) library.read_support_filter_zstd(handle_.get());
    if (container == Container::xz) library.read_support_filter_xz(handle_.get());
    if (container == Container::bzip2) library.read_support_filter_bzip2(handle_.get());
    library.read_support_format_raw(handle_.get());
    library.read_support_format_empty(handle_.get());
    handle_.open(false);
    archive_entry* entry = nullptr;
    const int result = library.read_next_header(handle_.get(), &entry);
    handle_.check(result);
    ended_ = result == ARCHIVE_EOF;
  }

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = ended_ ? 0 : handle_.read(buffer, size);
    if (got == 0 && !ended_ && handle_.has_more())
      throw Error(Errc::archive, "something follows the packed data", {path_}, "cut it off, if it is not needed");
    ended_ = got == 0;
    return got;
  }

 private:
  ArchiveHandle handle_;
  std::string path_;
  bool ended_ = false;
};

}  // namespace

Container container_of(std::string_view head) noexcept {
  using namespace std::string_view_literals;
  if (head.starts_with("\x1F\x8B\x08"sv)) return Container::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Container::zstd;
  if (head.starts_with("\xFD"
                       "7zXZ\0"sv))
    return Container::xz;
  if (head.starts_with("BZh"sv) && head.size() >= 10 &&
      (head.substr(4, 6) == "1AY&SY"sv || head.substr(4, 6) == "\x17rE8P\x90"sv))
    return Container::bzip2;
  if (head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv)) return Container::zip;
  if (head.size() > 262 && head.substr(257, 5) == "ustar"sv) return Container::tar;
  return Container::none;
}

void ExpandGuard::gave(std::uint64_t bytes) {
  out_ += bytes;
  check(out_, in_);
}

void ExpandGuard::expect(std::uint64_t bytes, std::uint64_t packed) const {
  constexpr std::uint64_t any = ~std::uint64_t{0};
  check(bytes > any - out_ ? any : out_ + bytes, packed == 0 ? any : std::max(packed, in_));
}

void ExpandGuard::check(std::uint64_t out, std::uint64_t in) const {
  if (out > most_ || (out > ratio_floor && out / ratio_ > in))
    throw Error(Errc::archive, "expands past the limit", {path_},
                "raise --max-expand, or unpack the file yourself if you trust it");
}

std::unique_ptr<ByteSource> expanded(std::unique_ptr<ByteSource> source, Container container, const std::string& path,
                                     const ExpandLimits& limits) {
  if (container == Container::gzip) return gzip_bytes(std::move(source), path, limits);
  return std::make_unique<ArchiveBytes>(std::move(source), container, path, limits);
}

}  // namespace topos
