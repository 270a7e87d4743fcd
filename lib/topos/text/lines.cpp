// SPDX-License-Identifier: Apache-2.0
#include "topos/text/lines.hpp"

#include <algorithm>
#include <array>

#include "topos/text/code_points.hpp"
#include "topos/text/markdown.hpp"

namespace topos {
namespace {

constexpr std::size_t buckets = 1024;
constexpr std::size_t indents = 64;

struct LineEnd {
  std::size_t at;
  std::size_t size;
  bool page;
};

LineEnd find_line_end(std::string_view text, std::size_t at) noexcept {
  for (; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c > 0x0D && c != 0xE2) continue;
    if (c == '\n') return {at, 1, false};
    if (c == '\f') return {at, 1, true};
    if (c == '\r') return {at, at + 1 < text.size() && text[at + 1] == '\n' ? std::size_t{2} : std::size_t{1}, false};
    if (c == 0xE2 && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029")) return {at, 3, false};
  }
  return {at, 0, false};
}

template <std::size_t Size>
std::uint32_t middle(const std::array<std::uint64_t, Size>& histogram) {
  std::uint64_t total = 0;
  for (const std::uint64_t n : histogram) total += n;
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < Size; ++i) {
    seen += histogram[i];
    if (2 * seen >= total && total > 0) return static_cast<std::uint32_t>(i);
  }
  return 0;
}

}  // namespace

bool LineScanner::next(Line& line) noexcept {
  if (at_ >= text_.size()) return false;
  const LineEnd end = find_line_end(text_, at_);
  const std::string_view whole = text_.substr(at_, end.at - at_);
  const std::string_view content = trim(whole);
  const auto lead = static_cast<std::size_t>(content.data() - whole.data());
  line.span.begin = at_ + static_cast<std::uint32_t>(lead);
  line.span.end = line.span.begin + static_cast<std::uint32_t>(content.size());
  line.indent = content.empty() ? 0 : code_point_count(whole.substr(0, lead));
  line.page_end = end.page;
  at_ = static_cast<std::uint32_t>(end.at + end.size);
  return true;
}

LineShape line_shape(std::string_view text, std::uint32_t begin) {
  std::array<std::uint64_t, buckets> lengths{};
  std::array<std::uint64_t, buckets> weights{};
  std::array<std::uint64_t, indents> leads{};
  LineShape shape;
  LineScanner scanner(text, begin);
  Line line;
  bool blank_before = false;
  while (scanner.next(line)) {
    if (line.blank()) {
      blank_before = shape.lines > 0;
      continue;
    }
    shape.gaps += blank_before;
    blank_before = line.page_end;
    ++shape.lines;
    const std::uint32_t length = code_point_count(line.span.in(text));
    const std::size_t bucket = std::min<std::size_t>(length, buckets - 1);
    ++lengths[bucket];
    weights[bucket] += length;
    ++leads[std::min<std::size_t>(line.indent, indents - 1)];
    shape.hash_headings += hash_heading_level(line.span.in(text)) > 0;
  }
  shape.median = middle(lengths);
  shape.half = middle(weights);
  shape.usual_indent = static_cast<std::uint32_t>(std::max_element(leads.begin(), leads.end()) - leads.begin());
  return shape;
}

}  // namespace topos
