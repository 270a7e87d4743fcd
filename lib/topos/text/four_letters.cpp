// SPDX-License-Identifier: Apache-2.0
#include "topos/text/four_letters.hpp"

#include <algorithm>
#include <cstring>

#include "topos/text/processor.hpp"
#include "topos/text/word_scanner.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace topos {
namespace {

#if defined(__x86_64__)

#define TOPOS_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

TOPOS_AVX2 __m256i twice(const std::array<std::uint8_t, 16>& table) noexcept {
  __m128i once;
  std::memcpy(&once, table.data(), sizeof once);
  return _mm256_broadcastsi128_si256(once);
}
/// In which eighths of the groups each of thirty-two bytes is found. A byte beyond ASCII looks up nothing.
TOPOS_AVX2 __m256i eighths(const char* bytes, __m256i lower, __m256i upper) noexcept {
  __m256i some;
  std::memcpy(&some, bytes, sizeof some);
  const __m256i upper_halves = _mm256_and_si256(_mm256_srli_epi16(some, 4), _mm256_set1_epi8(0x0F));
  return _mm256_and_si256(_mm256_shuffle_epi8(lower, some), _mm256_shuffle_epi8(upper, upper_halves));
}

#undef TOPOS_AVX2

/// Places that are looked at together, and the bytes that this takes.
constexpr std::size_t step = sizeof(__m256i);
constexpr std::size_t reach = step + 3;

#endif

}  // namespace

bool FourLetters::holds(const char* four) const noexcept {
  // This makes small letters of capitals, and letters of nothing else.
  const std::uint32_t number = number_of(four) | 0x20202020;
  if ((seen_[place_of(number) / 64] >> place_of(number) % 64 & 1) == 0) return false;
  return std::binary_search(sorted_.begin(), sorted_.begin() + static_cast<std::ptrdiff_t>(count_), number);
}

std::size_t FourLetters::next_plainly(std::string_view text, std::size_t at) const noexcept {
  for (; at + 4 <= text.size(); ++at)
    if (holds(text.data() + at)) return at;
  return text.size();
}

#if defined(__x86_64__)

/// The first of so many places from `bytes` on where one of them stands; as many as there are places if none does.
/// Domain: `reach` bytes are there, and three more than places.
[[gnu::target("avx2")]] std::size_t FourLetters::next_avx2(const char* bytes, std::size_t places) const noexcept {
  const __m256i lower[] = {twice(lower_[0]), twice(lower_[1]), twice(lower_[2]), twice(lower_[3])};
  const __m256i upper[] = {twice(upper_[0]), twice(upper_[1]), twice(upper_[2]), twice(upper_[3])};
  for (std::size_t at = 0; at < places; at += step) {
    // The last places are looked at together with some for the second time.
    at = std::min(at, places - step);
    const char* const from = bytes + at;
    const __m256i first = _mm256_and_si256(eighths(from, lower[0], upper[0]), eighths(from + 1, lower[1], upper[1]));
    const __m256i last = _mm256_and_si256(eighths(from + 2, lower[2], upper[2]), eighths(from + 3, lower[3], upper[3]));
    if (_mm256_testz_si256(first, last) != 0) continue;
    const __m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(first, last), _mm256_setzero_si256());
    for (std::uint64_t found = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none)); found != 0;)
      if (const std::size_t place = take_lowest_bit(found); holds(from + place)) return at + place;
  }
  return places;
}

#endif

std::size_t FourLetters::next(std::string_view text, std::size_t at) const noexcept {
#if defined(__x86_64__)
  if (has_avx2()) {
    std::array<char, reach> padded{};
    const std::size_t left = text.size() - std::min(at, text.size());
    const char* bytes = text.data() + at;
    if (left < reach) {
      std::copy_n(text.end() - static_cast<std::ptrdiff_t>(left), left, padded.begin());
      bytes = padded.data();
    }
    const std::size_t places = std::max(left, reach) - 3;
    const std::size_t place = next_avx2(bytes, places);
    return place == places ? text.size() : at + place;
  }
#endif
  return next_plainly(text, at);
}

}  // namespace topos
