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
    const std::size_t left = text.size() - at;
    if (left < size) lanes_ = {};
    if (left < size)
      std::memcpy(lanes_.data(), text.data() + at, left);
    else
      std::memcpy(lanes_.data(), text.data() + at, size);
  }

  /// The bytes for which `test`, which is asked about Bytes, holds.
  template <typename Test>
  [[nodiscard]] std::uint64_t where(Test&& test) const noexcept {
    return top_bits(Bytes(test(lanes_[0]))) | top_bits(Bytes(test(lanes_[1]))) << 16 |
           top_bits(Bytes(test(lanes_[2]))) << 32 | top_bits(Bytes(test(lanes_[3]))) << 48;
  }
  [[nodiscard]] std::uint64_t beyond_ascii() const noexcept {
    return top_bits(lanes_[0]) | top_bits(lanes_[1]) << 16 | top_bits(lanes_[2]) << 32 | top_bits(lanes_[3]) << 48;
  }
  /// Bytes of UTF-8 that go on with a character.
  [[nodiscard]] std::uint64_t continuations() const noexcept {
    return where([](const Bytes& bytes) { return (bytes & 0xC0) == 0x80; });
  }

  static auto is_letter(const Bytes& bytes) noexcept { return (bytes | 0x20) - std::uint8_t{'a'} < 26; }
  static auto is_digit(const Bytes& bytes) noexcept { return bytes - std::uint8_t{'0'} < 10; }
  /// Tab, line feed, vertical tab, form feed, carriage return.
  static auto is_control_blank(const Bytes& bytes) noexcept { return bytes - std::uint8_t{0x09} < 5; }

  /// Writes the 64 bytes with ASCII letters in lower case and ASCII blanks as spaces.
  void store_folded(char* out) const noexcept {
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      const Bytes bytes = lanes_[i];
      const Bytes upper = Bytes(bytes - std::uint8_t{'A'} < 26) & 0x20;
      const Bytes blank = Bytes(is_control_blank(bytes));
      const Bytes folded = (bytes & ~blank) | upper | (blank & 0x20);
      std::memcpy(out + i * sizeof(Bytes), &folded, sizeof(Bytes));
    }
  }

 private:
  [[nodiscard]] static std::uint64_t top_bits(const Bytes& bytes) noexcept {
#if defined(__SSE2__)
    return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(bytes)));
#else
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof(Bytes); ++i) bits |= std::uint64_t{bytes[i]} >> 7 << i;
    return bits;
#endif
  }

  std::array<Bytes, 4> lanes_;
};

}  // namespace topos
