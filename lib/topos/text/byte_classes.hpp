// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace topos {

/// What sixty-four bytes of a text are: one bit a byte, the first byte's lowest.
struct ByteClasses {
  static constexpr std::size_t size = 64;

  std::uint64_t words = 0;          ///< letters and digits of ASCII, and `@`, which the word rules take for a letter
  std::uint64_t blanks = 0;         ///< white space of ASCII
  std::uint64_t joiners = 0;        ///< `'` `,` `.` `;`: what may join words or numbers
  std::uint64_t strange = 0;        ///< `-` `_`
  std::uint64_t stops = 0;          ///< `.` `!` `?`
  std::uint64_t beyond = 0;         ///< all bytes of characters beyond ASCII
  std::uint64_t continuations = 0;  ///< those that are not the first of a character
  std::uint64_t cyrillic = 0;       ///< first bytes of letters from U+0400 to U+047F

  friend bool operator==(const ByteClasses&, const ByteClasses&) = default;
};

/// Tells what the bytes of `text` are, 64 after 64; zero bytes stand for those beyond its end.
/// Domain: `out` has room for all of them. Cost: about one instruction a byte where the processor knows AVX2, else
/// five.
void classify_bytes(std::string_view text, std::span<ByteClasses> out) noexcept;
/// The same without AVX2.
void classify_bytes_plainly(std::string_view text, std::span<ByteClasses> out) noexcept;

/// The classes of a text's bytes, looked up by block: 64 bytes that begin at a multiple of 64. What was looked up is
/// kept for a while.
class ClassifiedText {
 public:
  /// From here on it tells of another text.
  void assign(std::string_view text) noexcept {
    text_ = text;
    first_ = none;
  }
  /// Domain: block * 64 < text.size().
  [[nodiscard]] const ByteClasses& operator[](std::size_t block) noexcept {
    if (block - first_ >= held) fill(block);
    return blocks_[block - first_];
  }

 private:
  static constexpr std::size_t held = 128;
  /// Of which no block is near.
  static constexpr std::size_t none = ~std::size_t{0} / 2;

  void fill(std::size_t block) noexcept;

  std::string_view text_;
  std::size_t first_ = none;
  std::array<ByteClasses, held> blocks_;
};

}  // namespace topos
