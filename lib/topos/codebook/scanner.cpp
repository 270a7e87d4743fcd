// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/scanner.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace topos {
namespace {

/// The character at `at`, negative if there is no valid one; `at` moves behind it.
UChar32 decode(std::string_view text, std::size_t& at) {
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  const char* bytes = text.data() + at;
  std::int32_t length = 0;
  UChar32 point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
  U8_NEXT(bytes, length, size, point);
#pragma GCC diagnostic pop
  at += static_cast<std::size_t>(length);
  return point;
}

}  // namespace

Location advanced(const Location& at, std::string_view passed) {
  const auto points = std::count_if(passed.begin(), passed.end(),
                                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return {at.path, at.line, at.column == 0 ? 0 : at.column + static_cast<std::size_t>(points)};
}

Scanner::Scanner(std::string_view text, Location at, std::string_view in_macro)
    : text_(text), at_(std::move(at)), macro_(in_macro) {
  Mark mark;
  for (std::size_t i = 0; i < text.size(); mark = {i, mark.points + 1}) {
    if (decode(text, i) < 0) fail(mark, "the pattern is not valid UTF-8");
  }
  look();
}

void Scanner::look() noexcept {
  next_ = offset_;
  point_ = done() ? end : static_cast<char32_t>(decode(text_, next_));
}

std::string_view Scanner::next() noexcept {
  const std::string_view bytes = text_.substr(offset_, next_ - offset_);
  offset_ = next_;
  ++points_;
  look();
  return bytes;
}

bool Scanner::take(char32_t c) noexcept {
  if (point_ != c) return false;
  next();
  return true;
}

Spot Scanner::spot(Mark mark) const noexcept {
  const std::size_t column = at_.column == 0 ? 0 : at_.column + (macro_.empty() ? mark.points : 0);
  return {static_cast<std::uint32_t>(at_.line), static_cast<std::uint32_t>(column)};
}

Location Scanner::place(Mark mark) const {
  const Spot where = spot(mark);
  return {at_.path, where.line, where.column};
}

void Scanner::fail(Mark mark, std::string message, std::string hint) const {
  if (!macro_.empty()) message = "in macro $" + macro_ + ": " + message;
  throw Error(Errc::pattern, std::move(message), place(mark), std::move(hint));
}

bool is_pattern_space(char32_t c) noexcept { return c != Scanner::end && u_isUWhiteSpace(static_cast<UChar32>(c)); }

bool is_name(std::string_view text) noexcept {
  const auto inner = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::all_of(text.begin(), text.end(), inner);
}

bool is_code_id(std::string_view text) noexcept {
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
    if (!is_name(text.substr(0, dot))) return false;
    text.remove_prefix(dot + 1);
  }
  return is_name(text);
}

}  // namespace topos
