// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "topos/text/byte_block.hpp"

namespace topos {

/// The bytes of ASCII that FoldedBlock leaves out.
[[nodiscard]] inline auto is_dropped_byte(const ByteBlock::Bytes& bytes) noexcept {
  return (bytes == '*') | (bytes == '_') | (bytes - std::uint8_t{'"'} < 2) | (bytes == '`') | (bytes == '>');
}

/// The beginning of a block as cue phrases are compared with it: lower case, plain apostrophes and hyphens, one space
/// for white space, none at the ends, without Markdown marks and quotation marks.
class FoldedBlock {
 public:
  static constexpr std::size_t longest = 800;

  /// Stops at the first character at which `limit` bytes are reached.
  /// Cost: about two instructions a byte of ASCII and Russian, ten of other scripts; nothing is allocated.
  explicit FoldedBlock(std::string_view block, std::size_t limit = longest) noexcept;

  [[nodiscard]] std::string_view text() const noexcept { return {bytes_.data(), size_}; }
  /// Whether the limit cut the block.
  [[nodiscard]] bool cut() const noexcept { return cut_; }

 private:
  std::size_t fold_common(std::string_view block, std::size_t at, std::size_t limit) noexcept;
  std::size_t fold_cyrillic(std::string_view block, std::size_t at, std::size_t limit) noexcept;
  std::size_t fold_character(std::string_view block, std::size_t at) noexcept;
  void put_space() noexcept;
  void put(char32_t c) noexcept;

  // What is written at once may go beyond the limit, and what is compared at once may be read from beyond the end.
  std::array<char, longest + 2 * ByteBlock::size> bytes_;
  std::size_t size_ = 0;
  bool space_ = false;  ///< white space has been met since the last byte
  bool cut_ = false;
};

/// Whether ASCII letters that stand side by side in the folded block surely stand so in `block`: it is of ASCII and
/// marks from U+2000 to U+203F, and what is dropped parts no letters. Cost: as paragraph_bytes.
[[nodiscard]] bool keeps_letters_together(std::string_view block) noexcept;

}  // namespace topos
