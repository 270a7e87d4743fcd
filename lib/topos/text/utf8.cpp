// SPDX-License-Identifier: Apache-2.0
#include "topos/text/utf8.hpp"

#include <simdjson.h>

namespace topos {
namespace {

struct Part {
  std::size_t size = 1;
  bool valid = false;
  bool cut = false;  ///< ends with the bytes, and more of them could make it valid
};

/// The sequence or maximal invalid subpart at `at` (Unicode 15, table 3-7: only the second byte's range depends on the
/// lead).
Part part_at(std::string_view bytes, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {1, true, false};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i == bytes.size()) return {i, false, true};
    const unsigned char next = byte(at + i);
    if (next < (i == 1 ? low : 0x80) || next > (i == 1 ? high : 0xBF)) return {i, false, false};
  }
  return {size, true, false};
}

void note_invalid(Utf8Count& count, std::size_t offset, std::size_t size) noexcept {
  if (count.invalid_parts == 0) count.first_invalid = offset;
  ++count.invalid_parts;
  count.invalid_bytes += size;
}

/// Where the last character begins, as far as sound UTF-8 goes: the last byte that does not go on with one.
std::size_t last_lead(std::string_view bytes) noexcept {
  std::size_t at = bytes.size();
  while (at > 0 && bytes.size() - at < 4) {
    --at;
    if ((static_cast<unsigned char>(bytes[at]) & 0xC0) != 0x80) break;
  }
  return at;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

std::string_view without_cut_character(std::string_view bytes) noexcept {
  const std::size_t at = last_lead(bytes);
  return at < bytes.size() && part_at(bytes, at).cut ? bytes.substr(0, at) : bytes;
}

Utf8Count count_utf8(std::string_view bytes) noexcept {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const Part part = part_at(bytes, at);
    if (!part.valid)
      note_invalid(count, at, part.size);
    else if (part.size > 1)
      ++count.multibyte;
    at += part.size;
  }
  return count;
}

std::string replace_invalid_utf8(std::string_view bytes, Utf8Count& count, std::size_t offset, bool more,
                                 std::size_t* held) {
  if (held != nullptr) *held = 0;
  std::string out;
  out.reserve(bytes.size() + 16);
  std::size_t copied = 0;
  // Most of what comes here is sound but for a character that is cut at the end.
  const std::size_t before_last = last_lead(bytes);
  const bool sound = is_utf8(bytes.substr(0, before_last));
  for (std::size_t at = sound ? before_last : 0; at < bytes.size();) {
    const Part part = part_at(bytes, at);
    if (!part.valid) {
      out.append(bytes, copied, at - copied);
      copied = at + part.size;
      if (part.cut && more) {
        if (held != nullptr) *held = part.size;
      } else {
        note_invalid(count, offset + at, part.size);
        out += "\xEF\xBF\xBD";
      }
    }
    at += part.size;
  }
  return out.append(bytes, copied, bytes.size() - copied);
}

void append_utf8(std::string& out, char32_t point) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6));
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

}  // namespace topos
