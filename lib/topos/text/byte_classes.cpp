// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_classes.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "topos/text/byte_block.hpp"
#include "topos/text/processor.hpp"

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
    out->words = block.where(
        [](const auto& some) { return ByteBlock::is_letter(some) | ByteBlock::is_digit(some) | (some == '@'); });
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

/// Classes of ASCII that are told by both halves of a byte: a byte has those that are set for its upper half and for
/// its lower half. A class that is no such product has several bits.
enum ByteBit : std::uint8_t {
  digits_at_to_i = 0x01,  // 0-9 @ A-I
  p_to_z = 0x02,          // P-Z p-z
  a_to_o = 0x04,          // A-O a-o
  words = digits_at_to_i | p_to_z | a_to_o,
  controls = 0x08,  // tab to carriage return
  space = 0x10,
  blanks = controls | space,
  points = 0x20,     // ' , .
  semicolon = 0x40,  // ;
  joiners = points | semicolon,
  stops = 0x80  // . !
};

constexpr std::array<std::uint8_t, 16> of_upper_half = {
    controls, 0, space | points | stops, digits_at_to_i | semicolon, digits_at_to_i | a_to_o, p_to_z, a_to_o, p_to_z};

constexpr std::array<std::uint8_t, 16> of_lower_half = [] {
  std::array<std::uint8_t, 16> bits{};
  const auto set = [&](std::size_t first, std::size_t last, std::uint8_t bit) {
    for (std::size_t half = first; half <= last; ++half) bits[half] = static_cast<std::uint8_t>(bits[half] | bit);
  };
  set(0x0, 0x9, digits_at_to_i);
  set(0x0, 0xA, p_to_z);
  set(0x1, 0xF, a_to_o);
  set(0x9, 0xD, controls);
  set(0x0, 0x0, space);
  for (const char mark : {'\'', ',', '.'}) set(mark & 0xF, mark & 0xF, points);
  set(';' & 0xF, ';' & 0xF, semicolon);
  for (const char mark : {'.', '!'}) set(mark & 0xF, mark & 0xF, stops);
  return bits;
}();

#define TOPOS_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

/// Thirty-two bytes and the bits of each.
struct HalfBlock {
  __m256i bytes;
  __m256i bits;
};

TOPOS_AVX2 __m256i twice(const std::array<std::uint8_t, 16>& table) noexcept {
  __m128i once;
  std::memcpy(&once, table.data(), sizeof once);
  return _mm256_broadcastsi128_si256(once);
}
TOPOS_AVX2 HalfBlock half_at(const char* bytes, __m256i upper, __m256i lower) noexcept {
  HalfBlock half;
  std::memcpy(&half.bytes, bytes, sizeof half.bytes);
  const __m256i upper_halves = _mm256_and_si256(_mm256_srli_epi16(half.bytes, 4), _mm256_set1_epi8(0x0F));
  // A byte beyond ASCII looks up nothing.
  half.bits = _mm256_and_si256(_mm256_shuffle_epi8(upper, upper_halves), _mm256_shuffle_epi8(lower, half.bytes));
  return half;
}
TOPOS_AVX2 __m256i are(const HalfBlock& half, char wanted) noexcept {
  return _mm256_cmpeq_epi8(half.bytes, _mm256_set1_epi8(wanted));
}
/// Which bytes have one of `bits`. Domain: none but the lower seven.
TOPOS_AVX2 __m256i have(const HalfBlock& half, std::uint8_t bits) noexcept {
  return _mm256_cmpgt_epi8(_mm256_and_si256(half.bits, _mm256_set1_epi8(static_cast<char>(bits))),
                           _mm256_setzero_si256());
}
TOPOS_AVX2 std::uint64_t top_bits(__m256i low, __m256i high) noexcept {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
         std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32;
}
/// The bit of stops is the uppermost.
TOPOS_AVX2 __m256i end_sentences(const HalfBlock& half) noexcept { return _mm256_or_si256(half.bits, are(half, '?')); }
TOPOS_AVX2 __m256i are_strange(const HalfBlock& half) noexcept {
  return _mm256_or_si256(are(half, '-'), are(half, '_'));
}
TOPOS_AVX2 __m256i go_on(const HalfBlock& half) noexcept {
  return _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(0xC0)), half.bytes);
}
TOPOS_AVX2 __m256i begin_cyrillic(const HalfBlock& half) noexcept {
  return _mm256_cmpeq_epi8(_mm256_or_si256(half.bytes, _mm256_set1_epi8(1)), _mm256_set1_epi8(static_cast<char>(0xD1)));
}

#undef TOPOS_AVX2

[[gnu::target("avx2")]] void classify_avx2(const char* bytes, std::size_t blocks, ByteClasses* out) noexcept {
  const __m256i upper = twice(of_upper_half);
  const __m256i lower = twice(of_lower_half);
  for (; blocks > 0; --blocks, bytes += ByteClasses::size, ++out) {
    const HalfBlock one = half_at(bytes, upper, lower);
    const HalfBlock two = half_at(bytes + sizeof(__m256i), upper, lower);
    out->words = top_bits(have(one, words), have(two, words));
    out->blanks = top_bits(have(one, blanks), have(two, blanks));
    out->joiners = top_bits(have(one, joiners), have(two, joiners));
    out->strange = top_bits(are_strange(one), are_strange(two));
    out->stops = top_bits(end_sentences(one), end_sentences(two));
    out->beyond = top_bits(one.bytes, two.bytes);
    out->continuations = 0;
    out->cyrillic = 0;
    if (out->beyond == 0) continue;
    out->continuations = top_bits(go_on(one), go_on(two));
    out->cyrillic = top_bits(begin_cyrillic(one), begin_cyrillic(two));
  }
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
