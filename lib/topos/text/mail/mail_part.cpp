// SPDX-License-Identifier: Apache-2.0
#include "topos/text/mail/mail_part.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "topos/text/dates.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::size_t most_fields = 1000;
constexpr std::size_t longest_field = 64 * 1024;

/// Takes a line off `text`, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = without_cr(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

int whole_number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

}  // namespace

std::string_view MailPart::field(std::string_view name) const {
  for (const auto& [key, value] : fields)
    if (key == name) return value;
  return {};
}

std::string MailPart::type() const {
  const std::string_view said = field("content-type");
  const std::string type = lower_ascii(trimmed(said.substr(0, said.find(';'))));
  return type.empty() ? "text/plain" : type;
}

MailPart read_mail_part(std::string_view bytes) {
  MailPart part;
  part.body = bytes;
  while (!part.body.empty()) {
    std::string_view rest = part.body;
    const std::string_view line = take_line(rest);
    const std::size_t colon = line.find(':');
    if (line.empty()) {
      part.body = rest;
      break;
    }
    if (line[0] == ' ' || line[0] == '\t') {
      if (part.fields.empty()) break;
      std::string& value = part.fields.back().second;
      if (value.size() + line.size() < longest_field) (value += ' ') += trimmed(line);
    } else if (colon != std::string_view::npos && is_field_name(trimmed(line.substr(0, colon)))) {
      if (part.fields.size() < most_fields)
        part.fields.emplace_back(lower_ascii(trimmed(line.substr(0, colon))),
                                 std::string(trimmed(line.substr(colon + 1)).substr(0, longest_field)));
    } else {
      break;  // text without the blank line that should come before it
    }
    part.body = rest;
  }
  return part;
}

std::vector<std::string_view> parts_between(std::string_view body, std::string_view boundary) {
  std::vector<std::string_view> parts;
  const char* begin = nullptr;
  for (std::string_view rest = body; !rest.empty();) {
    const char* const at = rest.data();
    const std::string_view line = trimmed(take_line(rest));
    if (!line.starts_with("--") || !line.substr(2).starts_with(boundary)) continue;
    const std::string_view behind = line.substr(2 + boundary.size());
    if (!behind.empty() && behind != "--") continue;
    if (begin != nullptr) parts.emplace_back(begin, static_cast<std::size_t>(at - begin));
    begin = rest.data();
    if (!behind.empty()) return parts;
  }
  if (begin != nullptr) parts.emplace_back(begin, static_cast<std::size_t>(body.data() + body.size() - begin));
  return parts;
}

std::string field_parameter(std::string_view field, std::string_view name) {
  const std::string lower = lower_ascii(field);
  for (std::size_t at = lower.find(';'); at != std::string::npos; at = lower.find(';', at + 1)) {
    const std::size_t begin = lower.find_first_not_of(" \t", at + 1);
    if (begin == std::string::npos || lower.compare(begin, name.size(), name) != 0) continue;
    const std::size_t equals = lower.find_first_not_of(" \t", begin + name.size());
    if (equals == std::string::npos || lower[equals] != '=') continue;
    std::string_view value = trimmed(field.substr(equals + 1));
    if (!value.starts_with('"')) return std::string(trimmed(value.substr(0, value.find(';'))));
    value.remove_prefix(1);
    return std::string(value.substr(0, value.find('"')));
  }
  return {};
}

std::string mail_date(std::string_view value) {
  constexpr std::string_view months = "jan feb mar apr may jun jul aug sep oct nov dec ";
  if (const std::size_t comma = value.find(','); comma != std::string_view::npos) value.remove_prefix(comma + 1);
  std::array<std::string, 3> words;
  for (std::string& word : words) {
    value = trimmed(value);
    const std::size_t end = std::min(value.find_first_of(" \t-"), value.size());
    word = lower_ascii(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  Date date;
  date.day = whole_number(words[0]);
  const std::size_t month = words[1].size() < 3 ? std::string_view::npos : months.find(words[1].substr(0, 3) + ' ');
  date.year = whole_number(words[2]);
  if (date.year >= 0 && words[2].size() == 2) date.year += date.year < 50 ? 2000 : 1900;
  if (month == std::string_view::npos || date.day < 1 || date.day > 31 || date.year < 1000 || date.year > 9999)
    return {};
  date.month = static_cast<int>(month / 4) + 1;
  const std::string text = date_text(date);
  return parse_date(text) ? text : std::string();
}

}  // namespace topos
