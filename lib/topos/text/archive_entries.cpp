// SPDX-License-Identifier: Apache-2.0
#include <locale.h>

#include <algorithm>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/archive_handle.hpp"
#include "topos/text/compression.hpp"
#include "topos/text/zip_layout.hpp"

namespace topos {
namespace {

/// libarchive reads names by the thread's locale and drops those in UTF-8 under "C": lend it one that knows UTF-8, for
/// this thread and this call.
class Utf8Names {
 public:
  Utf8Names() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = ::uselocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

}  // namespace

struct ArchiveEntries::Impl {
  Impl(std::unique_ptr<ByteSource> source, const std::string& file, const ExpandLimits& limit)
      : seekable(source->size_hint() != 0 && source->seek(0)),
        handle(checked(std::move(source), file, limit), file, limit), path(file), limits(limit) {
    handle.library().read_support_format_zip(handle.get());
    handle.library().read_support_format_tar(handle.get());
    handle.open(seekable);
  }

  std::unique_ptr<ByteSource> checked(std::unique_ptr<ByteSource> source, const std::string& file,
                                      const ExpandLimits& limit) const {
    if (seekable) check_zip_layout(*source, file, limit.entries);
    return source;
  }

  bool seekable;
  ArchiveHandle handle;
  std::string path;
  ExpandLimits limits;
  std::size_t count = 0;
  std::uint64_t size = 0;  ///< of the entry at hand, as the archive says
};

ArchiveEntries::ArchiveEntries(std::unique_ptr<ByteSource> source, const std::string& path,
                               const ExpandLimits& limits) {
  const Utf8Names utf8;
  impl_ = std::make_unique<Impl>(std::move(source), path, limits);
}
ArchiveEntries::ArchiveEntries(ArchiveEntries&&) noexcept = default;
ArchiveEntries& ArchiveEntries::operator=(ArchiveEntries&&) noexcept = default;
ArchiveEntries::~ArchiveEntries() = default;

std::optional<std::string> ArchiveEntries::next() {
  const Utf8Names utf8;
  const ArchiveLibrary& library = impl_->handle.library();
  while (true) {
    archive_entry* entry = nullptr;
    const int result = library.read_next_header(impl_->handle.get(), &entry);
    impl_->handle.check(result);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (++impl_->count > impl_->limits.entries)
      throw Error(Errc::archive, "holds more than " + std::to_string(impl_->limits.entries) + " entries", {impl_->path},
                  "unpack the file yourself if you trust it");
    const char* name = library.entry_pathname(entry);
    impl_->size = static_cast<std::uint64_t>(std::max<la_int64_t>(library.entry_size(entry), 0));
    if (library.entry_filetype(entry) == AE_IFREG && name != nullptr && *name != '\0') return name;
  }
}

std::string ArchiveEntries::read() {
  // A bomb that says what it is takes no memory.
  impl_->handle.expect(impl_->size);
  std::string bytes;
  std::size_t filled = 0;
  do {
    if (filled > impl_->limits.entry)
      throw Error(Errc::archive, "an entry expands past " + std::to_string(impl_->limits.entry >> 20) + " MiB",
                  {impl_->path}, "unpack the file yourself if you trust it");
    bytes.resize(std::max<std::size_t>(filled * 2, 64 * 1024));
    std::size_t got = 1;
    while (got != 0 && filled < bytes.size()) {
      got = impl_->handle.read(bytes.data() + filled, bytes.size() - filled);
      filled += got;
    }
    if (got == 0) break;
  } while (true);
  bytes.resize(filled);
  return bytes;
}

void ArchiveEntries::read(const std::function<void(std::string_view piece)>& take) {
  std::string piece(std::size_t{64} * 1024, '\0');
  while (const std::size_t got = impl_->handle.read(piece.data(), piece.size()))
    take(std::string_view(piece.data(), got));
}

}  // namespace topos
