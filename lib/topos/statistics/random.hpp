// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace topos {

/// Random numbers that are a function of (seed, stream, replicate) and their place alone: the same on every machine,
/// and whatever is computed before or beside them. Source: Philox 4x32 with ten rounds, Salmon, Moraes, Dror and Shaw
/// (2011).
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t stream, std::uint32_t replicate)
      : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
        counter_{0, replicate, static_cast<std::uint32_t>(stream), static_cast<std::uint32_t>(stream >> 32)} {}

  /// Uniform over all 32 bits.   Domain: at most 2^34 calls.
  std::uint32_t next() {
    if (at_ == block_.size()) refill();
    return block_[at_++];
  }

  /// Uniform and without bias over 0, …, bound - 1.   Domain: bound > 0.   Source: Lemire (2019).
  std::uint32_t below(std::uint32_t bound) {
    std::uint64_t product = std::uint64_t{next()} * bound;
    if (auto low = static_cast<std::uint32_t>(product); low < bound) {
      const std::uint32_t least = (0u - bound) % bound;
      while (low < least) {
        product = std::uint64_t{next()} * bound;
        low = static_cast<std::uint32_t>(product);
      }
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

  /// Puts the values in random order, each order being as likely.   Domain: fewer than 2^32 values.
  template <typename Value>
  void shuffle(std::span<Value> values) {
    for (std::size_t left = values.size(); left > 1; --left)
      std::swap(values[left - 1], values[below(static_cast<std::uint32_t>(left))]);
  }

  /// The generator's function: four words for a key and a counter.
  [[nodiscard]] static std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                           std::array<std::uint32_t, 2> key);

 private:
  void refill();
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_{};
  std::size_t at_ = 4;
};

}  // namespace topos
