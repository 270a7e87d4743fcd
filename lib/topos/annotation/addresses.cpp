// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/addresses.hpp"

#include <algorithm>
#include <cstring>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

bool is_address_byte(char c) { return is_word_byte(c) || std::strchr("._%+-", c) != nullptr; }

/// Where the URL that begins at `begin` ends.
std::size_t url_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && std::strchr("<>\")]", text[end]) == nullptr) {
    const CodePoint point = code_point_at(text, end);
    if (is_blank(point.value)) break;
    end += point.size;
  }
  return end;
}

/// The URL around the mark at `at` ("://" or "www."), if it is one.
ByteSpan url_at(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  if (text[at] == ':') {
    const std::string_view before = text.substr(0, at);
    begin = before.ends_with("https") ? at - 5 : before.ends_with("http") ? at - 4 : at;
    if (begin == at) return {};
  }
  if (begin > 0 && is_word_byte(text[begin - 1])) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(url_end(text, at))};
}

ByteSpan mail_at(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && text[begin - 1] != '\0' && is_address_byte(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != '\0' && is_address_byte(text[end])) ++end;
  while (end > at + 1 && !is_word_byte(text[end - 1])) --end;
  const bool dotted = text.substr(at + 1, end - at - 1).find('.') != std::string_view::npos;
  if (begin == at || !dotted) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Appends what `find` makes of every occurrence of `mark`, those inside the last found left out.
template <class Find>
void scan(std::string_view text, std::string_view mark, Find find, std::vector<ByteSpan>& out) {
  std::size_t from = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, from)) {
    from = at + mark.size();
    const ByteSpan span = find(text, at);
    if (span.empty()) continue;
    out.push_back(span);
    from = std::max<std::size_t>(from, span.end);
  }
}

}  // namespace

void find_addresses(std::string_view text, std::vector<ByteSpan>& out) {
  out.clear();
  scan(text, "://", url_at, out);
  scan(text, "www.", url_at, out);
  scan(text, "@", mail_at, out);
  std::sort(out.begin(), out.end(), [](ByteSpan a, ByteSpan b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::size_t kept = 0;
  for (const ByteSpan span : out)
    if (kept == 0 || span.begin >= out[kept - 1].end) out[kept++] = span;
  out.resize(kept);
}

}  // namespace topos
