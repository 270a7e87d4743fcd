// SPDX-License-Identifier: Apache-2.0
#include "topos/text/paragraph_bytes.hpp"

#include <array>
#include <cstring>

#include "topos/text/byte_block.hpp"
#include "topos/text/folded_block.hpp"
#include "topos/text/processor.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace topos {
namespace {

using Bytes = ByteBlock::Bytes;
using SignedBytes = std::int8_t __attribute__((vector_size(sizeof(Bytes))));

constexpr std::size_t size = ByteBlock::size;
/// Control characters and what is beyond ASCII are, as signed numbers, less than what most texts are made of.
constexpr std::int8_t least_plain = '\r' + 1;

#if defined(__x86_64__)

#define TOPOS_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

/// Sixty-four bytes.
struct Halves {
  __m256i low;
  __m256i high;
};

TOPOS_AVX2 Halves halves_at(const char* bytes) noexcept {
  Halves halves;
  std::memcpy(&halves.low, bytes, sizeof halves.low);
  std::memcpy(&halves.high, bytes + sizeof halves.low, sizeof halves.high);
  return halves;
}
TOPOS_AVX2 std::uint64_t top_bits(__m256i low, __m256i high) noexcept {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
         std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32;
}
/// Bytes that are `wanted` when the bits of `ignored` are set in them.
TOPOS_AVX2 std::uint64_t are(const Halves& bytes, char wanted, char ignored = 0) noexcept {
  const __m256i all = _mm256_set1_epi8(wanted);
  const __m256i bits = _mm256_set1_epi8(ignored);
  return top_bits(_mm256_cmpeq_epi8(_mm256_or_si256(bytes.low, bits), all),
                  _mm256_cmpeq_epi8(_mm256_or_si256(bytes.high, bits), all));
}
/// Bytes that are, as signed numbers, less than `bound`.
TOPOS_AVX2 std::uint64_t are_below(const Halves& bytes, std::int8_t bound) noexcept {
  const __m256i all = _mm256_set1_epi8(bound);
  return top_bits(_mm256_cmpgt_epi8(all, bytes.low), _mm256_cmpgt_epi8(all, bytes.high));
}
/// These bytes, and no others, are moved to the top of the signed numbers. Domain: first <= last <= 0x7F.
TOPOS_AVX2 __m256i within(__m256i bytes, char first, char last) noexcept {
  return _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, _mm256_set1_epi8(static_cast<char>(0x7F - last))),
                           _mm256_set1_epi8(static_cast<char>(0x7F - last + first - 1)));
}
TOPOS_AVX2 __m256i are_of_words(__m256i bytes) noexcept {
  return _mm256_or_si256(within(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 'z'), within(bytes, '0', '9'));
}
/// The marks differ in their lower half, which looks up the one that has it.
TOPOS_AVX2 __m256i are_dropped(__m256i bytes) noexcept {
  const __m256i table = _mm256_setr_epi8('`', 0, '"', '#', 0, 0, 0, 0, 0, 0, '*', 0, 0, 0, '>', '_',  //
                                         '`', 0, '"', '#', 0, 0, 0, 0, 0, 0, '*', 0, 0, 0, '>', '_');
  return _mm256_cmpeq_epi8(_mm256_shuffle_epi8(table, bytes), bytes);
}

#undef TOPOS_AVX2

[[gnu::target("avx2"), gnu::always_inline]] inline ParagraphBytes paragraph_halves(const Halves& halves) noexcept {
  ParagraphBytes found;
  found.words = top_bits(are_of_words(halves.low), are_of_words(halves.high));
  found.dropped = top_bits(are_dropped(halves.low), are_dropped(halves.high));
  found.beyond = top_bits(halves.low, halves.high);
  if (found.beyond == 0) return found;
  found.leads = are(halves, '\xE2');
  found.seconds = are(halves, '\x80');
  found.quotes = are(halves, '\x9C') | are(halves, '\x9D') | are(halves, '\x9E');
  return found;
}

[[gnu::target("avx2")]] ParagraphBytes paragraph_avx2(const char* bytes) noexcept {
  return paragraph_halves(halves_at(bytes));
}

/// Looks at whole blocks.
[[gnu::target("avx2")]] ParagraphBytes next_marked_avx2(std::string_view text, std::size_t& at) noexcept {
  for (; text.size() - at >= size; at += size) {
    const Halves halves = halves_at(text.data() + at);
    const __m256i dropped = _mm256_or_si256(are_dropped(halves.low), are_dropped(halves.high));
    if (_mm256_movemask_epi8(_mm256_or_si256(dropped, _mm256_or_si256(halves.low, halves.high))) != 0)
      return paragraph_halves(halves);
  }
  return {};
}

