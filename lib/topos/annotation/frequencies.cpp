// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequencies.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>
#include <utility>

#include "topos/annotation/frequency_order.hpp"

namespace topos {
namespace {

/// Sorts as the number does.
void append_number(std::string& key, std::uint64_t number, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0;) key += static_cast<char>(number >> (8 * i) & 0xFF);
}

}  // namespace

Frequencies::Frequencies(const std::string& folder, std::size_t budget)
    : folder_(folder), budget_(budget), sums_(folder, budget / 4) {}

void Frequencies::add(DocumentFeatures document, const Table& table) {
  if (table_ != table) {
    hand_over();
    table_ = table;
    sums_.number_by(table);
  }
  for (DocumentFeatures::Group& one : document.groups) {
    const auto [at, added] = groups_.try_emplace(std::move(one.values));
    Group& group = at->second;
    if (added) group.number = static_cast<std::uint32_t>(groups_.size() - 1);
    group.words += one.words;
    const std::size_t before = group.features.bytes();
    group.features.add(std::move(one.counts));
    held_ += group.features.bytes() - before;
  }
  if (held_ > budget_ / 4) hand_over();
}

/// What the groups have in memory becomes records.
void Frequencies::hand_over() {
  for (auto& [values, group] : groups_) {
    group.features.each([&, number = group.number](FeatureId feature, const Frequency& frequency) {
      sums_.add(feature, {frequency, number});
    });
    group.features = {};
  }
  held_ = 0;
}

void Frequencies::rows(std::uint64_t least, std::uint64_t least_documents, const TakeRow& take) {
  const std::size_t most = most_rows();
  const bool fits = sums_.empty() && most <= std::numeric_limits<std::uint32_t>::max() &&
                    most * FrequencyOrder::bytes_per_row <= budget_ / 2;
  if (fits)
    held_rows(least, least_documents, take);
  else
    sorted_rows(least, least_documents, take);
}

/// At least as many as there are of what is in memory.
std::size_t Frequencies::most_rows() const noexcept {
  std::size_t rows = 0;
  for (const auto& [values, group] : groups_) rows += group.features.most();
  return rows;
}

void Frequencies::held_rows(std::uint64_t least, std::uint64_t least_documents, const TakeRow& take) {
  if (!table_) return;
  std::vector<GroupFacts> groups;
  for (const auto& [values, group] : groups_) groups.emplace_back(&values, group.words);
  // In the order of values, so that rows of one n and feature come in it, too.
  const auto each_row = [&](const auto& visit) {
    std::uint32_t rank = 0;
    for (const auto& [values, group] : groups_) {
      group.features.each([&](FeatureId feature, const Frequency& frequency) {
        if (frequency.n >= least && frequency.documents >= least_documents)
          visit(GroupFrequency{feature, rank, frequency});
      });
      ++rank;
    }
  };
  FrequencyOrder order(*table_);
  each_row([&](const GroupFrequency& row) { order.expect(row.feature); });
  order.begin();
  each_row([&](const GroupFrequency& row) { order.put(row); });
  for (auto& [values, group] : groups_) group.features = {};
  order.each([&](const GroupFrequency& row) {
    take({table_->text(row.feature), groups[row.group].first, groups[row.group].second, row.frequency});
  });
}

void Frequencies::sorted_rows(std::uint64_t least, std::uint64_t least_documents, const TakeRow& take) {
  hand_over();
  // The groups by their numbers, and the numbers in the order of values.
  std::vector<GroupFacts> groups(groups_.size());
  std::vector<std::uint32_t> ranks(groups_.size());
  std::uint32_t rank = 0;
  for (const auto& [values, group] : groups_) {
    groups[group.number] = {&values, group.words};
    ranks[group.number] = rank++;
  }
  SpillSorter order(folder_, budget_ / 4);
  std::string key;
  std::string record;
  const auto finish = [&](std::string_view feature, const Sum& sum) {
    if (sum.frequency.n < least || sum.frequency.documents < least_documents) return;
    key.clear();
    append_number(key, ~sum.frequency.n, sizeof sum.frequency.n);
    key.append(feature) += '\0';
    append_number(key, ranks[sum.group], sizeof rank);
    record.assign(reinterpret_cast<const char*>(&sum), sizeof sum).append(feature);
    order.add(key, record);
  };
  sums_.each([&](std::string_view feature, std::span<const Sum> sums) {
    for (std::size_t at = 0; at < sums.size();) {
      Sum sum = sums[at];
      for (++at; at < sums.size() && sums[at].group == sum.group; ++at) {
        sum.frequency.n += sums[at].frequency.n;
        sum.frequency.documents += sums[at].frequency.documents;
      }
      finish(feature, sum);
    }
  });
  table_.reset();
  order.drain([&](std::string_view bytes) {
    Sum sum;
    std::memcpy(&sum, bytes.data(), sizeof sum);
    take({bytes.substr(sizeof sum), groups[sum.group].first, groups[sum.group].second, sum.frequency});
    return true;
  });
}

}  // namespace topos
