// SPDX-License-Identifier: Apache-2.0
#include "topos/report/cell.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "topos/base/error.hpp"
#include "topos/base/json.hpp"
#include "topos/base/number.hpp"

namespace topos {

namespace {

/// 00 to 99.
constexpr auto pairs_of_digits = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

char* put_pair(char* to, std::uint32_t number) noexcept {
  std::memcpy(to, pairs_of_digits.data() + std::size_t{2} * number, 2);
  return to + 2;
}

/// Domain: below 10 000.
char* put_few(char* to, std::uint32_t number) noexcept {
  const std::uint32_t upper = number / 100;
  if (upper >= 10)
    to = put_pair(to, upper);
  else if (upper > 0)
    *to++ = static_cast<char>('0' + upper);
  else if (number < 10) {
    *to = static_cast<char>('0' + number);
    return to + 1;
  }
  return put_pair(to, number % 100);
}

/// Of larger numbers, the last four digits.
char* put_last(char* to, std::uint64_t number) noexcept {
  const auto four = static_cast<std::uint32_t>(number % 10'000);
  return put_pair(put_pair(to, four / 100), four % 100);
}

char* put_many(char* to, std::uint64_t number) noexcept {
  const std::uint64_t upper = number / 10'000;
  return put_last(upper < 10'000 ? put_few(to, static_cast<std::uint32_t>(upper)) : put_many(to, upper), number);
}

void append_whole(std::string& out, std::int64_t number) {
  std::array<char, most_digits> digits;
  out.append(digits.data(), put_whole(digits.data(), number));
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Text for pages: what printable makes visible, but tabs and line ends as they are.
std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\t\n\r", begin), text.size());
    out += printable(text.substr(begin, end - begin));
    if (end < text.size()) out += text[end];
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string cell_text(const Cell& cell, const WriteOptions& options) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell)) return number_text(*number, options.digits);
  if (const auto* text = std::get_if<std::string>(&cell)) return options.terminal ? printable(*text) : *text;
  return {};
}

char* put_whole(char* to, std::int64_t number) noexcept {
  auto rest = static_cast<std::uint64_t>(number);
  if (number < 0) {
    *to++ = '-';
    rest = 0 - rest;
  }
  return rest < 10'000 ? put_few(to, static_cast<std::uint32_t>(rest)) : put_many(to, rest);
}

void append_json_cell(std::string& out, const Cell& cell, const WriteOptions& options) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell))
    append_whole(out, *whole);
  else if (const auto* number = std::get_if<double>(&cell))
    append_json_number(out, *number, options.digits);
  else if (const auto* text = std::get_if<std::string>(&cell))
    append_json_string(out, options.terminal ? printable(*text) : *text);
  else
    out += "null";
}

void append_json_row(std::string& out, const std::vector<Column>& columns, std::span<const Cell> cells,
                     const WriteOptions& options) {
  out += '{';
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i != 0) out += ',';
    append_json_string(out, columns[i].name);
    out += ':';
    append_json_cell(out, cells[i], options);
  }
  out += '}';
}

void append_html(std::string& out, std::string_view text) {
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

void append_markdown(std::string& out, std::string_view raw) {
  constexpr std::string_view special = "\\|`*[]<>&~";
  const std::string text = visible(raw);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inside_word = i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
    if (c == '\n')
      out += "<br>";
    else if (c == '\t' || c == '\r')
      out += ' ';
    else if (special.find(c) != std::string_view::npos || (c == '_' && !inside_word))
      (out += '\\') += c;
    else
      out += c;
  }
}

}  // namespace topos
