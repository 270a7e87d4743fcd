// SPDX-License-Identifier: Apache-2.0
#include "topos/text/word_scanner.hpp"

#include <utility>

#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"

namespace topos {

void WordScanner::classify(const ByteBlock& block) noexcept {
  const std::uint64_t there = begins_;
  beyond_ascii_ = block.beyond_ascii();
  begins_ &= ~block.continuations();
  words_ |= std::exchange(words_over_, 0);
  unspaced_ |= std::exchange(unspaced_over_, 0);
  // Not all bytes of the last character need be among these 64.
  const auto add = [](std::uint64_t leads, std::uint32_t size, std::uint64_t& bytes, std::uint64_t& over) {
    bytes |= leads;
    for (std::uint32_t i = 1; i < size; ++i) {
      bytes |= leads << i;
      over |= leads >> (ByteBlock::size - i);
    }
  };
  const std::uint64_t cyrillic = block.where(ByteBlock::begins_cyrillic);
  const std::uint64_t han = block.where(ByteBlock::begins_han);
  add(cyrillic, 2, words_, words_over_);
  add(han, 3, words_, words_over_);
  add(han, 3, unspaced_, unspaced_over_);
  for (std::uint64_t leads = beyond_ascii_ & begins_ & ~cyrillic & ~han; leads != 0; leads &= leads - 1) {
    const std::size_t place = lowest_bit(leads);
    const CodePoint c = code_point_at(text_, at_ + place);
    const std::uint64_t bytes = (std::uint64_t{1} << c.size) - 1;
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

bool WordRuns::next() noexcept {
  if (!scanner_.next()) {
    // The last word of a text that ends with its last 64 bytes ends behind them.
    starts_ = 0;
    ends_ = std::exchange(word_before_, 0);
    return ends_ != 0;
  }
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
