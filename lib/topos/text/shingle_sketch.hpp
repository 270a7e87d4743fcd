// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

  /// The words that the next shingle begins with. Who adds many words keeps it at hand.
  struct Tail {
    std::uint64_t shingle = 0;
    std::size_t words = 0;  ///< of the text so far
  };

  /// Adds the word that comes after `tail` and puts it into `tail`. Cost: a dozen instructions.
  void add(std::uint64_t word, Tail& tail) noexcept {
    tail.shingle = tail.shingle >> shift ^ word;
    if (++tail.words >= whole) put(tail.shingle);
  }
  [[nodiscard]] static bool is_whole(const Tail& tail) noexcept { return tail.words >= whole; }
  /// The same, if `is_word`, behind the first words of a text, without a branch: it would be guessed wrong too often.
  /// Domain: is_whole(tail).
  void add_if(bool is_word, std::uint64_t word, Tail& tail) noexcept {
    const std::uint64_t changed = (tail.shingle >> shift ^ word ^ tail.shingle) & (0 - std::uint64_t{is_word});
    tail.shingle ^= changed;
    put(tail.shingle);
  }
  [[nodiscard]] TextSignature signature() const noexcept;

 private:
  static constexpr std::uint64_t unset = ~std::uint64_t{0};
  static constexpr unsigned bin_bits = 7;
  /// Five shifts push a word out: a shingle is the last five words, the newest of them whole.
  static constexpr unsigned shift = 13;
  static constexpr std::size_t whole = 5;

  /// The same shingle may be put again.
  void put(std::uint64_t shingle) noexcept {
    const std::uint64_t hash = shingle * 0xC4CEB9FE1A85EC53;
    std::uint64_t& bin = bins_.data()[hash >> (64 - bin_bits)];
    // No branch: in a short text, one shingle in four is the least so far.
    bin = hash < bin ? hash : bin;
  }
  [[nodiscard]] std::uint64_t filled(std::size_t bin) const noexcept;

  std::array<std::uint64_t, std::tuple_size_v<decltype(TextSignature::minima)>> bins_;
};

}  // namespace topos
