// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/reference_list.hpp"

#include <algorithm>
#include <unordered_map>

#include "topos/annotation/detectors/reference_address.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// [3], 3. or 3) before a blank, or a mark of a list.
bool begins_by_mark(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\u2022")) return true;
  const bool square = line.starts_with('[');
  if (square) line.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > 3 || digits == line.size()) return false;
  return square ? line[digits] == ']'
                : (line[digits] == '.' || line[digits] == ')') && digits + 1 < line.size() && line[digits + 1] == ' ';
}

bool ends_entry(std::string_view line) {
  return line.ends_with('.') || line.ends_with('>') || line.ends_with(')') || line.ends_with('/') ||
         line.rfind("http") != std::string_view::npos;
}

bool begins_upper(std::string_view line) { return !line.empty() && is_upper(code_point_at(line, 0).value); }

/// Letters and digits of a title, small: what two spellings of one entry share.
std::string key_of(const ReferenceEntry& entry) {
  std::string key;
  for (const char c : entry.title)
    if (is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80)
      key += ascii_lower(c);
  constexpr std::size_t least = 16;  // shorter titles are "Annual report" and the like
  if (key.size() < least) return {};
  return key + '|' + (entry.years.empty() ? std::string() : entry.years[0]) + '|' +
         (entry.authors.empty() ? std::string() : entry.authors[0].substr(0, 4));
}

std::string without_dots(std::string host) {
  std::erase(host, '.');
  return host;
}

}  // namespace

std::vector<ByteSpan> reference_spans(std::string_view text, ByteSpan paragraph) {
  std::vector<ByteSpan> lines;
  bool marked = false;
  for (std::uint32_t begin = paragraph.begin; begin < paragraph.end;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), paragraph.end));
    const std::string_view line = trim(text.substr(begin, end - begin));
    if (!line.empty()) {
      const auto first = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({first, first + static_cast<std::uint32_t>(line.size())});
      marked = marked || begins_by_mark(line);
    }
    begin = end + 1;
  }
  std::vector<ByteSpan> entries;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view line = lines[at].in(text);
    const bool begins =
        at == 0 || (marked ? begins_by_mark(line) : begins_upper(line) && ends_entry(lines[at - 1].in(text)));
    if (begins)
      entries.push_back(lines[at]);
    else
      entries.back().end = lines[at].end;
  }
  return entries;
}

void compare_references(std::vector<ReferenceEntry>& list) {
  std::unordered_map<std::string, std::size_t> first;
  std::unordered_map<std::string, std::string> hosts;  // the one with the fewest dots, by its letters
  for (std::size_t at = 0; at < list.size(); ++at) {
    ReferenceEntry& entry = list[at];
    std::size_t twin = at;
    const std::string title = key_of(entry);
    for (const std::string& key : {title, entry.doi.empty() ? std::string() : "doi " + entry.doi})
      if (!key.empty()) twin = std::min(twin, first.try_emplace(key, at).first->second);
    if (twin < at) {
      entry.duplicate_of = list[twin].number.value_or(static_cast<unsigned>(twin + 1));
      entry.flaws.emplace_back("duplicate");
    }
    for (const std::string& url : entry.urls) {
      const std::string host = host_of(url);
      std::string& known = hosts[without_dots(host)];
      if (known.empty() || host.size() < known.size()) known = host;
    }
  }
  for (ReferenceEntry& entry : list)
    for (const std::string& url : entry.urls) {
      const std::string host = host_of(url);
      if (hosts[without_dots(host)] == host ||
          std::find(entry.flaws.begin(), entry.flaws.end(), "broken_host") != entry.flaws.end())
        continue;
      entry.flaws.emplace_back("broken_host");
    }
}

}  // namespace topos
