// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/converter.hpp"
#include "topos/text/encoding.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/mail/mail_part.hpp"
#include "topos/text/markup_encoding.hpp"

namespace topos {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : (c == '/' ? 63 : -1);
}

std::string from_quoted_printable(std::string_view bytes, bool in_header) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (in_header && bytes[i] == '_') {
      out += ' ';
    } else if (bytes[i] != '=') {
      out += bytes[i];
    } else if (i + 2 < bytes.size() && hex_digit(bytes[i + 1]) >= 0 && hex_digit(bytes[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(bytes[i + 1]) * 16 + hex_digit(bytes[i + 2]));
      i += 2;
    } else {
      // A line that goes on: the mark and blanks behind it stand for nothing.
      const std::size_t end = std::min(bytes.find_first_not_of(" \t\r", i + 1), bytes.size());
      if (end == bytes.size() || bytes[end] == '\n')
        i = end;
      else
        out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : bytes) {
    const int digit = base64_digit(c);
    if (c == '=') bits = 0, held = 0;
    if (digit < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>(bits >> held & 0xFF);
    }
  }
  return out;
}

/// "=?charset?Q?text?=" at the beginning of `text`.
struct EncodedWord {
  std::string bytes;
  std::string charset;
  std::size_t size = 0;  ///< 0: there is none
};

EncodedWord encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return {};
  const std::size_t form = text.find('?', 2);
  if (form == std::string_view::npos || form + 2 >= text.size() || text[form + 2] != '?') return {};
  const std::size_t end = text.find("?=", form + 3);
  if (end == std::string_view::npos) return {};
  const std::string_view inside = text.substr(form + 3, end - form - 3);
  const char kind = text[form + 1];
  if (kind != 'Q' && kind != 'q' && kind != 'B' && kind != 'b') return {};
  const std::string_view charset = text.substr(2, form - 2);
  return {kind == 'Q' || kind == 'q' ? from_quoted_printable(inside, true) : from_base64(inside),
          std::string(charset.substr(0, charset.find('*'))), end + 2};
}

/// What cannot be read as `charset` is replaced: a header is no reason to refuse a message.
std::string header_piece(std::string bytes, const std::string& charset) {
  try {
    return decode_mail_text(std::move(bytes), charset, {}, {}, {});
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::string transfer_decoded(std::string_view bytes, std::string_view encoding) {
  const std::string name = lower_ascii(trimmed(encoding));
  if (name == "quoted-printable") return from_quoted_printable(bytes, false);
  return name == "base64" ? from_base64(bytes) : std::string(bytes);
}

std::string decode_mail_text(std::string bytes, const std::string& charset, const InputOptions& options,
                             const std::string& path, const NoteSink& notes) {
  const std::string name = options.encoding.empty() ? declared_encoding("charset=" + charset) : std::string();
  // In these, letters are written with the bytes of ASCII.
  const bool shifted = name.starts_with("iso-2022") || name == "utf-7" || name.starts_with("hz");
  if (name.empty() || name == "utf-8" || name == "utf8" || (is_utf8(bytes) && !shifted))
    return decode_text(std::move(bytes), options, path, notes);
  Converter converter(name);
  std::string text;
  converter.convert(bytes, true, text);
  report_invalid(converter.count(), name, options.strict, path, notes);
  return text;
}

std::string field_text(std::string_view value) {
  std::string out;
  std::string plain;
  std::string bytes;  // of encoded words that follow each other: one may end in the middle of a character
  std::string charset;
  std::string gap;  // blanks behind an encoded word: nothing if another follows
  const auto flush = [&](std::string& piece, const std::string& from) {
    if (!piece.empty()) out += header_piece(std::exchange(piece, {}), from);
  };
  for (std::size_t at = 0; at < value.size();) {
    EncodedWord word = value[at] == '=' ? encoded_word(value.substr(at)) : EncodedWord();
    if (word.size != 0) {
      flush(plain, {});
      if (word.charset != charset) flush(bytes, charset);
      charset = std::move(word.charset);
      bytes += word.bytes;
      gap.clear();
      at += word.size;
    } else if (!bytes.empty() && is_blank_line(value.substr(at, 1))) {
      gap += value[at++];
    } else {
      flush(bytes, charset);
      plain += std::exchange(gap, {});
      plain += value[at++];
    }
  }
  flush(bytes, charset);
  flush(plain, {});
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return std::string(trimmed(out));
}

}  // namespace topos
