// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_search.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "topos/text/byte_block.hpp"
#include "topos/text/paragraph_bytes.hpp"
#include "topos/text/processor.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace topos {
namespace {

using Bytes = ByteBlock::Bytes;

/// Letters in lower case; digits stay what they are.
constexpr std::uint8_t case_bit = 0x20;

std::size_t place_in(std::uint64_t mask) noexcept { return static_cast<std::size_t>(std::countr_zero(mask)); }

std::uint64_t json_specials(std::string_view text, std::size_t at) noexcept {
  const auto special = [](const Bytes& bytes) { return (bytes < 0x20) | (bytes == '"') | (bytes == '\\'); };
  const ByteBlock block(text, at);
  return block.none(special) ? 0 : block.where(special);
}

std::uint64_t mark_bytes(std::string_view text, std::size_t at) noexcept {
  return ByteBlock(text, at).where(
      [](const Bytes& bytes) { return (bytes == '"') | (bytes == 0xC2) | ((bytes & 0xFE) == 0xE2); });
}

std::uint64_t where_letter(std::string_view text, std::size_t at, char letter) noexcept {
  const auto wanted = static_cast<std::uint8_t>(static_cast<std::uint8_t>(letter) | case_bit);
  return ByteBlock(text, at).where([&](const Bytes& bytes) { return (bytes | case_bit) == wanted; });
}

#if defined(__x86_64__)

#define TOPOS_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

TOPOS_AVX2 __m256i half_at(const char* bytes) noexcept {
  __m256i half;
  std::memcpy(&half, bytes, sizeof half);
  return half;
}
TOPOS_AVX2 std::uint64_t top_bits(__m256i low, __m256i high) noexcept {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
         std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32;
}
TOPOS_AVX2 __m256i are_special(__m256i bytes) noexcept {
  const __m256i controls = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
  const __m256i marks = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')),
                                        _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\')));
  return _mm256_or_si256(controls, marks);
}
TOPOS_AVX2 __m256i may_begin_mark(__m256i bytes) noexcept {
  const __m256i pairs = _mm256_cmpeq_epi8(_mm256_and_si256(bytes, _mm256_set1_epi8(static_cast<char>(0xFE))),
                                          _mm256_set1_epi8(static_cast<char>(0xE2)));
  return _mm256_or_si256(pairs, _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')),
                                                _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(static_cast<char>(0xC2)))));
}
TOPOS_AVX2 __m256i are_letter(__m256i bytes, __m256i letter) noexcept {
  return _mm256_cmpeq_epi8(_mm256_or_si256(bytes, _mm256_set1_epi8(case_bit)), letter);
}

/// Bytes from `first` to `last`: these, and no others, are moved to the top of the signed numbers. Domain: first <=
/// last <= 0x7F.
TOPOS_AVX2 __m256i within(__m256i bytes, char first, char last) noexcept {
  return _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, _mm256_set1_epi8(static_cast<char>(0x7F - last))),
                           _mm256_set1_epi8(static_cast<char>(0x7F - last + first - 1)));
}
TOPOS_AVX2 __m256i are_of_words(__m256i bytes) noexcept {
  return _mm256_or_si256(within(_mm256_or_si256(bytes, _mm256_set1_epi8(case_bit)), 'a', 'z'), within(bytes, '0', '9'));
}

/// Whole blocks from `at` on; moves `at` to the first one with what is looked for, or behind them.
[[gnu::target("avx2")]] std::uint64_t find_specials_avx2(std::string_view text, std::size_t& at) noexcept {
  for (; text.size() - at >= ByteBlock::size; at += ByteBlock::size) {
    const __m256i low = are_special(half_at(text.data() + at));
    const __m256i high = are_special(half_at(text.data() + at + sizeof low));
    if (_mm256_testz_si256(_mm256_or_si256(low, high), _mm256_or_si256(low, high)) == 0) return top_bits(low, high);
  }
  return 0;
}

TOPOS_AVX2 __m256i are(__m256i bytes, char wanted) noexcept {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(wanted));
}
/// Which bytes are letters of escapes of line ends, tabs, quotes and slashes.
TOPOS_AVX2 __m256i are_plain_escapes(__m256i bytes) noexcept {
  return _mm256_or_si256(_mm256_or_si256(_mm256_or_si256(are(bytes, 'n'), are(bytes, '"')),
                                         _mm256_or_si256(are(bytes, 'r'), are(bytes, 't'))),
                         are(bytes, '/'));
}

#undef TOPOS_AVX2

