// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "topos/annotation/hit_kind.hpp"
#include "topos/base/hash.hpp"

namespace topos {

/// Keeps one copy of each name and each kind of hit that a run meets, so that hits can point at it. Thread-safe.
class NamePool {
 public:
  /// A view that lives as long as the pool.
  [[nodiscard]] std::string_view keep(std::string_view name) {
    const std::lock_guard guard(lock_);
    return own(name);
  }
  /// A kind that lives as long as the pool.
  [[nodiscard]] const HitKind& kind(std::string_view codebook, std::string_view code, std::string_view pattern) {
    const std::lock_guard guard(lock_);
    if (const auto known = kinds_.find({codebook, code, pattern}); known != kinds_.end()) return known->second;
    const HitKind made{own(codebook), own(code), own(pattern), static_cast<std::uint32_t>(kinds_.size()) + 1};
    return kinds_.emplace(Names(made.codebook, made.code, made.pattern), made).first->second;
  }

 private:
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const noexcept { return hash64(name); }
  };
  using Names = std::tuple<std::string_view, std::string_view, std::string_view>;
  struct NamesHash {
    std::size_t operator()(const Names& names) const noexcept {
      return hash64(std::get<2>(names), hash64(std::get<1>(names), hash64(std::get<0>(names))));
    }
  };

  std::string_view own(std::string_view name) {
    const auto known = names_.find(name);
    return known != names_.end() ? *known : *names_.emplace(name).first;
  }

  std::mutex lock_;
  std::unordered_set<std::string, NameHash, std::equal_to<>> names_;
  std::unordered_map<Names, HitKind, NamesHash> kinds_;
};

}  // namespace topos
