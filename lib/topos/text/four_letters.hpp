// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace topos {

/// Groups of four small ASCII letters that are looked for together. Cost of a search: an instruction a byte with AVX2,
/// else a dozen.
class FourLetters {
 public:
  static constexpr std::size_t most = 128;

  /// Domain: `most` at most.
  constexpr explicit FourLetters(std::span<const std::string_view> fours) {
    for (const std::string_view four : fours) sorted_.at(count_++) = number_of(four.data());
    std::sort(sorted_.begin(), sorted_.begin() + static_cast<std::ptrdiff_t>(count_));
    for (std::size_t i = 0; i < count_; ++i) add(sorted_[i], static_cast<std::uint8_t>(1U << 8 * i / count_));
  }

  /// The first place from `at` on where one of them stands in `text`, in either case; the text's size if none does.
  [[nodiscard]] std::size_t next(std::string_view text, std::size_t at) const noexcept;
  /// The same without AVX2.
  [[nodiscard]] std::size_t next_plainly(std::string_view text, std::size_t at) const noexcept;

 private:
  static constexpr std::uint32_t number_of(const char* four) noexcept {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(four[i]);
    return number;
  }
  static constexpr std::size_t place_of(std::uint32_t four) noexcept { return four * 0x9E3779B1U >> 20; }

  constexpr void add(std::uint32_t four, std::uint8_t bucket) {
    seen_[place_of(four) / 64] |= std::uint64_t{1} << place_of(four) % 64;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::uint32_t letter = four >> (24 - 8 * i) & 0xFF;
      lower_[i][letter & 0xF] |= bucket;
      // Capitals have other upper halves.
      upper_[i][letter >> 4] |= bucket;
      upper_[i][(letter >> 4) - 2] |= bucket;
    }
  }
  [[nodiscard]] bool holds(const char* four) const noexcept;
  [[nodiscard]] std::size_t next_avx2(const char* bytes, std::size_t places) const noexcept;

  std::array<std::uint32_t, most> sorted_{};
  std::size_t count_ = 0;
  std::array<std::uint64_t, 64> seen_{};  ///< hashed to 4096 bits: a few that are none of them seem to be
  /// By place among the four, and by either half of the letter there: in which eighths of the groups it is found.
  std::array<std::array<std::uint8_t, 16>, 4> lower_{};
  std::array<std::array<std::uint8_t, 16>, 4> upper_{};
};

}  // namespace topos
