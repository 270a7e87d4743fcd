// SPDX-License-Identifier: Apache-2.0
#include "topos/report/number_texts.hpp"

#include <algorithm>
#include <bit>

#include "topos/base/number.hpp"

namespace topos {

std::string_view NumberTexts::text(double value, int digits) {
  constexpr std::size_t least = std::size_t{1} << 8;
  constexpr std::size_t most = std::size_t{1} << 13;
  // What is asked for often enough for so many misses is worth more memory.
  if (missed_ >= known_.size() && known_.size() < most) {
    known_.assign(std::max(least, 4 * known_.size()), Known());
    missed_ = 0;
  }
  const auto bits = std::bit_cast<std::uint64_t>(value);
  // The upper bits of the product with the golden ratio.
  const std::size_t place = (bits * 0x9E3779B97F4A7C15) >> 40 & (known_.size() - 1);
  Known& known = known_.data()[place];
  if (known.bits == bits && known.digits == digits) return {known.text.data(), known.size};
  ++missed_;
  other_ = number_text(value, digits);
  if (other_.size() > known.text.size() || digits != static_cast<std::int8_t>(digits)) return other_;
  known.bits = bits;
  known.size = static_cast<std::uint8_t>(other_.size());
  known.digits = static_cast<std::int8_t>(digits);
  other_.copy(known.text.data(), other_.size());
  return other_;
}

}  // namespace topos
