// SPDX-License-Identifier: Apache-2.0
#include "topos/text/shingle_sketch.hpp"

#include <algorithm>
#include <cstring>

#include "topos/text/word_bytes.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;

/// Eight bytes in which ASCII letters are put in lower case. Domain: letters, marks and digits.
std::uint64_t folded(const char* from) noexcept {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  // ASCII letters and digits have bit 5 in lower case; bytes of other characters have bit 7 and stay.
  return bytes | (~bytes >> 2 & 0x2020202020202020);
}

/// Which of eight bytes a word of so many has.
constexpr auto masks = [] {
  std::array<std::uint64_t, 9> made{};
  for (std::size_t size = 0; size < 8; ++size)
    made[size] = word_head(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", size));
  made[8] = ~std::uint64_t{0};
  return made;
}();

std::uint64_t spread(std::uint64_t bytes) noexcept {
  const std::uint64_t high = bytes * multiplier;
  return high ^ high >> 32;
}

/// Of a word of more than eight bytes: eight after the other, the last eight from its end.
std::uint64_t long_word_hash(const char* begin, const char* end) noexcept {
  auto hash = static_cast<std::uint64_t>(end - begin);
  for (const char* at = begin; end - at > 8; at += 8) hash = spread(hash + folded(at));
  return spread(hash + folded(end - 8));
}

/// Domain: eight bytes can be read from `begin`.
[[gnu::always_inline]] inline std::uint64_t word_hash(const char* begin, const char* end) noexcept {
  const auto size = static_cast<std::size_t>(end - begin);
  return size > 8 ? long_word_hash(begin, end) : spread(folded(begin) & masks.data()[size]);
}

}  // namespace

std::uint64_t shingle_hash(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  if (text.size() - begin >= 8) return word_hash(text.data() + begin, text.data() + end);
  std::array<char, 8> padded{};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
            padded.begin());
  return word_hash(padded.data(), padded.data() + (end - begin));
}

TextSignature ShingleSketch::signature() const noexcept {
  TextSignature out;
  out.empty = std::all_of(bins_.begin(), bins_.end(), [](std::uint64_t bin) { return bin == unset; });
  for (std::size_t i = 0; i < bins_.size() && !out.empty; ++i)
    out.minima[i] = static_cast<std::uint32_t>(filled(i) >> 25);
  return out;
}

/// An empty bin takes the value of a full one that a hash of both numbers picks (Shrivastava 2017). Two texts that
/// share their full bins thus also share the borrowed values.
std::uint64_t ShingleSketch::filled(std::size_t bin) const noexcept {
  std::size_t at = bin;
  for (std::uint64_t attempt = 1; bins_[at] == unset; ++attempt) at = mix_bits(bin << 32 | attempt) % bins_.size();
  return bins_[at];
}

TextSignature text_signature(std::string_view text) {
  ShingleSketch sketch;
  ShingleSketch::Tail tail;
  WordRuns(text, WordRuns::Unspaced::alone).for_each([&](std::size_t begin, std::size_t end) {
    sketch.add(shingle_hash(text, begin, end), tail);
  });
  return sketch.signature();
}

}  // namespace topos
