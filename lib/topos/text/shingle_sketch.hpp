// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "topos/text/near_duplicates.hpp"

namespace topos {

/// Finalizer of MurmurHash3: every bit of the result depends on every bit of `x`.
[[nodiscard]] constexpr std::uint64_t mix_bits(std::uint64_t x) noexcept {
  x = (x ^ x >> 33) * 0xFF51AFD7ED558CCD;
  x = (x ^ x >> 33) * 0xC4CEB9FE1A85EC53;
  return x ^ x >> 33;
}

/// The hash of the word text[begin, end) for shingles, ASCII letters in lower case.
/// Domain: letters, marks and digits; begin < end <= text.size().
[[nodiscard]] std::uint64_t shingle_hash(std::string_view text, std::size_t begin, std::size_t end) noexcept;

/// Collects the minima of the shingles of a text, whose words are given in text order by their hashes.
class ShingleSketch {
 public:
  ShingleSketch() noexcept { bins_.fill(unset); }

  /// Cost: a dozen instructions a word.
  void add(std::span<const std::uint64_t> words) noexcept;
  [[nodiscard]] TextSignature signature() const noexcept;

 private:
  static constexpr std::uint64_t unset = ~std::uint64_t{0};

  void put(std::uint64_t shingle) noexcept;
  [[nodiscard]] std::uint64_t filled(std::size_t bin) const noexcept;

  std::array<std::uint64_t, std::tuple_size_v<decltype(TextSignature::minima)>> bins_;
  std::uint64_t shingle_ = 0;  ///< of the last words
  std::size_t missing_ = 4;    ///< words before the first shingle is whole
};

}  // namespace topos
