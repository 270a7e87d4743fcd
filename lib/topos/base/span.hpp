// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// A half-open range of bytes, [begin, end), in one document's UTF-8 text.
/// Invariant: begin <= end < 2^31.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
  [[nodiscard]] constexpr bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  friend constexpr bool operator==(ByteSpan, ByteSpan) = default;
};

/// A half-open range of indices into one document's tokens (or matching units). It does not convert to a ByteSpan.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(TokenRange, TokenRange) = default;
};

}  // namespace topos
