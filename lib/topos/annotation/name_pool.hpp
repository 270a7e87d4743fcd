// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace topos {

/// Keeps one copy of each name that came by stream (codes, patterns, codebooks), so that hits can point at it. Thread-safe.
class NamePool {
 public:
  /// A view that lives as long as the pool.
  [[nodiscard]] std::string_view keep(std::string_view name) {
    const std::lock_guard guard(lock_);
    return *names_.emplace(name).first;
  }

 private:
  std::mutex lock_;
  std::unordered_set<std::string> names_;
};

}  // namespace topos
