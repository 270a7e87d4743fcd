// SPDX-License-Identifier: Apache-2.0
#include "topos/text/zip_layout.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/text/compression.hpp"

namespace topos {
namespace {

constexpr std::uint64_t end_size = 22;
constexpr std::uint64_t longest_comment = 65'535;
constexpr std::uint64_t in_the_long_form = 0xFFFF'FFFF;  // the value stands in the fields of zip files beyond 4 GiB

/// A number of `size` bytes, the lowest first; 0 beyond the end.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
  return value;
}

/// Up to `size` bytes from where the source is.
std::string take(ByteSource& source, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const std::size_t got = source.read(bytes.data() + filled, size - filled);
    if (got == 0) break;
    filled += got;
  }
  bytes.resize(filled);
  return bytes;
}

/// The same from `offset` on; empty where there is no such place.
std::string take_at(ByteSource& source, std::uint64_t offset, std::size_t size) {
  return source.seek(offset) ? take(source, size) : std::string();
}

/// Where the list of entries begins.
struct Directory {
  std::uint64_t begin = 0;
  std::uint64_t entries = 0;
};

/// What the record at the end of the file says, whose place `at` is; the list may stand elsewhere if something was put
/// before the archive.
Directory directory_of(ByteSource& source, std::string_view end, std::uint64_t at) {
  Directory found{number(end, 16, 4), number(end, 10, 2)};
  const std::uint64_t size = number(end, 12, 4);
  const std::string locator = at < 20 ? std::string() : take_at(source, at - 20, 20);
  if (locator.starts_with("PK\6\7")) {
    const std::string record = take_at(source, number(locator, 8, 8), 56);
    if (record.starts_with("PK\6\6")) return {number(record, 48, 8), number(record, 32, 8)};
  }
  if (size <= at && take_at(source, at - size, 4) == "PK\1\2") found.begin = at - size;
  return found;
}

/// The 64-bit values that stand for those of the list that do not fit.
void read_long_form(std::string_view extra, std::uint64_t unpacked, std::uint64_t& packed, std::uint64_t& offset) {
  while (extra.size() >= 4) {
    const std::size_t size = std::min<std::size_t>(number(extra, 2, 2), extra.size() - 4);
    const std::string_view field = extra.substr(4, size);
    if (number(extra, 0, 2) == 1) {
      std::size_t at = unpacked == in_the_long_form ? 8 : 0;
      if (packed == in_the_long_form) packed = number(field, std::exchange(at, at + 8), 8);
      if (offset == in_the_long_form) offset = number(field, at, 8);
      return;
    }
    extra.remove_prefix(4 + size);
  }
}

/// From the head of each entry to the end of its packed bytes, in the order of the file.
std::vector<std::pair<std::uint64_t, std::uint64_t>> places(ByteSource& source, const Directory& list,
                                                            std::size_t most) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> all;
  if (!source.seek(list.begin)) return all;
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(list.entries, most); ++i) {
    const std::string head = take(source, 46);
    if (head.size() < 46 || !head.starts_with("PK\1\2")) break;
    std::uint64_t packed = number(head, 20, 4);
    std::uint64_t offset = number(head, 42, 4);
    const std::uint64_t name = number(head, 28, 2);
    const std::string rest = take(source, name + number(head, 30, 2) + number(head, 32, 2));
    const std::string_view extra = std::string_view(rest).substr(std::min<std::size_t>(name, rest.size()));
    read_long_form(extra.substr(0, number(head, 30, 2)), number(head, 24, 4), packed, offset);
    // The head in front of the bytes has fields of its own, whose length only it knows.
    const std::uint64_t begin = offset + 30 + name;
    if (begin >= offset && begin + packed >= begin) all.emplace_back(offset, begin + packed);
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

void check_zip_layout(ByteSource& source, const std::string& path, std::size_t most) {
  const std::uint64_t size = source.size_hint();
  const std::string head = take_at(source, 0, 4);
  if (container_of(head) == Container::zip) {
    const std::uint64_t from = size - std::min(size, end_size + longest_comment);
    const std::string tail = take_at(source, from, end_size + longest_comment);
    const std::size_t end = tail.rfind("PK\5\6");
    if (end == std::string::npos)
      throw Error(Errc::archive, "cut short: the list of its entries is missing", {path},
                  "fetch or pack the file again; nothing of it was used");
    const Directory list = directory_of(source, std::string_view(tail).substr(end), from + end);
    std::uint64_t used = 0;
    for (const auto& [begin, behind] : places(source, list, most)) {
      if (begin < used)
        throw Error(Errc::archive, "two entries hold the same bytes, at byte " + std::to_string(begin), {path},
                    "pack the files again; nothing of it was used");
      used = behind;
    }
  }
  source.seek(0);
}

}  // namespace topos
