// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace topos {

/// Which number came first with a key: an open table of fixed size, filled for one document and cleared for the next.
class FirstHolders {
 public:
  static constexpr std::uint32_t nobody = ~std::uint32_t{0};

  /// Forgets all. `most`: how many keys will be put at most.
  void clear(std::size_t most) {
    slots_.assign(std::bit_ceil(2 * most + 1), {});
    mask_ = slots_.size() - 1;
  }
  /// Who holds `key`, or nobody. Domain: keys are hashes, as evenly spread as these are.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const { return slots_[slot_of(key)].holder; }
  /// Whoever holds `key` already, or `holder` from now on.
  std::uint32_t put(std::uint64_t key, std::uint32_t holder) {
    Slot& slot = slots_[slot_of(key)];
    if (slot.holder == nobody) slot = {key, holder};
    return slot.holder;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t holder = nobody;
  };
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    std::size_t at = key & mask_;
    while (slots_[at].holder != nobody && slots_[at].key != key) at = (at + 1) & mask_;
    return at;
  }

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
};

}  // namespace topos
