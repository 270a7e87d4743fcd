// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topos {

/// What sixty-four bytes of a paragraph are: one bit a byte, the first byte's lowest. Zero bytes stand for those beyond
/// the end of a text.
struct ParagraphBytes {
  std::uint64_t words = 0;    ///< letters and digits of ASCII
  std::uint64_t dropped = 0;  ///< marks of ASCII that FoldedBlock leaves out
  std::uint64_t beyond = 0;   ///< beyond ASCII
  std::uint64_t leads = 0;    ///< 0xE2, which the marks of U+2000 to U+203F begin with
  std::uint64_t seconds = 0;  ///< 0x80, which follows there
  std::uint64_t quotes = 0;   ///< 0x9C to 0x9E, with which it is a quotation mark that FoldedBlock leaves out

  /// First bytes of the marks from U+2000 to U+203F, but not of one that may go on behind the sixty-four bytes.
  [[nodiscard]] std::uint64_t marks() const noexcept { return leads & seconds >> 1 & ~std::uint64_t{0} >> 2; }
  /// All bytes of the characters that begin at `marks`.
  [[nodiscard]] static std::uint64_t whole(std::uint64_t marks) noexcept { return marks | marks << 1 | marks << 2; }

  friend bool operator==(const ParagraphBytes&, const ParagraphBytes&) = default;
};

/// Domain: at <= text.size(). Cost: about half an instruction a byte with AVX2, else three.
[[nodiscard]] ParagraphBytes paragraph_bytes(std::string_view text, std::size_t at) noexcept;
/// The same without AVX2.
[[nodiscard]] ParagraphBytes paragraph_bytes_plainly(std::string_view text, std::size_t at) noexcept;

/// Moves `at`, 64 bytes at a time, to the first 64 that hold a dropped mark or something beyond ASCII, or to the last
/// bytes if these are fewer, and tells what they are; at the size of `text` or behind it if there are none. Domain: as
/// paragraph_bytes. Cost: a sixth of an instruction a byte with AVX2, else one and a half.
[[nodiscard]] ParagraphBytes next_marked_bytes(std::string_view text, std::size_t& at) noexcept;

/// Where lines may end among sixty-four bytes, and which bytes go on with a character.
struct LineBytes {
  std::uint64_t ends = 0;  ///< LF, CR, form feed, and 0xE2, which U+2028 and U+2029 begin with
  std::uint64_t continuations = 0;

  friend bool operator==(const LineBytes&, const LineBytes&) = default;
};

/// Domain and cost: as paragraph_bytes.
[[nodiscard]] LineBytes line_bytes(std::string_view text, std::size_t at) noexcept;
[[nodiscard]] LineBytes line_bytes_plainly(std::string_view text, std::size_t at) noexcept;

/// Moves `at`, 64 bytes at a time, to the first 64 that hold a control character or something beyond ASCII, but not
/// behind the last ones, and tells what these are. Domain: as line_bytes. Cost: a sixth of an instruction a byte with
/// AVX2, else a third.
[[nodiscard]] LineBytes next_line_bytes(std::string_view text, std::size_t& at) noexcept;

}  // namespace topos
