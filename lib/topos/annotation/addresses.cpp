// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/addresses.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "topos/text/byte_block.hpp"
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
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
         std::strchr("<>\")]", text[end]) == nullptr) {
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

/// Where "www." stands next. A search by its first letter would stop at every word with a w.
std::size_t find_www(std::string_view text, std::size_t from) {
  constexpr std::size_t step = ByteBlock::size - 1;  // so that each pair of letters lies in one block
  for (; from < text.size(); from += step) {
    const std::uint64_t letters = ByteBlock(text, from).where([](const ByteBlock::Bytes& b) { return b == 'w'; });
    for (std::uint64_t pairs = letters & (letters >> 1); pairs != 0; pairs &= pairs - 1)
      if (const std::size_t at = from + static_cast<std::size_t>(std::countr_zero(pairs));
          text.substr(at).starts_with("www."))
        return at;
  }
  return std::string_view::npos;
}

/// Appends what `span_at` makes of every occurrence of a mark of `size` bytes that `next` finds, those inside the last
/// found left out.
template <class Next, class SpanAt>
void scan(std::string_view text, std::size_t size, Next next, SpanAt span_at, std::vector<ByteSpan>& out) {
  std::size_t from = 0;
  for (std::size_t at = next(text, 0); at != std::string_view::npos; at = next(text, from)) {
    from = at + size;
    const ByteSpan span = span_at(text, at);
    if (span.empty()) continue;
    out.push_back(span);
    from = std::max<std::size_t>(from, span.end);
  }
}

}  // namespace

void find_addresses(std::string_view text, std::vector<ByteSpan>& out) {
  out.clear();
  scan(
      text, 3, [](std::string_view in, std::size_t from) { return in.find("://", from); }, url_at, out);
  scan(text, 4, find_www, url_at, out);
  scan(
      text, 1, [](std::string_view in, std::size_t from) { return in.find('@', from); }, mail_at, out);
  std::sort(out.begin(), out.end(),
            [](ByteSpan a, ByteSpan b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::size_t kept = 0;
  for (const ByteSpan span : out)
    if (kept == 0 || span.begin >= out[kept - 1].end) out[kept++] = span;
  out.resize(kept);
}

}  // namespace topos
