// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequency_order.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <numeric>
#include <string_view>

namespace topos {
namespace {

/// A feature to be sorted by its text.
struct Named {
  std::uint64_t head = 0;  ///< the first bytes of its text: most are told apart by them
  FeatureId feature = 0;
};

std::uint64_t head_of(std::string_view text) noexcept {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

/// The features that occur, by their texts.
std::vector<Named> by_text(const std::vector<std::uint32_t>& rows_of, const FeatureTable& table) {
  std::vector<Named> named;
  named.reserve(rows_of.size());
  for (std::size_t i = 0; i < rows_of.size(); ++i)
    if (rows_of[i] > 0) named.push_back({head_of(table.text(static_cast<FeatureId>(i))), static_cast<FeatureId>(i)});
  std::sort(named.begin(), named.end(), [&table](const Named& a, const Named& b) {
    return a.head != b.head ? a.head < b.head : table.text(a.feature) < table.text(b.feature);
  });
  return named;
}

}  // namespace

void FrequencyOrder::begin() {
  std::uint32_t place = 0;
  for (const Named& one : by_text(places_, table_)) {
    const std::uint32_t size = places_[one.feature];
    places_[one.feature] = place;
    place += size;
  }
  rows_.resize(place);
}

/// Sorts the rows' places by digits of falling n, the lowest first, so that those of the same n stay as they stand.
std::vector<std::uint32_t> FrequencyOrder::by_n() const {
  constexpr int digit_bits = 11;
  constexpr std::uint64_t digit_mask = (std::uint64_t{1} << digit_bits) - 1;
  std::vector<std::uint32_t> order(rows_.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::uint32_t> sorted(rows_.size());
  std::uint64_t most = 0;
  for (const GroupFrequency& row : rows_) most = std::max(most, row.frequency.n);
  const int bits = static_cast<int>(std::bit_width(most));
  for (int shift = 0; shift < bits; shift += digit_bits) {
    const auto digit_of = [shift](const GroupFrequency& row) { return ~(row.frequency.n >> shift) & digit_mask; };
    std::array<std::uint32_t, digit_mask + 1> places{};
    for (const GroupFrequency& row : rows_) ++places.data()[digit_of(row)];
    std::exclusive_scan(places.begin(), places.end(), places.begin(), std::uint32_t{0});
    for (const std::uint32_t at : order) sorted.data()[places.data()[digit_of(rows_.data()[at])]++] = at;
    order.swap(sorted);
  }
  return order;
}

}  // namespace topos
