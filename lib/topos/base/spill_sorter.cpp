// SPDX-License-Identifier: Apache-2.0
#include "topos/base/spill_sorter.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <queue>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

/// Runs merged at a time: bounds open files and buffers, whatever is sorted.
constexpr std::size_t fan_in = 16;
constexpr std::size_t block = 64 * 1024;

/// The first eight bytes of a key as a number that is ordered as they are, zero bytes beyond its end.
std::uint64_t head_of(std::string_view key) noexcept {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return head;
}

}  // namespace

/// Writes length-prefixed records.
class SpillSorter::RunWriter {
 public:
  explicit RunWriter(const std::string& folder) : run_{std::make_unique<TemporaryFile>(folder), 0, 0} {}
  void put(std::string_view key, std::string_view record) {
    const std::uint32_t sizes[2] = {static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(record.size())};
    char head[sizeof sizes];
    std::memcpy(head, sizes, sizeof sizes);
    buffer_.append(head, sizeof head).append(key).append(record);
    if (buffer_.size() >= block) flush();
  }
  Run finish(unsigned level) {
    flush();
    run_.level = level;
    return std::move(run_);
  }

 private:
  void flush() {
    run_.file->append(buffer_);
    run_.size += buffer_.size();
    buffer_.clear();
  }
  Run run_;
  std::string buffer_;
};

/// Reads them back, one at a time.
class SpillSorter::RunReader {
 public:
  explicit RunReader(const Run& run) : run_(run) {}
  bool next() {
    std::uint32_t sizes[2] = {0, 0};
    if (!fill(sizeof sizes)) return false;
    std::memcpy(sizes, buffer_.data() + at_, sizeof sizes);
    at_ += sizeof sizes;
    if (!fill(std::size_t{sizes[0]} + sizes[1])) throw Error(Errc::io, "a temporary file has become shorter");
    key_ = std::string_view(buffer_).substr(at_, sizes[0]);
    record_ = std::string_view(buffer_).substr(at_ + sizes[0], sizes[1]);
    at_ += std::size_t{sizes[0]} + sizes[1];
    return true;
  }
  [[nodiscard]] std::string_view key() const noexcept { return key_; }
  [[nodiscard]] std::string_view record() const noexcept { return record_; }

 private:
  /// Sees to it that `size` bytes lie at at_; false at the end of the run.
  bool fill(std::size_t size) {
    if (buffer_.size() - at_ >= size) return true;
    buffer_.erase(0, at_);
    at_ = 0;
    while (buffer_.size() < size) {
      const std::size_t held = buffer_.size();
      const std::uint64_t left = run_.size - offset_;
      if (left == 0) return false;
      buffer_.resize(held + static_cast<std::size_t>(std::min<std::uint64_t>(left, std::max(block, size - held))));
      const std::size_t got = run_.file->read(offset_, buffer_.data() + held, buffer_.size() - held);
      if (got == 0) throw Error(Errc::io, "a temporary file has become shorter");
      buffer_.resize(held + got);
      offset_ += got;
    }
    return true;
  }
  const Run& run_;
  std::uint64_t offset_ = 0;
  std::string buffer_;
  std::size_t at_ = 0;
  std::string_view key_;
  std::string_view record_;
};

SpillSorter::SpillSorter(std::string folder, std::size_t budget) : folder_(std::move(folder)), budget_(budget) {}
SpillSorter::~SpillSorter() = default;

void SpillSorter::add(std::string_view key, std::string_view record) {
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  if (key.size() > most || record.size() > most)
    throw Error(Errc::too_large, "a record of 4 GiB or more cannot be sorted");
  const std::size_t held = bytes_.size() + items_.size() * sizeof(Item);
  if (!items_.empty() && held + key.size() + record.size() + sizeof(Item) > budget_) spill();
  items_.push_back(
      {head_of(key), bytes_.size(), static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(record.size())});
  bytes_.append(key).append(record);
}

void SpillSorter::sort_items() {
  const std::string_view bytes = bytes_;
  std::sort(items_.begin(), items_.end(), [bytes](const Item& a, const Item& b) {
    if (a.head != b.head) return a.head < b.head;
    const int order = bytes.substr(a.begin, a.key_size).compare(bytes.substr(b.begin, b.key_size));
    return order != 0 ? order < 0 : a.begin < b.begin;
  });
}

void SpillSorter::spill() {
  sort_items();
  RunWriter writer(folder_);
  const std::string_view bytes = bytes_;
  for (const Item& item : items_)
    writer.put(bytes.substr(item.begin, item.key_size), bytes.substr(item.begin + item.key_size, item.record_size));
  runs_.push_back(writer.finish(0));
  items_.clear();
  bytes_.clear();
  merge_level();
}

void SpillSorter::merge_level() {
  // Only runs of one level are merged, so that no record is copied more often than there are levels.
  while (runs_.size() >= fan_in) {
    const auto first = runs_.end() - static_cast<std::ptrdiff_t>(fan_in);
    const unsigned level = runs_.back().level;
    if (first->level != level) return;
    RunWriter writer(folder_);
    merge(first, runs_.end(), [&](std::string_view key, std::string_view record) {
      writer.put(key, record);
      return true;
    });
    runs_.erase(first, runs_.end());
    runs_.push_back(writer.finish(level + 1));
  }
}

void SpillSorter::merge(std::vector<Run>::iterator begin, std::vector<Run>::iterator end,
                        const std::function<bool(std::string_view key, std::string_view record)>& take) {
  std::vector<std::unique_ptr<RunReader>> readers;
  for (auto run = begin; run != end; ++run) readers.push_back(std::make_unique<RunReader>(*run));
  const auto later = [&](std::size_t a, std::size_t b) {
    const int order = readers[a]->key().compare(readers[b]->key());
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> queue(later);
  for (std::size_t i = 0; i < readers.size(); ++i)
    if (readers[i]->next()) queue.push(i);
  while (!queue.empty()) {
    const std::size_t first = queue.top();
    queue.pop();
    if (!take(readers[first]->key(), readers[first]->record())) return;
    if (readers[first]->next()) queue.push(first);
  }
}

void SpillSorter::drain(const std::function<bool(std::string_view record)>& take) {
  if (!runs_.empty()) {
    if (!items_.empty()) spill();
    merge(runs_.begin(), runs_.end(), [&](std::string_view, std::string_view record) { return take(record); });
  } else {
    sort_items();
    const std::string_view bytes = bytes_;
    for (const Item& item : items_)
      if (!take(bytes.substr(item.begin + item.key_size, item.record_size))) break;
  }
  runs_.clear();
  items_.clear();
  bytes_.clear();
}

}  // namespace topos