/// As plain_string_end, up to the last bytes: `at` is where the rest begins if the string goes on there.
[[gnu::target("avx2")]] std::size_t find_string_end_avx2(std::string_view text, std::size_t& at) noexcept {
  constexpr std::size_t size = sizeof(__m256i);
  std::uint64_t escaped = 0;  // whether a backslash stands before these bytes
  for (; text.size() - at > ByteBlock::size; at += ByteBlock::size) {
    const char* const bytes = text.data() + at;
    const __m256i low = half_at(bytes);
    const __m256i high = half_at(bytes + size);
    const __m256i low_specials = are_special(low);
    const __m256i high_specials = are_special(high);
    if (_mm256_movemask_epi8(_mm256_or_si256(low_specials, high_specials)) == 0) {
      escaped = 0;
      continue;
    }
    const std::uint64_t specials = top_bits(low_specials, high_specials);
    const std::uint64_t slashes = top_bits(are(low, '\\'), are(high, '\\'));
    const std::uint64_t quotes = top_bits(are(low, '"'), are(high, '"'));
    const std::uint64_t ends = quotes & ~(slashes << 1 | escaped);
    // Another slash is no plain escape, so every slash before the end begins one.
    const std::uint64_t plain =
        top_bits(are_plain_escapes(half_at(bytes + 1)), are_plain_escapes(half_at(bytes + 1 + size)));
    const std::uint64_t wrong = (specials & ~slashes & ~quotes) | (slashes & ~plain);
    if ((wrong & (ends ^ (ends - 1))) != 0) return std::string_view::npos;
    if (ends != 0) return at + place_in(ends);
    escaped = slashes >> 63;
  }
  at += escaped;
  return text.size();
}

[[gnu::target("avx2")]] std::size_t find_beyond_avx2(std::string_view text, std::size_t at) noexcept {
  for (; text.size() - at >= ByteBlock::size; at += ByteBlock::size) {
    const __m256i both = _mm256_or_si256(half_at(text.data() + at), half_at(text.data() + at + sizeof(__m256i)));
    if (_mm256_movemask_epi8(both) != 0) break;
  }
  return at;
}

[[gnu::target("avx2")]] std::uint64_t find_mark_bytes_avx2(std::string_view text, std::size_t& at) noexcept {
  for (; text.size() - at >= ByteBlock::size; at += ByteBlock::size) {
    const __m256i low = may_begin_mark(half_at(text.data() + at));
    const __m256i high = may_begin_mark(half_at(text.data() + at + sizeof low));
    if (_mm256_testz_si256(_mm256_or_si256(low, high), _mm256_or_si256(low, high)) == 0) return top_bits(low, high);
  }
  return 0;
}

[[gnu::target("avx2")]] std::uint64_t find_pairs_avx2(std::string_view text, std::size_t& at, std::size_t end,
                                                      const LetterPair& pair) noexcept {
  const __m256i first = _mm256_set1_epi8(static_cast<char>(pair.first | case_bit));
  const __m256i second = _mm256_set1_epi8(static_cast<char>(pair.second | case_bit));
  const char* const firsts = text.data() + pair.first_at;
  const char* const seconds = text.data() + pair.second_at;
  for (; at < end; at += ByteBlock::size) {
    const __m256i low =
        _mm256_and_si256(are_letter(half_at(firsts + at), first), are_letter(half_at(seconds + at), second));
    const std::size_t upper = at + sizeof low;
    const __m256i high =
        _mm256_and_si256(are_letter(half_at(firsts + upper), first), are_letter(half_at(seconds + upper), second));
    if (const std::uint64_t found = top_bits(low, high); found != 0) return found;
  }
  return 0;
}

/// Also the last bytes, together with some before them, if there are sixty-four.
[[gnu::target("avx2,popcnt")]] void count_ascii_words_avx2(std::string_view text, std::uint32_t limit,
                                                           WordCount& count) noexcept {
  WordCount now = count;
  for (; text.size() - now.at >= ByteBlock::size && now.words < limit; now.at += ByteBlock::size) {
    const __m256i low = half_at(text.data() + now.at);
    const __m256i high = half_at(text.data() + now.at + sizeof low);
    if (_mm256_movemask_epi8(_mm256_or_si256(low, high)) != 0) break;
    const std::uint64_t letters = top_bits(are_of_words(low), are_of_words(high));
    now.words += static_cast<std::uint32_t>(_mm_popcnt_u64(letters & ~(letters << 1 | now.inside)));
    now.inside = letters >> 63;
  }
  if (now.at < text.size() && text.size() - now.at < ByteBlock::size && now.words < limit &&
      text.size() >= ByteBlock::size) {
    const std::size_t from = text.size() - ByteBlock::size;
    const __m256i low = half_at(text.data() + from);
    const __m256i high = half_at(text.data() + from + sizeof low);
    if (_mm256_movemask_epi8(_mm256_or_si256(low, high)) == 0) {
      const std::uint64_t all = top_bits(are_of_words(low), are_of_words(high));
      const std::uint64_t letters = all >> (now.at - from);
      now.words += static_cast<std::uint32_t>(_mm_popcnt_u64(letters & ~(letters << 1 | now.inside)));
      now.at = text.size();
      now.inside = all >> 63;
    }
  }
  count = now;
}

