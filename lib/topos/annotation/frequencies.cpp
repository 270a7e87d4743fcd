// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/frequencies.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace topos {
namespace {

constexpr std::size_t at_a_time = 4096;  // other threads ask for numbers meanwhile

/// What one group has of one feature, as a record.
struct Sum {
  Frequency frequency;
  std::uint32_t group = 0;
};

/// Sorts as the number does.
void append_number(std::string& key, std::uint64_t number, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0;) key += static_cast<char>(number >> (8 * i) & 0xFF);
}

void make_record(std::string& record, std::string_view feature, const Sum& sum) {
  record.assign(reinterpret_cast<const char*>(&sum), sizeof sum).append(feature);
}

std::pair<Sum, std::string_view> read_record(std::string_view record) {
  Sum sum;
  std::memcpy(&sum, record.data(), sizeof sum);
  return {sum, record.substr(sizeof sum)};
}

}  // namespace

/// Of a feature behind the array.
Frequency& FeatureFrequencies::beyond(FeatureId feature) {
  const auto [found, added] = sparse_.try_emplace(feature);
  if (added) ++held_;
  // An array four times as long as what it holds takes no more than a hash table.
  if (!added || feature / 2 > held_) return found->second;
  dense_.resize(std::max<std::size_t>(feature + std::size_t{1}, 2 * dense_.size()));
  for (auto at = sparse_.begin(); at != sparse_.end();) {
    if (at->first >= dense_.size()) {
      ++at;
      continue;
    }
    dense_[at->first] = at->second;
    at = sparse_.erase(at);
  }
  return dense_[feature];
}

std::size_t FeatureFrequencies::bytes() const noexcept {
  constexpr std::size_t node = 48;
  return dense_.capacity() * sizeof(Frequency) + sparse_.size() * node;
}

Frequencies::Frequencies(const std::string& folder, std::size_t budget) : folder_(folder), budget_(budget), sums_(folder, budget / 4) {}

void Frequencies::add(const DocumentFeatures& document, const Table& table) {
  if (table_ != table) {
    spill();
    table_ = table;
  }
  for (const DocumentFeatures::Group& one : document.groups) {
    const auto [at, added] = groups_.try_emplace(one.values);
    Group& group = at->second;
    if (added) group.number = static_cast<std::uint32_t>(groups_.size() - 1);
    group.words += one.words;
    const std::size_t before = group.features.bytes();
    for (const FeatureCount& count : one.counts) {
      Frequency& frequency = group.features[count.feature];
      frequency.n += count.n;
      ++frequency.documents;
    }
    held_ += group.features.bytes() - before;
  }
  if (held_ > budget_ / 4) spill();
}

void Frequencies::spill() {
  if (!table_) return;
  struct Item {
    FeatureId feature;
    Frequency frequency;
  };
  std::vector<Item> items;
  std::string key;
  std::string record;
  for (auto& [values, group] : groups_) {
    const auto flush = [&, number = group.number] {
      table_->each_text(items, [&](std::string_view feature, const Item& item) {
        key.assign(feature) += '\0';
        append_number(key, number, sizeof number);
        make_record(record, feature, {item.frequency, number});
        sums_.add(key, record);
      });
      items.clear();
    };
    group.features.each([&](FeatureId feature, const Frequency& frequency) {
      items.push_back({feature, frequency});
      if (items.size() == at_a_time) flush();
    });
    flush();
    group.features = {};
  }
  held_ = 0;
}

void Frequencies::rows(std::uint64_t least, std::uint64_t least_documents, const std::function<void(const FrequencyRow&)>& take) {
  spill();
  table_.reset();
  // The groups by their numbers, and the numbers in the order of values.
  std::vector<std::pair<const std::vector<std::string>*, std::uint64_t>> groups(groups_.size());
  std::vector<std::uint32_t> ranks(groups_.size());
  std::uint32_t rank = 0;
  for (const auto& [values, group] : groups_) {
    groups[group.number] = {&values, group.words};
    ranks[group.number] = rank++;
  }
  SpillSorter order(folder_, budget_ / 4);
  std::string key;
  std::string record;
  std::string feature;
  Sum sum;
  const auto finish = [&] {
    if (sum.frequency.n == 0 || sum.frequency.n < least || sum.frequency.documents < least_documents) return;
    key.clear();
    append_number(key, ~sum.frequency.n, sizeof sum.frequency.n);
    key.append(feature) += '\0';
    append_number(key, ranks[sum.group], sizeof rank);
    make_record(record, feature, sum);
    order.add(key, record);
  };
  sums_.drain([&](std::string_view bytes) {
    const auto [next, text] = read_record(bytes);
    if (next.group == sum.group && text == feature) {
      sum.frequency.n += next.frequency.n;
      sum.frequency.documents += next.frequency.documents;
    } else {
      finish();
      sum = next;
      feature = text;
    }
    return true;
  });
  finish();
  order.drain([&](std::string_view bytes) {
    const auto [last, text] = read_record(bytes);
    take({text, groups[last.group].first, groups[last.group].second, last.frequency});
    return true;
  });
}

}  // namespace topos
