// SPDX-License-Identifier: Apache-2.0
#include "row_order.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "topos/report/row_bytes.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t budget = std::size_t{32} << 20;

}  // namespace

RowOrder::RowOrder(Choices choices, std::string folder, Out out)
    : choices_(choices), out_(std::move(out)), waiting_(std::move(folder), budget) {}

bool RowOrder::before(const Drawn& a, const Drawn& b) noexcept {
  return std::tie(a.row.draw, a.number) < std::tie(b.row.draw, b.number);
}

bool RowOrder::add(OrderedRow row) {
  ++taken_;
  if (choices_.random > 0) {
    draw(std::move(row));
    return true;
  }
  if (!choices_.sorted && released_) return hand_over(std::move(row.cells));
  keep(row);
  return choices_.sorted || choices_.limit == 0 || taken_ < choices_.limit || !released_;
}

void RowOrder::release() {
  if (released_) return;
  released_ = true;
  if (choices_.sorted || choices_.random > 0) return;
  waiting_.drain([&](std::string_view bytes) { return hand_over(unpack_row(bytes)); });
}

void RowOrder::finish() {
  released_ = true;
  std::sort(drawn_.begin(), drawn_.end(),
            [&](const Drawn& a, const Drawn& b) { return choices_.sorted ? a.number < b.number : before(a, b); });
  for (Drawn& one : drawn_) {
    if (choices_.sorted)
      keep(one.row);
    else if (!hand_over(std::move(one.row.cells)))
      break;
  }
  drawn_.clear();
  waiting_.drain([&](std::string_view bytes) { return hand_over(unpack_row(bytes)); });
}

void RowOrder::draw(OrderedRow row) {
  drawn_.push_back({taken_, std::move(row)});
  std::push_heap(drawn_.begin(), drawn_.end(), before);
  if (drawn_.size() <= choices_.random) return;
  std::pop_heap(drawn_.begin(), drawn_.end(), before);
  drawn_.pop_back();
}

void RowOrder::keep(const OrderedRow& row) {
  std::string bytes;
  pack_row(row.cells, bytes);
  waiting_.add(choices_.sorted ? std::string_view(row.key) : std::string_view(), bytes);
}

bool RowOrder::hand_over(std::vector<Cell> cells) {
  if (choices_.limit > 0 && given_ == choices_.limit) return false;
  out_(std::move(cells));
  ++given_;
  return choices_.limit == 0 || given_ < choices_.limit;
}

}  // namespace topos::cli
