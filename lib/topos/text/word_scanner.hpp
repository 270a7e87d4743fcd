// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "topos/text/byte_block.hpp"

namespace topos {

/// Steps through a text 64 bytes at a time and tells which of them belong to words. All masks have one bit a byte, the
/// first byte's lowest; a character of several bytes has all its bits set or none.
class WordScanner {
 public:
  /// `joiner`: an ASCII character that counts as a letter. Domain: valid UTF-8, but for a character cut at the end.
  explicit WordScanner(std::string_view text, char joiner = 'a') noexcept
      : text_(text), joiner_(static_cast<std::uint8_t>(joiner)) {}

  /// Moves to the first or next 64 bytes, false at the end.
  bool next() noexcept {
    at_ = next_;
    if (at_ >= text_.size()) return false;
    next_ += ByteBlock::size;
    const ByteBlock block(text_, at_);
    words_ = block.where(
        [](const ByteBlock::Bytes& bytes) { return ByteBlock::is_letter(bytes) | ByteBlock::is_digit(bytes); });
    if (joiner_ != 'a') words_ |= block.where([&](const ByteBlock::Bytes& bytes) { return bytes == joiner_; });
    unspaced_ = 0;
    begins_ = ~std::uint64_t{0};
    if (next_ > text_.size()) begins_ >>= next_ - text_.size();
    beyond_ascii_ = 0;
    if (!block.is_ascii()) classify(block);
    return true;
  }

  /// Where these 64 bytes begin.
  [[nodiscard]] std::size_t at() const noexcept { return at_; }
  /// The first byte of each character.
  [[nodiscard]] std::uint64_t begins() const noexcept { return begins_; }
  /// Letters, marks, digits and the joiner.
  [[nodiscard]] std::uint64_t words() const noexcept { return words_; }
  /// Characters of scripts without spaces between words.
  [[nodiscard]] std::uint64_t unspaced() const noexcept { return unspaced_; }
  [[nodiscard]] std::uint64_t beyond_ascii() const noexcept { return beyond_ascii_; }

 private:
  void classify(const ByteBlock& block) noexcept;

  std::string_view text_;
  std::uint8_t joiner_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  std::uint64_t begins_ = 0;
  std::uint64_t words_ = 0;
  std::uint64_t unspaced_ = 0;
  std::uint64_t beyond_ascii_ = 0;
  std::uint64_t words_over_ = 0;     ///< bits of a character that goes on in the next 64 bytes
  std::uint64_t unspaced_over_ = 0;  ///< the same among `unspaced_`
};

/// The place of the lowest bit. Domain: bits != 0.
[[nodiscard]] inline std::size_t lowest_bit(std::uint64_t bits) noexcept {
  // std::countr_zero would ask each time whether there is a bit.
  return static_cast<std::size_t>(__builtin_ctzll(bits));
}

/// The place of the lowest bit, which is taken away. Domain: bits != 0.
inline std::size_t take_lowest_bit(std::uint64_t& bits) noexcept {
  const std::size_t place = lowest_bit(bits);
  bits &= bits - 1;
  return place;
}

/// Where the words of a text begin and end, 64 bytes at a time: runs of letters, marks and digits.
class WordRuns {
 public:
  /// What a character of a script without spaces is: a word by itself, or a letter like others.
  enum class Unspaced : bool { alone, joined };

  /// As WordScanner.
  WordRuns(std::string_view text, Unspaced unspaced, char joiner = 'a') noexcept
      : scanner_(text, joiner), alone_(unspaced == Unspaced::alone) {}

  /// Moves to the first or next 64 bytes, or behind a text that ends with a word; false when there is nothing more.
  bool next() noexcept;
  [[nodiscard]] std::size_t at() const noexcept { return scanner_.at(); }
  /// Where words begin and end among these bytes. The first end is that of a word that began before them if there is
  /// one.
  [[nodiscard]] std::uint64_t starts() const noexcept { return starts_; }
  [[nodiscard]] std::uint64_t ends() const noexcept { return ends_; }

  /// Calls `each(begin, end)` for every word in text order.
  template <typename Each>
  void for_each(Each&& each) {
    std::size_t begin = 0;
    bool open = false;
    while (next()) {
      std::uint64_t starts = starts_;
      std::uint64_t ends = ends_;
      while (ends != 0) {
        if (!open) begin = at() + take_lowest_bit(starts);
        open = false;
        each(begin, at() + take_lowest_bit(ends));
      }
      if (starts == 0) continue;
      begin = at() + lowest_bit(starts);
      open = true;
    }
  }

 private:
  /// Parts characters of scripts without spaces from the word characters beside them.
  void part_unspaced(std::uint64_t inside) noexcept;

  WordScanner scanner_;
  bool alone_;
  std::uint64_t starts_ = 0;
  std::uint64_t ends_ = 0;
  std::uint64_t word_before_ = 0;      ///< whether a word reaches into the next 64 bytes
  std::uint64_t unspaced_before_ = 0;  ///< the same of a script without spaces
};

}  // namespace topos
