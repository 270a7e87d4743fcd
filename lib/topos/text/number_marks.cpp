// SPDX-License-Identifier: Apache-2.0
#include "topos/text/number_marks.hpp"

#include "topos/base/number.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

bool roman(std::string_view text) noexcept {
  return !text.empty() && text.size() <= 6 && text.find_first_not_of("IVX") == std::string_view::npos;
}

std::uint32_t digits_at(std::string_view text, std::size_t at) noexcept {
  std::uint32_t n = 0;
  while (at + n < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at + n]))) ++n;
  return n;
}

/// "A/70/PV.20 30/09/2015": capitals, far more digits and slashes, as pages of official records carry.
bool is_document_symbol(std::string_view line) noexcept {
  if (line.size() > 40) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t slashes = 0;
  for (const char c : line) {
    if (c >= 'A' && c <= 'Z')
      ++letters;
    else if (is_ascii_digit(static_cast<unsigned char>(c)))
      ++digits;
    else if (c == '/')
      ++slashes;
    else if (c != ' ' && c != '.' && c != '-')
      return false;
  }
  return letters > 0 && slashes > 1 && digits >= 3 * letters;
}

}  // namespace

bool is_page_number(std::string_view line) noexcept {
  if (is_document_symbol(line)) return true;
  if (line.size() > 24 || has_full_date(line)) return false;
  std::size_t at = 0;
  for (const std::string_view word : {"Page ", "page ", "p. ", "P a g e "})
    if (line.starts_with(word)) at = word.size();
  const bool named = at > 0;
  bool digit = false;
  std::uint32_t run = 0;
  for (; at < line.size(); ++at) {
    const auto c = static_cast<unsigned char>(line[at]);
    run = is_ascii_digit(c) ? run + 1 : 0;
    if (run > 6) return false;
    digit = digit || run > 0;
    if (run > 0 || c == ' ' || c == '-' || c == '/' || c == '|') continue;
    if (named && line.substr(at).starts_with("of "))
      ++at;
    else if (line.substr(at).starts_with("–") || line.substr(at).starts_with("—"))
      at += 2;
    else
      return false;
  }
  return digit;
}

std::size_t bracket_number(std::string_view text) noexcept {
  const std::size_t mark = text.starts_with("- ") ? 2 : 0;
  if (mark >= text.size() || text[mark] != '[') return 0;
  const std::uint32_t digits = digits_at(text, mark + 1);
  const std::size_t close = mark + 1 + digits;
  if (digits == 0 || digits > 4 || close >= text.size() || text[close] != ']') return 0;
  return close + 1;
}

NumberedText split_number(std::string_view text) noexcept {
  const char lead = text.empty() ? '\0' : text.front();
  if (!is_ascii_digit(static_cast<unsigned char>(lead)) && lead != 'I' && lead != 'V' && lead != 'X') return {{}, text};
  std::size_t at = 0;
  while (const std::uint32_t n = digits_at(text, at)) {
    if (n > 3) return {{}, text};
    at += n;
    if (at < text.size() && text[at] == '.' && digits_at(text, at + 1) > 0)
      ++at;
    else
      break;
  }
  std::string_view number = text.substr(0, at);
  if (number.empty()) {
    const std::size_t dot = text.substr(0, 8).find('.');
    if (dot == std::string_view::npos || !roman(text.substr(0, dot))) return {{}, text};
    number = text.substr(0, dot);
    at = dot;
  }
  const bool marked = at < text.size() && (text[at] == '.' || text[at] == ')');
  if (marked) ++at;
  const std::string_view title = trim(text.substr(at));
  if (title.empty()) return {number, title};
  const char32_t first = code_point_at(title, 0).value;
  const bool spaced = title.size() < text.size() - at;
  if (marked ? !spaced && !is_unspaced(first) : !spaced || !is_upper(first)) return {{}, text};
  return {number, title};
}

bool has_full_date(std::string_view text) noexcept {
  bool day = false;
  bool year = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t n = digits_at(text, at);
    if (n == 0) {
      ++at;
      continue;
    }
    const std::int64_t value = parse_integer(text.substr(at, n)).value_or(0);
    day = day || (n <= 2 && value >= 1 && value <= 31);
    year = year || (n == 4 && value >= 1800 && value < 2700);
    at += n;
  }
  return day && year;
}

bool has_year(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t n = digits_at(text, at);
    if (n == 4 && (text[at] == '1' || text[at] == '2')) return true;
    at += n == 0 ? 1 : n;
  }
  return false;
}

}  // namespace topos