[[gnu::target("avx2"), gnu::always_inline]] inline LineBytes line_halves(const Halves& halves) noexcept {
  // Form feed and CR differ in one bit.
  LineBytes found{are(halves, '\n') | are(halves, '\r', 1), 0};
  if (top_bits(halves.low, halves.high) == 0) return found;
  found.ends |= are(halves, '\xE2');
  found.continuations = are_below(halves, static_cast<std::int8_t>(0xC0));
  return found;
}

[[gnu::target("avx2")]] LineBytes line_avx2(const char* bytes) noexcept { return line_halves(halves_at(bytes)); }

/// Looks at all but the last bytes.
[[gnu::target("avx2")]] LineBytes next_line_avx2(std::string_view text, std::size_t& at) noexcept {
  const __m256i bound = _mm256_set1_epi8(least_plain);
  for (; text.size() - at > size; at += size) {
    const Halves halves = halves_at(text.data() + at);
    const __m256i found = _mm256_or_si256(_mm256_cmpgt_epi8(bound, halves.low), _mm256_cmpgt_epi8(bound, halves.high));
    if (_mm256_movemask_epi8(found) != 0) return line_halves(halves);
  }
  return {};
}

/// Looks at the bytes from `at` on, or at a copy with zero bytes behind them.
template <class Found>
Found look_at(std::string_view text, std::size_t at, Found (*look)(const char*)) noexcept {
  const std::size_t left = text.size() - at;
  if (left >= size) return look(text.data() + at);
  std::array<char, size> padded{};
  std::memcpy(padded.data(), text.data() + at, left);
  return look(padded.data());
}

#endif

}  // namespace

ParagraphBytes paragraph_bytes_plainly(std::string_view text, std::size_t at) noexcept {
  const ByteBlock block(text, at);
  const auto where = [&](std::uint8_t byte) { return block.where([=](const Bytes& bytes) { return bytes == byte; }); };
  ParagraphBytes found;
  found.words =
      block.where([](const Bytes& bytes) { return ByteBlock::is_letter(bytes) | ByteBlock::is_digit(bytes); });
  found.dropped = block.where(is_dropped_byte);
  found.beyond = block.beyond_ascii();
  if (found.beyond == 0) return found;
  found.leads = where(0xE2);
  found.seconds = where(0x80);
  found.quotes = where(0x9C) | where(0x9D) | where(0x9E);
  return found;
}

ParagraphBytes paragraph_bytes(std::string_view text, std::size_t at) noexcept {
#if defined(__x86_64__)
  if (has_avx2()) return look_at(text, at, paragraph_avx2);
#endif
  return paragraph_bytes_plainly(text, at);
}

ParagraphBytes next_marked_bytes(std::string_view text, std::size_t& at) noexcept {
#if defined(__x86_64__)
  if (has_avx2()) {
    const ParagraphBytes found = next_marked_avx2(text, at);
    return text.size() - at >= size || at == text.size() ? found : look_at(text, at, paragraph_avx2);
  }
#endif
  for (; at < text.size(); at += size) {
    const ParagraphBytes found = paragraph_bytes_plainly(text, at);
    if ((found.dropped | found.beyond) != 0 || text.size() - at < size) return found;
  }
  return {};
}

LineBytes line_bytes_plainly(std::string_view text, std::size_t at) noexcept {
  const ByteBlock block(text, at);
  LineBytes found{block.where([](const Bytes& bytes) { return (bytes == '\n') | ((bytes | 1) == '\r'); }), 0};
  if (block.is_ascii()) return found;
  found.ends |= block.where([](const Bytes& bytes) { return bytes == std::uint8_t{0xE2}; });
  found.continuations = block.continuations();
  return found;
}

LineBytes line_bytes(std::string_view text, std::size_t at) noexcept {
#if defined(__x86_64__)
  if (has_avx2()) return look_at(text, at, line_avx2);
#endif
  return line_bytes_plainly(text, at);
}

LineBytes next_line_bytes(std::string_view text, std::size_t& at) noexcept {
#if defined(__x86_64__)
  if (has_avx2()) {
    const LineBytes found = next_line_avx2(text, at);
    return text.size() - at > size ? found : look_at(text, at, line_avx2);
  }
#endif
  const auto not_plain = [](const Bytes& bytes) { return SignedBytes(bytes) < least_plain; };
  while (text.size() - at > size && ByteBlock(text, at).none(not_plain)) at += size;
  return line_bytes_plainly(text, at);
}

}  // namespace topos
