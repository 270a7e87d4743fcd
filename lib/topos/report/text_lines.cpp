// SPDX-License-Identifier: Apache-2.0
#include "topos/report/text_lines.hpp"

#include "topos/report/display_width.hpp"

namespace topos {
namespace {

/// The next word, or what of it fits into a line. A pile of marks without width ends it, too.
std::string_view next_piece(std::string_view text, std::size_t width) {
  std::size_t end = 0;
  std::size_t used = 0;
  while (end < text.size() && text[end] != ' ' && end < 64 * width) {
    std::size_t next = end + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    used += display_width(text.substr(end, next - end));
    if (used > width && end > 0) break;
    end = next;
  }
  return text.substr(0, end);
}

}  // namespace

std::vector<std::string> text_lines(std::string_view text, std::size_t width, std::size_t most) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view piece = next_piece(text, width);
    if (!line.empty() && display_width(line) + 1 + display_width(piece) > width) {
      lines.push_back(std::move(line));
      line.clear();
      if (lines.size() == most) break;
    }
    if (!line.empty()) line += ' ';
    line += piece;
    text.remove_prefix(piece.size());
    // The rest of a long word stands on a line of its own.
    if (!text.empty() && text.front() != ' ') {
      lines.push_back(std::move(line));
      line.clear();
      if (lines.size() == most) break;
    }
  }
  if (lines.size() < most && !line.empty())
    lines.push_back(std::move(line));
  else if (lines.size() == most && !text.empty())
    lines.back() = display_width(lines.back()) < width ? lines.back() + "…" : cut_to_width(lines.back() + '.', width);
  return lines;
}

}  // namespace topos
