// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "topos/annotation/word_counter.hpp"

namespace topos {

/// The two corpora of a comparison.
enum class Side : std::uint8_t { target, reference };

/// Features of a target and a reference corpus: how often in all, and how often in each unit, which is a document or a cluster of them.
/// Cost: twelve bytes for each feature of each document.
class Contrast {
 public:
  struct Facts {
    std::uint64_t documents = 0;
    std::uint64_t duplicates = 0;  ///< near-duplicates of an earlier document
    std::uint64_t words = 0;
    bool draft = false;  ///< patterns of some language are not validated
    std::set<std::string> languages;
  };
  /// What is known of a document beside its counts.
  struct Origin {
    std::string cluster;  ///< empty: a unit of its own
    std::string language;
    bool duplicate = false;
    bool draft = false;
  };
  struct Row {
    FeatureId feature = 0;
    std::array<std::uint64_t, 2> n{};          ///< by side
    std::array<std::uint64_t, 2> documents{};  ///< that have it
    std::array<std::uint32_t, 2> begin{};      ///< its units among those of the side
    std::array<std::uint32_t, 2> end{};
  };

  void add(Side side, const Origin& origin, const DocumentFeatures::Group& group);
  /// Every feature that occurs, in the order of numbers. Nothing can be added after it.
  [[nodiscard]] std::vector<Row> rows();
  /// Occurrences for each word in those units that have the feature. Domain: the row came from rows().
  void rates(const Row& row, Side side, std::vector<double>& out) const;
  [[nodiscard]] const Facts& facts(Side side) const { return sides_[index(side)].facts; }
  /// Units with words.
  [[nodiscard]] std::size_t units(Side side) const;

 private:
  struct Entry {
    FeatureId feature = 0;
    std::uint32_t unit = 0;
    std::uint32_t n = 0;
  };
  struct Half {
    Facts facts;
    std::map<std::string, std::uint32_t> clusters;
    std::vector<std::uint64_t> words;  ///< by unit
    std::vector<Entry> entries;
  };
  static constexpr std::size_t index(Side side) noexcept { return static_cast<std::size_t>(side); }
  static std::uint32_t unit_of(Half& half, const std::string& cluster);

  std::array<Half, 2> sides_;
};

}  // namespace topos
