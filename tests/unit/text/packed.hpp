// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <string>
#include <utility>
#include <vector>

namespace topos::test {

using Entries = std::vector<std::pair<std::string, std::string>>;

/// Packs with libarchive: a filter over raw data, a zip (-1) or a tar (-2) of entries.
inline std::string packed(int filter, const Entries& entries) {
  std::string bytes(std::size_t{32} << 20, '\0');
  std::size_t used = 0;
  archive* out = archive_write_new();
  if (filter == -2)
    archive_write_set_format_ustar(out);
  else if (filter < 0)
    archive_write_set_format_zip(out);
  else
    archive_write_set_format_raw(out);
  if (filter > 0) archive_write_add_filter(out, filter);
  archive_write_set_options(out, "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [name, text] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_write_header(out, entry);
    archive_write_data(out, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

inline std::string tar(const Entries& entries) { return packed(-2, entries); }

inline std::string packed(int filter, const std::string& text) { return packed(filter, Entries{{"data", text}}); }

/// Like any tool of today, with names in UTF-8.
inline std::string zip(const Entries& entries) {
  const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const locale_t before = ::uselocale(utf8);
  std::string bytes = packed(-1, entries);
  ::uselocale(before);
  ::freelocale(utf8);
  return bytes;
}

}  // namespace topos::test
