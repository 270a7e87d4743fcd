// SPDX-License-Identifier: Apache-2.0
#include "topos/text/markdown.hpp"

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_ornament = 400;

bool is_underline(std::string_view line) noexcept {
  return line.find_first_not_of('=') == std::string_view::npos ||
         (line.size() >= 2 && line.find_first_not_of('-') == std::string_view::npos);
}

bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_image(std::string_view line) noexcept {
  if (!line.starts_with("![") || line.back() != ')') return false;
  const std::size_t close = line.find("](");
  return close != std::string_view::npos && line.find("![", 2) == std::string_view::npos;
}

}  // namespace

std::uint8_t hash_heading_level(std::string_view line) noexcept {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level == 0 || level > 6 || level == line.size()) return 0;
  return line[level] == ' ' || line[level] == '\t' ? static_cast<std::uint8_t>(level) : std::uint8_t{0};
}

bool is_emphasised(std::string_view block) noexcept {
  if (block.size() < 3) return false;
  const char mark = block.front();
  if ((mark != '*' && mark != '_') || block.back() != mark) return false;
  std::size_t marks = 0;
  while (marks < block.size() && block[marks] == mark) ++marks;
  if (marks > 3 || block.size() <= 2 * marks || block[marks] == ' ') return false;
  // A second stretch of emphasis inside means that the outer marks do not belong together.
  const std::string_view inside = block.substr(marks, block.size() - 2 * marks);
  return inside.find(block.substr(0, marks)) == std::string_view::npos;
}

std::size_t item_mark(std::string_view line) noexcept {
  std::size_t at = 0;
  if (line.empty() || is_ascii_letter(line.front())) return 0;
  const CodePoint first = code_point_at(line, 0);
  switch (first.value) {
    case U'-':
    case U'*':
    case U'+':
    case U'–':
    case U'—':
    case U'•':
    case U'▪':
    case U'◦':
    case U'‣':
    case U'●':
    case U'■':
    case U'·':
    case 0xF0B7:
    case U'○':
    case U'➢':
    case U'✓':
      at = first.size;
      break;
    default:
      while (at < line.size() && at < 3 && is_ascii_digit(static_cast<unsigned char>(line[at]))) ++at;
      if (at == 0 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return 0;
      ++at;
  }
  std::size_t spaces = at;
  while (spaces < line.size() && (line[spaces] == ' ' || line[spaces] == '\t')) ++spaces;
  return spaces > at && spaces < line.size() ? spaces : 0;
}

bool is_ornament(std::string_view line) noexcept {
  if (line.size() > longest_ornament) return false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_word_character(c.value)) return false;
    at += c.size;
  }
  return true;
}

MarkdownLine markdown_line(std::string_view line) noexcept {
  switch (line.front()) {
    case '#':
      if (hash_heading_level(line) > 0) return MarkdownLine::heading;
      break;
    case '`':
    case '~':
      if (line.starts_with("```") || line.starts_with("~~~")) return MarkdownLine::fence;
      break;
    case '|':
      return MarkdownLine::table;
    case '!':
      if (is_image(line)) return MarkdownLine::image;
      break;
    case '<':
      if (line.starts_with("<!--")) return MarkdownLine::comment;
      break;
    default:
      break;
  }
  if (is_underline(line)) return MarkdownLine::underline;
  if (is_ornament(line)) return MarkdownLine::rule;
  return item_mark(line) > 0 ? MarkdownLine::item : MarkdownLine::text;
}

}  // namespace topos
