// SPDX-License-Identifier: Apache-2.0
#include "topos/text/folded_block.hpp"

#include "topos/text/code_points.hpp"
#include "topos/text/paragraph_bytes.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr bool is_dropped(char32_t c) noexcept {
  return c == U'*' || c == U'_' || c == U'#' || c == U'"' || c == U'“' || c == U'”' || c == U'«' || c == U'»' ||
         c == U'„' || c == 0xAD || c == U'`' || c == U'>';
}

char32_t plain(char32_t c) noexcept {
  if (c == U'’' || c == U'ʼ' || c == U'‘') return U'\'';
  if (c >= 0x2010 && c <= 0x2015) return U'-';
  return fold_case(c);
}

/// Whether what begins with `byte` may be folded 64 bytes at a time: ASCII, and the small letters of Russian but ё.
bool may_be_common(char byte) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x80 || (value & 0xFE) == 0xD0;
}

/// The bytes of small letters from а to я, both of each.
std::uint64_t small_cyrillic(const ByteBlock& block) noexcept {
  using Bytes = ByteBlock::Bytes;
  const std::uint64_t first = block.where([](const Bytes& bytes) { return bytes == std::uint8_t{0xD0}; });
  const std::uint64_t second = block.where([](const Bytes& bytes) { return bytes == std::uint8_t{0xD1}; });
  const std::uint64_t behind_first = block.where([](const Bytes& bytes) { return (bytes & 0xF0) == 0xB0; });
  const std::uint64_t behind_second = block.where([](const Bytes& bytes) { return (bytes & 0xF0) == 0x80; });
  const std::uint64_t begins = (first & behind_first >> 1) | (second & behind_second >> 1);
  return begins | begins << 1;
}

}  // namespace

FoldedBlock::FoldedBlock(std::string_view block, std::size_t limit) noexcept {
  std::size_t at = 0;
  while (at < block.size() && size_ < limit) {
    if (block.size() - at >= 8 && may_be_common(block[at])) {
      const std::size_t folded = fold_common(block, at, limit);
      at += folded;
      if (folded != 0) continue;
    }
    const std::size_t folded = fold_cyrillic(block, at, limit);
    at += folded != 0 ? folded : fold_character(block, at);
  }
  cut_ = at < block.size();
  std::memset(bytes_.data() + size_, 0, sizeof(std::uint64_t));
}

/// Folds what begins at `at` and is only letters of ASCII, small ones of Russian, marks that stay and single blanks, up
/// to 64 bytes; returns how many.
std::size_t FoldedBlock::fold_common(std::string_view block, std::size_t at, std::size_t limit) noexcept {
  const ByteBlock bytes(block, at);
  const std::uint64_t blanks =
      bytes.where([](const auto& some) { return (some == ' ') | ByteBlock::is_control_blank(some); });
  const std::uint64_t blank_before = blanks << 1 | std::uint64_t{space_ || size_ == 0};
  std::uint64_t beyond = bytes.beyond_ascii();
  if (beyond != 0) beyond &= ~small_cyrillic(bytes);
  const std::uint64_t others = beyond | bytes.where(is_dropped_byte) | (blanks & blank_before);
  const std::size_t plain_run = others == 0 ? ByteBlock::size : lowest_bit(others);
  if (plain_run == 0) return 0;
  put_space();
  std::size_t run = std::min({plain_run, block.size() - at, limit > size_ ? limit - size_ : 1});
  // The limit may lie within a letter.
  if (run < plain_run && run < block.size() - at && (static_cast<unsigned char>(block[at + run]) & 0xC0) == 0x80) ++run;
  bytes.store_folded(bytes_.data() + size_);
  size_ += run;
  // A blank is written when something follows it.
  space_ = (blanks >> (run - 1) & 1) != 0;
  if (space_) --size_;
  return run;
}

/// Folds the Russian letters from `at` on; returns how many bytes they have.
std::size_t FoldedBlock::fold_cyrillic(std::string_view block, std::size_t at, std::size_t limit) noexcept {
  const std::size_t first = at;
  for (; at + 1 < block.size() && size_ < limit; at += 2) {
    const auto lead = static_cast<unsigned char>(block[at]);
    char32_t c = (lead & 0x1FU) << 6 | (static_cast<unsigned char>(block[at + 1]) & 0x3FU);
    if ((lead & 0xFE) != 0xD0 || c < U'А' || c > U'я') break;
    if (at == first) put_space();
    if (c < U'а') c += 32;
    bytes_[size_++] = static_cast<char>(0xC0 | c >> 6);
    bytes_[size_++] = static_cast<char>(0x80 | (c & 0x3F));
  }
  return at - first;
}

std::size_t FoldedBlock::fold_character(std::string_view block, std::size_t at) noexcept {
  const CodePoint c = code_point_at(block, at);
  if (is_blank(c.value)) {
    space_ = size_ != 0;
  } else if (!is_dropped(c.value)) {
    put_space();
    put(plain(c.value));
  }
  return c.size;
}

void FoldedBlock::put_space() noexcept {
  if (space_) bytes_[size_++] = ' ';
  space_ = false;
}

void FoldedBlock::put(char32_t c) noexcept {
  const auto byte = [&](char32_t value) { bytes_[size_++] = static_cast<char>(static_cast<unsigned char>(value)); };
  const auto tail = [&](unsigned shift) { byte(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      byte(0xE0 | c >> 12);
    } else {
      byte(0xF0 | c >> 18);
      tail(12);
    }
    tail(6);
  }
  tail(0);
}

bool keeps_letters_together(std::string_view block) noexcept {
  for (std::size_t at = 0; true; at += ByteBlock::size) {
    const ParagraphBytes bytes = next_marked_bytes(block, at);
    if (at >= block.size()) return true;
    std::uint64_t dropped = bytes.dropped;
    if (bytes.beyond != 0) {
      const std::uint64_t marks = bytes.marks();
      if ((bytes.beyond & ~ParagraphBytes::whole(marks)) != 0) return false;
      dropped |= ParagraphBytes::whole(marks & bytes.quotes >> 2);
    }
    if (dropped != 0) {
      // Adding the first byte of a run to it sets the bit behind it.
      const bool behind_word = at > 0 && is_word_character(static_cast<unsigned char>(block[at - 1]));
      const std::uint64_t first = dropped & (bytes.words << 1 | std::uint64_t{behind_word});
      const std::uint64_t sum = dropped + first;
      if (sum < dropped || (sum & ~dropped & bytes.words) != 0) return false;
    }
    if (block.size() - at <= ByteBlock::size) return true;
  }
}

}  // namespace topos
