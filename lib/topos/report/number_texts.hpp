// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// The texts of numbers, of which tables have the same ones again and again: those that were asked for lately are not
/// made anew.
class NumberTexts {
 public:
  /// As number_text(value, digits). The view lives until the next call.
  [[nodiscard]] std::string_view text(double value, int digits);

 private:
  /// Half a cache line. At first that of a number that is none and has no text.
  struct Known {
    std::uint64_t bits = ~std::uint64_t{0};  ///< of the number
    std::array<char, 22> text;
    std::uint8_t size = 0;
    std::int8_t digits = -1;
  };

  std::vector<Known> known_;  ///< by some bits of a hash: who comes last stays
  std::size_t missed_ = 0;    ///< since the last growth
  std::string other_;         ///< what is too long
};

}  // namespace topos
