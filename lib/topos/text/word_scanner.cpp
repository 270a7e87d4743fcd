// SPDX-License-Identifier: Apache-2.0
#include "topos/text/word_scanner.hpp"

#include <utility>

#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"

namespace topos {

bool WordScanner::next() noexcept {
  at_ = next_;
  if (at_ >= text_.size()) return false;
  next_ += ByteBlock::size;
  const ByteBlock block(text_, at_);
  words_ = block.where([&](const ByteBlock::Bytes& bytes) {
    return ByteBlock::is_letter(bytes) | ByteBlock::is_digit(bytes) | (bytes == joiner_);
  });
  unspaced_ = 0;
  begins_ = ~std::uint64_t{0};
  if (const std::size_t left = text_.size() - at_; left < ByteBlock::size) begins_ = (std::uint64_t{1} << left) - 1;
  beyond_ascii_ = block.beyond_ascii();
  if (beyond_ascii_ != 0) classify(block.continuations());
  return true;
}

void WordScanner::classify(std::uint64_t continuations) noexcept {
  const std::uint64_t there = begins_;
  begins_ &= ~continuations;
  words_ |= std::exchange(words_over_, 0);
  unspaced_ |= std::exchange(unspaced_over_, 0);
  for (std::uint64_t leads = beyond_ascii_ & begins_; leads != 0; leads &= leads - 1) {
    const std::size_t place = lowest_bit(leads);
    const CodePoint c = code_point_at(text_, at_ + place);
    const std::uint64_t bytes = (std::uint64_t{1} << c.size) - 1;
    // Not all bytes of the last character need be among these 64.
    const std::uint64_t over = place + c.size > ByteBlock::size ? bytes >> (ByteBlock::size - place) : 0;
    if (is_word_character(c.value)) {
      words_ |= bytes << place;
      words_over_ |= over;
    }
    if (is_unspaced(c.value)) {
      unspaced_ |= bytes << place;
      unspaced_over_ |= over;
    }
  }
  words_ &= there;
  unspaced_ &= there;
}

bool WordRuns::scan() noexcept {
  if (!scanner_.next()) return false;
  const std::uint64_t words = scanner_.words();
  const std::uint64_t before = words << 1 | word_before_;
  word_before_ = words >> 63;
  starts_ = words & ~before;
  ends_ = before & ~words;
  if (alone_ && (scanner_.unspaced() | unspaced_before_) != 0) part_unspaced(words & before);
  return true;
}

void WordRuns::part_unspaced(std::uint64_t inside) noexcept {
  const std::uint64_t unspaced = scanner_.unspaced();
  const std::uint64_t parted = inside & scanner_.begins() & (unspaced | unspaced << 1 | unspaced_before_);
  unspaced_before_ = unspaced >> 63;
  starts_ |= parted;
  ends_ |= parted;
}

}  // namespace topos
