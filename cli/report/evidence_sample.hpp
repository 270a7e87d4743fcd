// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "row_order.hpp"

namespace topos::cli {

/// Draws lines of a concordance: of each code so many of each group, those whose hash is smallest, so that the same are
/// drawn whatever the order of the documents. Where there are more groups than `most_groups`, so many of the code as a
/// whole.
class EvidenceSample {
 public:
  static constexpr std::size_t most_groups = 6;

  explicit EvidenceSample(std::size_t lines) : lines_(lines) {}
  void add(const std::string& code, const std::string& group, std::size_t document, OrderedRow row);

  struct Code {
    std::uint64_t hits = 0;
    std::uint64_t documents = 0;
    std::vector<std::vector<Cell>> lines;  ///< in the order of the texts
  };
  /// To be called once.
  [[nodiscard]] std::map<std::string, Code> codes();
  [[nodiscard]] bool by_groups() const noexcept { return groups_.size() <= most_groups; }

 private:
  struct Line {
    std::uint64_t number = 0;
    OrderedRow row;
  };
  using Heap = std::vector<Line>;  ///< the largest hash first
  struct Kept {
    std::uint64_t hits = 0;
    std::uint64_t documents = 0;
    std::size_t last_document = static_cast<std::size_t>(-1);
    std::map<std::string, Heap> by_group;
  };
  void put(Heap& heap, Line line) const;
  void join_groups();

  std::size_t lines_;
  std::uint64_t number_ = 0;
  std::map<std::string, std::size_t> groups_;
  std::map<std::string, Kept> codes_;
};

}  // namespace topos::cli
