// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "topos/text/utf8.hpp"

/// Ends the program, and says which law was broken, unless it holds.
#define LAW(condition)                                                             \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)

/// What every target defines: runs one input, returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace topos::fuzz {

inline std::string bytes_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string() : std::string(reinterpret_cast<const char*>(data), size);
}

/// The bytes as valid UTF-8.
inline std::string utf8_of(std::string_view bytes) {
  Utf8Count count;
  return replace_invalid_utf8(bytes, count);
}

/// The first byte chooses among `choices`; the rest is the input.
struct Chosen {
  const char* choice;
  std::string rest;
};
template <std::size_t size>
Chosen choose(const char* const (&choices)[size], const std::string& bytes) {
  if (bytes.empty()) return {choices[0], {}};
  return {choices[static_cast<unsigned char>(bytes[0]) % size], bytes.substr(1)};
}

inline bool on_border(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

}  // namespace topos::fuzz
