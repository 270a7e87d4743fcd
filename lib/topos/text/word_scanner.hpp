// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topos {

/// Steps through a text 64 bytes at a time and tells which of them belong to words. All masks have one bit a byte, the
/// first byte's lowest; a character of several bytes has all its bits set or none.
class WordScanner {
 public:
  /// `joiner`: an ASCII character that counts as a letter. Domain: valid UTF-8, but for a character cut at the end.
  explicit WordScanner(std::string_view text, char joiner = 'a') noexcept
      : text_(text), joiner_(static_cast<std::uint8_t>(joiner)) {}

  /// Moves to the first or next 64 bytes, false at the end.
  bool next() noexcept;

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
  void classify(std::uint64_t continuations) noexcept;

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
  return static_cast<std::size_t>(std::countr_zero(bits));
}

/// The words of a text one after the other: runs of letters, marks and digits.
class WordRuns {
 public:
  /// What a character of a script without spaces is: a word by itself, or a letter like others.
  enum class Unspaced : bool { alone, joined };

  /// As WordScanner.
  WordRuns(std::string_view text, Unspaced unspaced, char joiner = 'a') noexcept
      : scanner_(text, joiner), size_(text.size()), alone_(unspaced == Unspaced::alone) {}

  /// The next word as [begin, end), false at the end.
  bool next(std::size_t& begin, std::size_t& end) noexcept {
    while (starts_ == 0)
      if (!scan()) return false;
    begin = scanner_.at() + lowest_bit(starts_);
    starts_ &= starts_ - 1;
    while (ends_ == 0)
      if (!scan()) return end = size_, true;
    end = scanner_.at() + lowest_bit(ends_);
    ends_ &= ends_ - 1;
    return true;
  }

 private:
  bool scan() noexcept;
  /// Parts characters of scripts without spaces from the word characters beside them.
  void part_unspaced(std::uint64_t inside) noexcept;

  WordScanner scanner_;
  std::size_t size_;
  bool alone_;
  std::uint64_t starts_ = 0;
  std::uint64_t ends_ = 0;
  std::uint64_t word_before_ = 0;      ///< whether a word reaches into the next 64 bytes
  std::uint64_t unspaced_before_ = 0;  ///< the same of a script without spaces
};

}  // namespace topos
