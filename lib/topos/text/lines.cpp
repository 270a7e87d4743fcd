// SPDX-License-Identifier: Apache-2.0
#include "topos/text/lines.hpp"

#include <algorithm>
#include <array>

#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/markdown.hpp"
#include "topos/text/paragraph_bytes.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::size_t indents = 64;
constexpr std::size_t usual_line = 64;
constexpr std::size_t most_reserved = 4096;

/// Bytes of the line end at `at`; 0 if what begins there is another character. Domain: text[at] is one that line ends
/// begin with.
std::size_t line_end_size(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at, 3);
  if (rest.front() == '\r') return rest.size() > 1 && rest[1] == '\n' ? 2 : 1;
  if (rest.front() == '\n' || rest.front() == '\f') return 1;
  return rest == "\u2028" || rest == "\u2029" ? 3 : 0;
}

}  // namespace

void LineScanner::look() noexcept {
  const LineBytes bytes = next_line_bytes(text_, block_);
  ends_ = bytes.ends;
  continuations_ = bytes.continuations;
}

/// Domain: `at` is not before the line that is looked for, nor behind the 64 bytes that have been looked at last.
std::size_t LineScanner::continuations_before(std::size_t at) const noexcept {
  if (continuations_ == 0 || at <= block_) return passed_;
  const std::size_t place = at - block_;
  const std::uint64_t before = place < ByteBlock::size ? (std::uint64_t{1} << place) - 1 : ~std::uint64_t{0};
  return passed_ + count_bits(continuations_ & before);
}

LineScanner::End LineScanner::find_end() noexcept {
  if (ends_ != 0)
    if (const std::size_t at = block_ + lowest_bit(ends_); at >= at_ && text_[at] == '\n') {
      ends_ &= ends_ - 1;
      return {at, 1};
    }
  while (true) {
    while (ends_ != 0) {
      const std::size_t at = block_ + take_lowest_bit(ends_);
      // The LF of a CR LF has been passed with its CR.
      const std::size_t size = at < at_ ? 0 : line_end_size(text_, at);
      if (size != 0) return {at, size};
    }
    if (text_.size() - block_ <= ByteBlock::size) return {text_.size(), 0};
    advance();
  }
}

void LineScanner::advance() noexcept {
  passed_ = continuations_before(block_ + ByteBlock::size);
  block_ += ByteBlock::size;
  look();
}

bool LineScanner::next(Line& line) noexcept {
  if (at_ >= text_.size()) return false;
  if (at_ >= block_ + ByteBlock::size) advance();
  if (text_[at_] == '\n' && ends_ != 0 && block_ + lowest_bit(ends_) == at_) {
    ends_ &= ends_ - 1;
    line = Line{};
    line.span.begin = line.span.end = static_cast<std::uint32_t>(at_++);
    return true;
  }
  const std::size_t continuations = continuations_before(at_);
  const End end = find_end();
  const std::string_view whole = text_.substr(at_, end.at - at_);
  const std::string_view content = trim(whole);
  const auto lead = static_cast<std::size_t>(content.data() - whole.data());
  line.span.begin = static_cast<std::uint32_t>(at_ + lead);
  line.span.end = line.span.begin + static_cast<std::uint32_t>(content.size());
  line.indent = 0;
  line.length = 0;
  line.page_end = end.size > 0 && text_[end.at] == '\f';
  if (!content.empty())
    line.length = static_cast<std::uint32_t>(whole.size() - (continuations_before(end.at) - continuations));
  if (content.size() != whole.size() && !content.empty()) {
    line.indent = code_point_count(whole.substr(0, lead));
    line.length -= line.indent + code_point_count(whole.substr(lead + content.size()));
  }
  at_ = end.at + end.size;
  return true;
}

std::vector<Line> lines_of(std::string_view text, std::uint32_t begin) {
  std::vector<Line> lines;
  lines.reserve(std::min(text.size() / usual_line, most_reserved));
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
  std::array<std::uint32_t, indents> leads{};
  LineShape shape;
  bool after_page = false;
  for (const Line& line : lines) {
    shape.gaps += shape.lines > 0 && (line.after_blank || after_page);
    after_page = line.page_end;
    ++shape.lines;
    shape.length += line.length;
    if (line.length > long_line) shape.long_lines += line.length;
    ++leads[std::min<std::size_t>(line.indent, indents - 1)];
    shape.hash_headings += text[line.span.begin] == '#' && hash_heading_level(line.span.in(text)) > 0;
  }
  shape.usual_indent = static_cast<std::uint32_t>(std::max_element(leads.begin(), leads.end()) - leads.begin());
  return shape;
}

std::uint32_t median_length(const std::vector<Line>& lines) {
  if (lines.empty()) return 0;
  std::vector<std::uint32_t> lengths;
  lengths.reserve(lines.size());
  for (const Line& line : lines) lengths.push_back(line.length);
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

}  // namespace topos
