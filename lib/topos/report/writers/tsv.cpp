// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "topos/report/delimited_writer.hpp"
#include "topos/text/byte_block.hpp"
#include "topos/text/processor.hpp"
#include "topos/text/word_scanner.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace topos {
namespace {

using Bytes = ByteBlock::Bytes;

constexpr std::size_t step = sizeof(Bytes);

Bytes specials(const Bytes& some) { return Bytes((some == '\t') | (some == '\n') | (some == '\\')); }

Bytes bytes_at(const char* at) {
  Bytes some;
  std::memcpy(&some, at, step);
  return some;
}

/// Copies a text of fewer than sixteen bytes by one or two moves.
void copy_few(char* to, std::string_view from) {
  const char* const last = from.data() + from.size();
  if (from.size() >= 8) {
    std::memcpy(to, from.data(), 8);
    std::memcpy(to + from.size() - 8, last - 8, 8);
  } else if (from.size() >= 4) {
    std::memcpy(to, from.data(), 4);
    std::memcpy(to + from.size() - 4, last - 4, 4);
  } else if (!from.empty()) {
    to[0] = from[0];
    to[from.size() / 2] = from[from.size() / 2];
    to[from.size() - 1] = last[-1];
  }
}

#if defined(__x86_64__)
/// Which of thirty-two bytes are special, when they have been copied.
[[gnu::target("avx2"), gnu::always_inline]] inline std::uint32_t copy_half_block(char* to, const char* from) {
  // What is special differs in the lower half, which looks up the one byte of that half that is.
  const __m256i table = _mm256_setr_epi8(1, 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, '\\', 0, 0, 0,  //
                                         1, 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, '\\', 0, 0, 0);
  __m256i some;
  std::memcpy(&some, from, sizeof some);
  std::memcpy(to, &some, sizeof some);
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_shuffle_epi8(table, some), some)));
}

/// Domain: `from` has thirty-two bytes or more.
[[gnu::target("avx2")]] std::uint64_t copy_avx2(char*& to, std::string_view& from) {
  constexpr std::size_t size = sizeof(__m256i);
  for (; from.size() >= size; from.remove_prefix(size), to += size)
    if (const std::uint32_t found = copy_half_block(to, from.data()); found != 0) return found;
  // Some of them for the second time.
  const std::size_t again = size - from.size();
  const std::uint64_t found = std::uint64_t{copy_half_block(to - again, from.data() - again)} >> again;
  if (found != 0) return found;
  to += from.size();
  from = {};
  return 0;
}
#endif

/// Copies `from` up to the first of its bytes that are special, or a few bytes more. Returns which of the bytes from
/// there on are, if any; `from` is what was not copied before them. Domain: as PutField.
std::uint64_t copy_plain(char*& to, std::string_view& from) {
#if defined(__x86_64__)
  if (from.size() >= 2 * step && has_avx2()) return copy_avx2(to, from);
#endif
  for (; from.size() >= step; from.remove_prefix(step), to += step) {
    const Bytes some = bytes_at(from.data());
    std::memcpy(to, &some, step);
    if (const std::uint64_t found = ByteBlock::top_bits(specials(some)); found != 0) return found;
  }
  copy_few(to, from);
  // Where the field is to stand there is room to look at sixteen bytes, unlike where it stands.
  const std::uint64_t found = ByteBlock::top_bits(specials(bytes_at(to))) & ((std::uint64_t{1} << from.size()) - 1);
  if (found == 0) to += from.size();
  return found;
}

/// Tabs, newlines and backslashes as \t \n \\.
char* put_field(char* to, std::string_view text, bool) {
  while (const std::uint64_t found = copy_plain(to, text)) {
    const std::size_t place = lowest_bit(found);
    to += place;
    *to++ = '\\';
    *to++ = text[place] == '\t' ? 't' : text[place] == '\n' ? 'n' : '\\';
    text.remove_prefix(place + 1);
  }
  return to;
}

}  // namespace

namespace writers {
const TableFormat tsv{"tsv", "tab-separated values",
                      [](const WriteOptions& options, TextSink sink) -> std::unique_ptr<TableWriter> {
                        return std::make_unique<DelimitedWriter>('\t', put_field, options, std::move(sink));
                      }};
}  // namespace writers

}  // namespace topos
