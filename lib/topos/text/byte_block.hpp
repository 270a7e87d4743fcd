// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace topos {

/// How many bits are set; without an instruction for it, std::popcount is a call.
[[nodiscard]] constexpr std::uint32_t count_bits(std::uint64_t bits) noexcept {
  bits -= bits >> 1 & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101 >> 56);
}

/// Sixty-four bytes of a text that are looked at together. A question about them is answered by a mask with one bit a
/// byte, the first byte's lowest. Cost: less than one instruction a byte and question.
class ByteBlock {
 public:
  static constexpr std::size_t size = 64;
  /// Sixteen of the bytes; comparisons and arithmetic treat each of them for itself.
  using Bytes = std::uint8_t __attribute__((vector_size(16)));

  /// The bytes from `at` on; zero bytes stand for those beyond the end.
  /// Domain: at <= text.size().
  ByteBlock(std::string_view text, std::size_t at) noexcept {
    const char* from = text.data() + at;
    std::array<char, size> padded;
    if (const std::size_t left = text.size() - at; left < size) {
      padded = {};
      std::memcpy(padded.data(), from, left);
      from = padded.data();
    }
    std::memcpy(&first_, from, sizeof(Bytes));
    std::memcpy(&second_, from + 16, sizeof(Bytes));
    std::memcpy(&third_, from + 32, sizeof(Bytes));
    std::memcpy(&fourth_, from + 48, sizeof(Bytes));
  }

  /// The upper bits of sixteen bytes.
  [[nodiscard]] static std::uint64_t top_bits(const Bytes& bytes) noexcept {
#if defined(__SSE2__)
    return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(bytes)));
#else
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof(Bytes); ++i) bits |= std::uint64_t{bytes[i]} >> 7 << i;
    return bits;
#endif
  }

  /// The bytes for which `test`, which is asked about Bytes, holds.
  template <typename Test>
  [[nodiscard]] std::uint64_t where(Test&& test) const noexcept {
    return top_bits(Bytes(test(first_))) | top_bits(Bytes(test(second_))) << 16 | top_bits(Bytes(test(third_))) << 32 |
           top_bits(Bytes(test(fourth_))) << 48;
  }
  /// Whether `test` holds for none of the bytes.
  template <typename Test>
  [[nodiscard]] bool none(Test&& test) const noexcept {
    return top_bits(Bytes(test(first_)) | Bytes(test(second_)) | Bytes(test(third_)) | Bytes(test(fourth_))) == 0;
  }
  [[nodiscard]] bool is_ascii() const noexcept { return top_bits(first_ | second_ | third_ | fourth_) == 0; }
  [[nodiscard]] std::uint64_t beyond_ascii() const noexcept {
    return top_bits(first_) | top_bits(second_) << 16 | top_bits(third_) << 32 | top_bits(fourth_) << 48;
  }
  /// Bytes of UTF-8 that go on with a character.
  [[nodiscard]] std::uint64_t continuations() const noexcept {
    return where([](const Bytes& bytes) { return (bytes & 0xC0) == 0x80; });
  }

  static auto is_letter(const Bytes& bytes) noexcept { return (bytes | 0x20) - std::uint8_t{'a'} < 26; }
  static auto is_digit(const Bytes& bytes) noexcept { return bytes - std::uint8_t{'0'} < 10; }
  /// Tab, line feed, vertical tab, form feed, carriage return.
  static auto is_control_blank(const Bytes& bytes) noexcept { return bytes - std::uint8_t{0x09} < 5; }

  /// The first byte of a letter from U+0400 to U+047F, Cyrillic.
  static auto begins_cyrillic(const Bytes& bytes) noexcept { return (bytes & 0xFE) == 0xD0; }
  /// The first byte of an ideograph from U+5000 to U+9FFF, most of Han.
  static auto begins_han(const Bytes& bytes) noexcept { return bytes - std::uint8_t{0xE5} < 5; }

  /// Writes the 64 bytes with ASCII letters in lower case and ASCII blanks as spaces.
  void store_folded(char* out) const noexcept {
    for (const Bytes& bytes : {first_, second_, third_, fourth_}) {
      const Bytes upper = Bytes(bytes - std::uint8_t{'A'} < 26) & 0x20;
      const Bytes blank = Bytes(is_control_blank(bytes));
      const Bytes folded = (bytes & ~blank) | upper | (blank & 0x20);
      std::memcpy(out, &folded, sizeof folded);
      out += sizeof folded;
    }
  }

 private:
  Bytes first_;
  Bytes second_;
  Bytes third_;
  Bytes fourth_;
};

}  // namespace topos
