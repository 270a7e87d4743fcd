// SPDX-License-Identifier: Apache-2.0
#include "topos/base/zip_writer.hpp"

#include <zlib.h>

#include <limits>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr int usual_level = 6;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t flags = 0x0808;  // sizes behind the data, names in UTF-8
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t first_day = 0x0021;
constexpr std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_files = 65535;

/// A record of numbers in the byte order of zip.
class Record {
 public:
  Record& two(std::uint64_t value) { return number(value, 2); }
  Record& four(std::uint64_t value) { return number(value, 4); }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  Record& number(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes_ += static_cast<char>((value >> (8 * i)) & 0xFF);
    return *this;
  }
  std::string bytes_;
};

}  // namespace

ZipWriter::ZipWriter(Sink sink) : sink_(std::move(sink)) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::put(std::string_view bytes) {
  sink_(bytes);
  written_ += bytes.size();
  if (written_ > most_bytes)
    throw Error(Errc::too_large, "the archive would take 4 GiB or more", {}, "export parts of the texts");
}

void ZipWriter::begin(std::string_view name) {
  end_file();
  if (entries_.size() == most_files)
    throw Error(Errc::too_large, "the archive would hold more than 65535 files", {}, "export parts of the texts");
  entries_.push_back({std::string(name), 0, 0, 0, written_});
  Record head;
  head.four(0x04034B50)
      .two(version)
      .two(flags)
      .two(deflated)
      .two(0)
      .two(first_day)
      .four(0)
      .four(0)
      .four(0)
      .two(name.size())
      .two(0);
  put(head.bytes());
  put(name);
  deflater_.emplace(Deflater::Form::bare, usual_level);
}

void ZipWriter::write(std::string_view bytes) {
  constexpr std::size_t piece = std::size_t{1} << 20;
  Entry& entry = entries_.back();
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    const std::string_view next = bytes.substr(at, piece);
    entry.checksum = static_cast<std::uint32_t>(
        ::crc32(entry.checksum, reinterpret_cast<const Bytef*>(next.data()), static_cast<uInt>(next.size())));
    entry.size += next.size();
    if (entry.size > most_bytes)
      throw Error(Errc::too_large, "a file of the archive would take 4 GiB or more", {}, "export parts of the texts");
    deflater_->write(next, [&](std::string_view packed) {
      entry.packed += packed.size();
      put(packed);
    });
  }
}

void ZipWriter::end_file() {
  if (!deflater_) return;
  Entry& entry = entries_.back();
  deflater_->finish([&](std::string_view packed) {
    entry.packed += packed.size();
    put(packed);
  });
  deflater_.reset();
  put(Record().four(0x08074B50).four(entry.checksum).four(entry.packed).four(entry.size).bytes());
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  begin(name);
  write(bytes);
}

void ZipWriter::finish() {
  end_file();
  const std::uint64_t directory = written_;
  for (const Entry& entry : entries_) {
    Record head;
    head.four(0x02014B50)
        .two(version)
        .two(version)
        .two(flags)
        .two(deflated)
        .two(0)
        .two(first_day)
        .four(entry.checksum)
        .four(entry.packed)
        .four(entry.size);
    head.two(entry.name.size()).two(0).two(0).two(0).two(0).four(0).four(entry.offset);
    put(head.bytes());
    put(entry.name);
  }
  const std::uint64_t size = written_ - directory;
  put(Record()
          .four(0x06054B50)
          .two(0)
          .two(0)
          .two(entries_.size())
          .two(entries_.size())
          .four(size)
          .four(directory)
          .two(0)
          .bytes());
}

}  // namespace topos
