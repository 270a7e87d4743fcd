// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "topos/base/hash.hpp"

namespace topos {

/// Number of a feature, such as a folded word form, dense from 0. Which number a feature gets depends on the threads.
using FeatureId = std::uint32_t;

/// The features of a run, each once: what workers with vocabularies of their own agree on. Thread-safe.
class FeatureTable {
 public:
  /// The number of `feature`; a new one if it was not seen before. Cost: one lock and one look-up, so ask once per
  /// type.
  [[nodiscard]] FeatureId id_of(std::string_view feature);
  /// Domain: `id` came from id_of, and no thread asks for numbers any more.
  [[nodiscard]] std::string_view text(FeatureId id) const noexcept { return texts_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
  /// Calls visit(text, count) for each of `counts`, while other threads may ask for numbers. `visit` must not.
  template <class Counts, class Visit>
  void each_text(const Counts& counts, const Visit& visit) {
    const std::lock_guard guard(lock_);
    for (const auto& count : counts) visit(std::string_view(texts_[count.feature]), count);
  }
  /// Memory that the features take, about.
  [[nodiscard]] std::size_t bytes() {
    const std::lock_guard guard(lock_);
    return bytes_;
  }

 private:
  struct Hash {
    std::size_t operator()(std::string_view text) const noexcept { return hash64(text); }
  };
  std::mutex lock_;
  std::deque<std::string> texts_;  ///< never moves them
  std::unordered_map<std::string_view, FeatureId, Hash> ids_;
  std::size_t bytes_ = 0;
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
