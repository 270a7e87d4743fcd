// SPDX-License-Identifier: Apache-2.0
#include "topos/text/readers/reader.hpp"

#include <algorithm>
#include <array>

#include "topos/text/json_record.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::array formats = {
#define TOPOS_READER(id) &id##_format,
#include "topos/text/readers/readers.def"
#undef TOPOS_READER
};

constexpr std::array<std::string_view, 5> compressions = {".gz", ".zst", ".xz", ".bz2", ".zstd"};

std::string_view extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

/// As it stands in a format's list; one that stands in none if there is no extension.
std::string padded_extension(std::string_view path) {
  return " " + lower_ascii(extension(without_compression(base_name(path)))) + " ";
}

}  // namespace

std::string_view base_name(std::string_view path) noexcept { return path.substr(path.rfind('/') + 1); }

std::string_view without_compression(std::string_view name) noexcept {
  const std::string_view end = extension(name);
  for (const std::string_view compression : compressions)
    if (end.size() == compression.size() && lower_ascii(end) == compression)
      return name.substr(0, name.size() - end.size());
  return name;
}

bool is_archive_name(std::string_view name) {
  const std::string end = lower_ascii(extension(without_compression(name)));
  return end == ".tar" || end == ".tgz" || (end == ".zip" && name.size() == without_compression(name).size());
}

const Format* format_of_name(std::string_view path) {
  const std::string wanted = padded_extension(path);
  for (const Format* format : formats)
    if (format->extensions.find(wanted) != std::string_view::npos) return format;
  return nullptr;
}

const Format* format_of_signature(std::string_view head) {
  for (const Format* format : formats)
    if (format->fits != nullptr && format->fits(head)) return format;
  return nullptr;
}

std::string folder_extensions() {
  std::string all;
  for (const Format* format : formats) {
    const std::string_view list = format->in_folders;
    if (list.size() > 2) (all += all.empty() ? "" : " ") += list.substr(1, list.size() - 2);
  }
  return all;
}

bool is_taken_from_folders(std::string_view name) {
  const std::string wanted = padded_extension(name);
  return is_archive_name(name) || std::any_of(formats.begin(), formats.end(), [&](const Format* format) {
           return format->in_folders.find(wanted) != std::string_view::npos;
         });
}

const Format& format_of_content(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || head[begin] != '{') return plain_format;
  const std::string_view line = without_cr(head.substr(begin, head.find('\n', begin) - begin));
  // A line that goes on beyond the head cannot be parsed: an object with a first key is JSON enough.
  const bool cut = begin + line.size() == head.size();
  const std::size_t key = head.find_first_not_of(" \t", begin + 1);
  const bool quoted = key != std::string_view::npos && head[key] == '"';
  return (cut && quoted) || is_json_object(line) ? jsonl_format : plain_format;
}

}  // namespace topos
