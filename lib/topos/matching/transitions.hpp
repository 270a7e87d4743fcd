// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace topos {

/// Where an automaton goes from a state with a symbol: a hash table with open addressing.
class Transitions {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  Transitions() { clear(); }
  /// The state that follows, or `none`.
  [[nodiscard]] std::uint32_t find(std::uint32_t state, std::uint32_t symbol) const noexcept {
    return slots_.data()[slot_of(state, symbol)].to;
  }
  /// Domain: find(state, symbol) == none; `to` != none.
  void add(std::uint32_t state, std::uint32_t symbol, std::uint32_t to) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    slots_[slot_of(state, symbol)] = {state, symbol, to};
    ++size_;
  }
  void clear() {
    slots_.assign(std::size_t{1} << 10, Slot{});
    shift_ = 54;
    size_ = 0;
  }
  [[nodiscard]] std::size_t memory() const noexcept { return slots_.size() * sizeof(Slot); }

 private:
  struct Slot {
    std::uint32_t state = 0;
    std::uint32_t symbol = 0;
    std::uint32_t to = none;
  };
  [[nodiscard]] std::size_t slot_of(std::uint32_t state, std::uint32_t symbol) const noexcept {
    const Slot* const slots = slots_.data();
    std::size_t at = (((std::uint64_t{state} << 32) | symbol) * 0x9E3779B97F4A7C15U) >> shift_;
    // One test for both: either alone would be guessed wrong too often.
    while (slots[at].to != none && ((slots[at].state ^ state) | (slots[at].symbol ^ symbol)) != 0)
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.size() * 2, Slot{});
    --shift_;
    for (const Slot& slot : old)
      if (slot.to != none) slots_[slot_of(slot.state, slot.symbol)] = slot;
  }

  std::vector<Slot> slots_;
  int shift_ = 0;  ///< 64 less the bits of a slot's number
  std::size_t size_ = 0;
};

}  // namespace topos
