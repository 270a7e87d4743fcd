// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace topos {

/// Number of a feature, such as a folded word form, dense from 0. Which number a feature gets depends on the threads.
using FeatureId = std::uint32_t;

/// The features of a run, each once: what workers with vocabularies of their own agree on. Thread-safe.
/// Invariant: open addressing over hashes with a secret seed, at most half of the slots in use.
class FeatureTable {
 public:
  FeatureTable();
  /// The number of `feature`; a new one if it was not seen before. Cost: one lock and one look-up, so ask once per
  /// type.
  [[nodiscard]] FeatureId id_of(std::string_view feature);
  /// The numbers of many features. Cost: one lock; what one look-up needs is fetched from memory during others.
  /// Domain: `ids` is as long as `features`.
  void ids_of(std::span<const std::string_view> features, std::span<FeatureId> ids);
  /// Domain: `id` came from id_of, and no thread asks for numbers any more.
  [[nodiscard]] std::string_view text(FeatureId id) const noexcept { return texts_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
  /// Calls visit(text, count) for each of `counts`, while other threads may ask for numbers. `visit` must not.
  template <class Counts, class Visit>
  void each_text(const Counts& counts, const Visit& visit) {
    const std::lock_guard guard(lock_);
    for (const auto& count : counts) visit(texts_[count.feature], count);
  }
  /// Memory that the features take, about.
  [[nodiscard]] std::size_t bytes() {
    const std::lock_guard guard(lock_);
    return held_ + slots_.capacity() * sizeof(Slot) + texts_.capacity() * sizeof(std::string_view);
  }

 private:
  static constexpr FeatureId none = ~FeatureId{0};
  struct Slot {
    std::uint32_t hash = 0;
    FeatureId id = none;
  };

  [[nodiscard]] std::uint32_t hash_of(std::string_view feature) const noexcept;
  [[nodiscard]] std::size_t place(std::uint32_t hash) const noexcept { return hash >> shift_; }
  FeatureId find(std::string_view feature, std::uint32_t hash);
  [[nodiscard]] std::string_view keep(std::string_view feature);
  void make_room(std::size_t more);

  std::mutex lock_;
  std::uint64_t seed_;  ///< secret, so that no one can choose features whose search begins in one place
  std::vector<Slot> slots_;
  int shift_ = 0;
  std::vector<std::string_view> texts_;          ///< by number
  std::vector<std::unique_ptr<char[]>> blocks_;  ///< the bytes of texts; a block never moves
  char* free_ = nullptr;                         ///< in the last block
  std::size_t left_ = 0;                         ///< bytes behind it
  std::size_t held_ = 0;                         ///< bytes of blocks
};

/// The table that features are numbered by at present: where a run meets more features than fit into memory, another
/// one takes its place, and what is numbered by the old one keeps it alive. Thread-safe.
class FeatureTables {
 public:
  [[nodiscard]] std::shared_ptr<FeatureTable> current() {
    const std::lock_guard guard(lock_);
    return current_;
  }
  /// Begins a new table if this one takes more than `most` bytes. Whether it did.
  bool renew(std::size_t most) {
    const std::lock_guard guard(lock_);
    if (current_->bytes() <= most) return false;
    current_ = std::make_shared<FeatureTable>();
    return true;
  }

 private:
  std::mutex lock_;
  std::shared_ptr<FeatureTable> current_ = std::make_shared<FeatureTable>();
};

}  // namespace topos
