// SPDX-License-Identifier: Apache-2.0
#include "topos/text/pdf/running_lines.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

constexpr double margin = 0.13;  // of the page's height, at top and foot
constexpr std::size_t longest_head = 150;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The line without its numbers, and where it stands: what recurs.
std::string key_of(const PdfLine& line, bool top) {
  std::string key = top ? "t" : "f";
  for (const char c : line.text) {
    if (is_digit(c)) {
      if (key.back() != '#') key += '#';
    } else if (c != ' ') {
      key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }
  return key;
}

/// "12", "- 12 -", "xiv", "Page 3 of 20", "3/20".
bool is_page_number(std::string_view line) {
  std::string bare;
  for (const char c : line)
    if (c != ' ' && c != '-' && c != '|' && c != '[' && c != ']' && c != '.')
      bare += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (bare.starts_with("page")) bare.erase(0, 4);
  if (bare.empty() || bare.size() > 12) return false;
  if (bare.size() <= 6 && bare.find_first_not_of("ivxlc") == std::string::npos) return true;
  const std::size_t digits = std::min(bare.find_first_not_of("0123456789"), bare.size());
  if (digits == 0 || digits > 4) return false;
  std::string_view rest = std::string_view(bare).substr(digits);
  if (rest.starts_with("of"))
    rest.remove_prefix(2);
  else if (rest.starts_with('/'))
    rest.remove_prefix(1);
  else
    return rest.empty();
  return !rest.empty() && rest.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<std::vector<std::vector<PdfLineKind>>> find_running_lines(const PdfPages& pages) {
  std::unordered_map<std::string, std::size_t> seen;
  const auto in_margin = [](const PdfPage& page, const PdfLine& line) {
    return line.bottom < page.height * margin || line.top > page.height * (1 - margin);
  };
  const auto is_candidate = [&](const PdfPage& page, const PdfLine& line) {
    return in_margin(page, line) && line.text.size() <= longest_head;
  };
  for (const PdfPage& page : pages.pages)
    for (const PdfBlock& block : page.blocks)
      for (const PdfLine& line : block)
        if (is_candidate(page, line)) ++seen[key_of(line, line.bottom < page.height * margin)];
  // Heads of left and right pages and of chapters differ; a line of a short file that recurs once may be a heading.
  const std::size_t enough = pages.pages.size() <= 3 ? 2 : 3;
  std::vector<std::vector<std::vector<PdfLineKind>>> kinds(pages.pages.size());
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    const PdfPage& page = pages.pages[p];
    for (const PdfBlock& block : page.blocks) {
      auto& here = kinds[p].emplace_back();
      for (const PdfLine& line : block) {
        PdfLineKind kind = PdfLineKind::text;
        if (is_candidate(page, line)) {
          if (is_page_number(line.text))
            kind = PdfLineKind::page_number;
          else if (seen[key_of(line, line.bottom < page.height * margin)] >= enough)
            kind = PdfLineKind::running_head;
        }
        here.push_back(kind);
      }
    }
  }
  return kinds;
}

}  // namespace topos
