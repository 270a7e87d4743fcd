// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// A stretch of a document as UTF-16 for ICU, with a map back to bytes. Line breaks and narrow no-break spaces are
/// spaces, ignorable characters are left out. Reused from stretch to stretch.
class UnicodeText {
 public:
  /// Domain: `span.in(text)` is valid UTF-8.
  void assign(std::string_view text, ByteSpan span);
  [[nodiscard]] std::u16string_view units() const noexcept { return {units_.data(), size_}; }
  /// Byte offset in the document of code unit `at`.
  [[nodiscard]] std::uint32_t begin_of(std::size_t at) const noexcept {
    return one_to_one_ ? base_ + static_cast<std::uint32_t>(at) : begins_[at];
  }
  /// Byte offset behind the character whose last code unit is `at - 1`. Domain: at > 0.
  [[nodiscard]] std::uint32_t end_of(std::size_t at) const noexcept {
    return one_to_one_ ? base_ + static_cast<std::uint32_t>(at) : ends_[at - 1];
  }

 private:
  void make_room(std::size_t size);

  std::vector<char16_t> units_;  ///< these and the others are as long as the longest stretch so far
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
  std::size_t size_ = 0;
  std::uint32_t base_ = 0;
  bool one_to_one_ = true;  ///< every byte is one code unit
};

}  // namespace topos
