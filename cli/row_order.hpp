// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "topos/base/spill_sorter.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// A row with what decides about its place.
struct OrderedRow {
  std::vector<Cell> cells;
  std::string key;         ///< of --sort
  std::uint64_t draw = 0;  ///< of --random: those with the smallest are taken
};

/// Brings rows into the order that was asked for: that of the input, sorted, or drawn at random. Memory is bounded.
class RowOrder {
 public:
  struct Choices {
    bool sorted = false;
    std::uint64_t random = 0;  ///< rows to draw; 0: all
    std::uint64_t limit = 0;   ///< rows to hand over at most; 0: all
  };
  using Out = std::function<void(std::vector<Cell> cells)>;

  /// `folder`: where rows wait that memory does not hold.
  RowOrder(Choices choices, std::string folder, Out out);
  /// Takes a row; hands it over at once if nothing has to be waited for. False when no further row is wanted.
  bool add(OrderedRow row);
  /// Rows need not be held back any longer: until then the command may still fail with nothing written.
  void release();
  /// Hands over what waits.
  void finish();

 private:
  struct Drawn {
    std::uint64_t number = 0;
    OrderedRow row;
  };
  static bool before(const Drawn& a, const Drawn& b) noexcept;

  void draw(OrderedRow row);
  void keep(const OrderedRow& row);
  bool hand_over(std::vector<Cell> cells);

  Choices choices_;
  Out out_;
  SpillSorter waiting_;
  std::vector<Drawn> drawn_;  ///< a heap, its largest draw first
  std::uint64_t taken_ = 0;
  std::uint64_t given_ = 0;
  bool released_ = false;
};

}  // namespace topos::cli
