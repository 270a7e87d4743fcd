// SPDX-License-Identifier: Apache-2.0
#include "topos/text/lines.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/markdown.hpp"

namespace topos {
namespace {

constexpr std::size_t buckets = 1024;
constexpr std::size_t indents = 64;

constexpr std::uint64_t all = ~std::uint64_t{0};

std::uint64_t bits_below(std::size_t place) noexcept {
  return place < ByteBlock::size ? (std::uint64_t{1} << place) - 1 : all;
}

/// Bytes of the line end at `at`; 0 if what begins there is another character. Domain: text[at] is one that line ends
/// begin with.
std::size_t line_end_size(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at, 3);
  if (rest.front() == '\r') return rest.size() > 1 && rest[1] == '\n' ? 2 : 1;
  if (rest.front() == '\n' || rest.front() == '\f') return 1;
  return rest == "\u2028" || rest == "\u2029" ? 3 : 0;
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

void LineScanner::scan() noexcept {
  const ByteBlock block(text_, scanned_);
  ends_ = block.where([](const ByteBlock::Bytes& bytes) {
    return (bytes == '\n') | (bytes - std::uint8_t{'\f'} < 2) | (bytes == std::uint8_t{0xE2});
  });
  continuations_ = block.beyond_ascii() == 0 ? 0 : block.continuations();
  block_ = scanned_;
  scanned_ = std::min(scanned_ + ByteBlock::size, text_.size());
}

LineScanner::End LineScanner::find_end() noexcept {
  std::uint32_t length = 0;
  std::size_t from = at_;
  const auto count_to = [&](std::size_t to) {
    const std::uint64_t inside = bits_below(to - block_) & ~bits_below(from - block_);
    length += static_cast<std::uint32_t>(to - from);
    if ((continuations_ & inside) != 0) length -= static_cast<std::uint32_t>(std::popcount(continuations_ & inside));
    from = to;
  };
  while (from < text_.size()) {
    if (from >= scanned_) scan();
    for (std::uint64_t ends = ends_ & ~bits_below(from - block_); ends != 0; ends &= ends - 1) {
      const std::size_t at = block_ + static_cast<std::size_t>(std::countr_zero(ends));
      const std::size_t size = line_end_size(text_, at);
      if (size == 0) continue;
      count_to(at);
      return {at, size, length};
    }
    count_to(scanned_);
  }
  return {from, 0, length};
}

bool LineScanner::next(Line& line) noexcept {
  if (at_ >= text_.size()) return false;
  const End end = find_end();
  const std::string_view whole = text_.substr(at_, end.at - at_);
  const std::string_view content = trim(whole);
  const auto lead = static_cast<std::size_t>(content.data() - whole.data());
  line.span.begin = static_cast<std::uint32_t>(at_ + lead);
  line.span.end = line.span.begin + static_cast<std::uint32_t>(content.size());
  line.indent = 0;
  line.length = content.empty() ? 0 : end.length;
  line.page_end = end.size > 0 && text_[end.at] == '\f';
  if (content.size() != whole.size() && !content.empty()) {
    line.indent = code_point_count(whole.substr(0, lead));
    line.length -= line.indent + code_point_count(whole.substr(lead + content.size()));
  }
  at_ = end.at + end.size;
  return true;
}

std::vector<Line> lines_of(std::string_view text, std::uint32_t begin) {
  std::vector<Line> lines;
  LineScanner scanner(text, begin);
  Line line;
  bool after_blank = false;
  while (scanner.next(line)) {
    if (!line.blank()) {
      line.after_blank = after_blank;
      lines.push_back(line);
    }
    after_blank = line.blank();
  }
  return lines;
}

LineShape line_shape(std::string_view text, const std::vector<Line>& lines) {
  std::array<std::uint64_t, buckets> lengths{};
  std::array<std::uint64_t, buckets> weights{};
  std::array<std::uint64_t, indents> leads{};
  LineShape shape;
  bool after_page = false;
  for (const Line& line : lines) {
    shape.gaps += shape.lines > 0 && (line.after_blank || after_page);
    after_page = line.page_end;
    ++shape.lines;
    const std::size_t bucket = std::min<std::size_t>(line.length, buckets - 1);
    ++lengths[bucket];
    weights[bucket] += line.length;
    ++leads[std::min<std::size_t>(line.indent, indents - 1)];
    shape.hash_headings += hash_heading_level(line.span.in(text)) > 0;
  }
  shape.median = middle(lengths);
  shape.half = middle(weights);
  shape.usual_indent = static_cast<std::uint32_t>(std::max_element(leads.begin(), leads.end()) - leads.begin());
  return shape;
}

}  // namespace topos