#endif

/// Sixty-four bytes at a time, as long as these are ASCII.
void count_ascii_words(std::string_view text, std::uint32_t limit, WordCount& count) noexcept {
#if defined(__x86_64__)
  if (has_avx2()) return count_ascii_words_avx2(text, limit, count);
#endif
  for (; text.size() - count.at >= ByteBlock::size && count.words < limit; count.at += ByteBlock::size) {
    const ByteBlock block(text, count.at);
    if (!block.is_ascii()) return;
    const std::uint64_t letters =
        block.where([](const Bytes& bytes) { return ByteBlock::is_letter(bytes) | ByteBlock::is_digit(bytes); });
    count.words += count_bits(letters & ~(letters << 1 | count.inside));
    count.inside = letters >> 63;
  }
}

}  // namespace

void count_plain_words(std::string_view text, std::uint32_t limit, WordCount& count) noexcept {
  while (true) {
    count_ascii_words(text, limit, count);
    if (count.at >= text.size() || count.words >= limit) return;
    const ParagraphBytes bytes = paragraph_bytes(text, count.at);
    const std::uint64_t other = bytes.beyond & ~ParagraphBytes::whole(bytes.marks());
    const std::size_t run = std::min(other == 0 ? ByteBlock::size : place_in(other), text.size() - count.at);
    if (run == 0) return;
    const std::uint64_t letters = bytes.words & ~std::uint64_t{0} >> (ByteBlock::size - run);
    count.words += count_bits(letters & ~(letters << 1 | count.inside));
    count.inside = letters >> (run - 1);
    count.at += run;
  }
}

std::size_t next_json_special(std::string_view text, std::size_t at) noexcept {
#if defined(__x86_64__)
  if (has_avx2())
    if (const std::uint64_t found = find_specials_avx2(text, at); found != 0) return at + place_in(found);
#endif
  for (; at < text.size(); at += ByteBlock::size)
    // What is beyond the end looks like control characters.
    if (const std::uint64_t found = json_specials(text, at); found != 0)
      return std::min(at + place_in(found), text.size());
  return text.size();
}

std::size_t plain_string_end(std::string_view text, std::size_t at) noexcept {
#if defined(__x86_64__)
  if (has_avx2() && at < text.size())
    if (const std::size_t end = find_string_end_avx2(text, at); end != text.size()) return end;
#endif
  for (; (at = next_json_special(text, at)) < text.size(); at += 2) {
    if (text[at] == '"') return at;
    if (text[at] != '\\' || at + 1 == text.size()) break;
    if (std::string_view("nrt\"/").find(text[at + 1]) == std::string_view::npos) break;
  }
  return std::string_view::npos;
}

std::size_t next_beyond_ascii(std::string_view text, std::size_t at) noexcept {
#if defined(__x86_64__)
  if (has_avx2() && at < text.size()) at = find_beyond_avx2(text, at);
#endif
  while (at < text.size() && ByteBlock(text, at).is_ascii()) at += ByteBlock::size;
  return at;
}

std::size_t next_mark_byte(std::string_view text, std::size_t at) noexcept {
#if defined(__x86_64__)
  if (has_avx2())
    if (const std::uint64_t found = find_mark_bytes_avx2(text, at); found != 0) return at + place_in(found);
#endif
  for (; at < text.size(); at += ByteBlock::size)
    if (const std::uint64_t found = mark_bytes(text, at); found != 0) return at + place_in(found);
  return text.size();
}

std::size_t next_pair(std::string_view text, std::size_t at, std::size_t last, const LetterPair& pair) noexcept {
  std::uint64_t found = 0;
#if defined(__x86_64__)
  // Up to the last place from which a whole block lies before the end, for both letters.
  const std::size_t reach = std::max(pair.first_at, pair.second_at) + ByteBlock::size;
  if (has_avx2() && text.size() >= reach)
    found = find_pairs_avx2(text, at, std::min(text.size() - reach, last) + 1, pair);
#endif
  for (; found == 0 && at <= last; at += found == 0 ? ByteBlock::size : 0)
    found = where_letter(text, at + pair.first_at, pair.first) & where_letter(text, at + pair.second_at, pair.second);
  return found == 0 ? last + 1 : std::min(at + place_in(found), last + 1);
}

}  // namespace topos
