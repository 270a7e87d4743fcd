// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_classes.hpp"

#include <algorithm>
#include <cstring>

#include "topos/text/byte_block.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace topos {
namespace {

/// Calls `classify(bytes, classes)` for all blocks that lie in the text, and for a copy of the rest.
template <class Classify>
[[gnu::always_inline]] inline void each_block(std::string_view text, std::span<ByteClasses> out,
                                              Classify classify) noexcept {
  const std::size_t whole = text.size() / ByteClasses::size;
  classify(text.data(), whole, out.data());
  const std::size_t left = text.size() % ByteClasses::size;
  if (left == 0) return;
  std::array<char, ByteClasses::size> padded{};
  std::memcpy(padded.data(), text.data() + whole * ByteClasses::size, left);
  classify(padded.data(), std::size_t{1}, &out[whole]);
}

void classify_plain(const char* bytes, std::size_t blocks, ByteClasses* out) noexcept {
  for (; blocks > 0; --blocks, bytes += ByteClasses::size, ++out) {
    const ByteBlock block(std::string_view(bytes, ByteClasses::size), 0);
    out->letters = block.where([](const auto& some) { return ByteBlock::is_letter(some); });
    out->digits = block.where([](const auto& some) { return ByteBlock::is_digit(some); });
    out->ats = block.where([](const auto& some) { return some == '@'; });
    out->blanks = block.where([](const auto& some) { return (some == ' ') | ByteBlock::is_control_blank(some); });
    out->joiners = block.where([](const auto& some) { return ((some | 2) == '.') | (some == '\'') | (some == ';'); });
    out->strange = block.where([](const auto& some) { return (some == '-') | (some == '_'); });
    out->stops = block.where([](const auto& some) { return (some == '.') | (some == '!') | (some == '?'); });
    out->beyond = block.beyond_ascii();
    out->continuations = out->beyond == 0 ? 0 : block.continuations();
    out->cyrillic = out->beyond == 0 ? 0 : block.where(ByteBlock::begins_cyrillic);
  }
}

#if defined(__x86_64__)

/// The 64 bytes of a block.
struct Halves {
  __m256i low;
  __m256i high;
};

#define TOPOS_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

TOPOS_AVX2 std::uint64_t top_bits(const Halves& bytes) noexcept {
  const auto low = static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes.low));
  const auto high = static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes.high));
  return std::uint64_t{low} | std::uint64_t{high} << 32;
}
TOPOS_AVX2 Halves either(const Halves& a, const Halves& b) noexcept {
  return {_mm256_or_si256(a.low, b.low), _mm256_or_si256(a.high, b.high)};
}
TOPOS_AVX2 Halves with_bits(const Halves& bytes, char bits) noexcept {
  const __m256i all = _mm256_set1_epi8(bits);
  return {_mm256_or_si256(bytes.low, all), _mm256_or_si256(bytes.high, all)};
}
TOPOS_AVX2 Halves are(const Halves& bytes, char wanted) noexcept {
  const __m256i all = _mm256_set1_epi8(wanted);
  return {_mm256_cmpeq_epi8(bytes.low, all), _mm256_cmpeq_epi8(bytes.high, all)};
}
/// Bytes from `first` to `last`: these, and no others, are moved to the top of the signed numbers. Domain: first <=
/// last <= 0x7F.
TOPOS_AVX2 Halves within(const Halves& bytes, char first, char last) noexcept {
  const __m256i up = _mm256_set1_epi8(static_cast<char>(0x7F - last));
  const __m256i below = _mm256_set1_epi8(static_cast<char>(0x7F - last + first - 1));
  return {_mm256_cmpgt_epi8(_mm256_add_epi8(bytes.low, up), below),
          _mm256_cmpgt_epi8(_mm256_add_epi8(bytes.high, up), below)};
}
/// Bytes below `limit` as signed numbers.
TOPOS_AVX2 Halves below(const Halves& bytes, char limit) noexcept {
  const __m256i all = _mm256_set1_epi8(limit);
  return {_mm256_cmpgt_epi8(all, bytes.low), _mm256_cmpgt_epi8(all, bytes.high)};
}

#undef TOPOS_AVX2

[[gnu::target("avx2")]] void classify_avx2(const char* bytes, std::size_t blocks, ByteClasses* out) noexcept {
  for (; blocks > 0; --blocks, bytes += ByteClasses::size, ++out) {
    Halves block;
    std::memcpy(&block, bytes, sizeof block);
    const Halves points = are(block, '.');
    out->letters = top_bits(within(with_bits(block, 0x20), 'a', 'z'));
    out->digits = top_bits(within(block, '0', '9'));
    out->ats = top_bits(are(block, '@'));
    out->blanks = top_bits(either(are(block, ' '), within(block, 0x09, 0x0D)));
    out->joiners = top_bits(either(either(points, are(block, ',')), either(are(block, '\''), are(block, ';'))));
    out->strange = top_bits(either(are(block, '-'), are(block, '_')));
    out->stops = top_bits(either(points, either(are(block, '!'), are(block, '?'))));
    out->beyond = top_bits(block);
    out->continuations = 0;
    out->cyrillic = 0;
    if (out->beyond == 0) continue;
    out->continuations = top_bits(below(block, static_cast<char>(0xC0)));
    out->cyrillic = top_bits(are(with_bits(block, 1), static_cast<char>(0xD1)));
  }
}

bool has_avx2() noexcept {
  static const bool known = __builtin_cpu_supports("avx2") != 0;
  return known;
}

#endif

}  // namespace

void classify_bytes_plainly(std::string_view text, std::span<ByteClasses> out) noexcept {
  each_block(text, out, classify_plain);
}

void classify_bytes(std::string_view text, std::span<ByteClasses> out) noexcept {
#if defined(__x86_64__)
  if (has_avx2()) return each_block(text, out, classify_avx2);
#endif
  each_block(text, out, classify_plain);
}

void ClassifiedText::fill(std::size_t block) noexcept {
  // A few blocks before may be asked for again.
  first_ = block < held / 4 ? 0 : block - held / 4;
  classify_bytes(text_.substr(first_ * ByteClasses::size, held * ByteClasses::size), blocks_);
}

}  // namespace topos
