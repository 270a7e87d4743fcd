// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/temporary_file.hpp"

namespace topos {

/// Sorts records that need not fit into memory: sorted runs go to unnamed temporary files and are merged.
/// Records come back by the bytes of their keys, those with equal keys in the order in which they were added.
/// Memory: `budget`, and the largest record.
class SpillSorter {
 public:
  /// `folder`: where temporaries go, once they are needed. `budget`: bytes of records kept in memory.
  SpillSorter(std::string folder, std::size_t budget);
  SpillSorter(const SpillSorter&) = delete;
  SpillSorter& operator=(const SpillSorter&) = delete;
  ~SpillSorter();

  /// Errors: Errc::io, if a temporary cannot be written; Errc::too_large for a record of 4 GiB.
  void add(std::string_view key, std::string_view record);
  [[nodiscard]] bool empty() const noexcept { return items_.empty() && runs_.empty(); }

  /// Hands over every record in order until `take` returns false, and is empty then. The view lives until `take`
  /// returns. Errors: Errc::io; those of `take`.
  void drain(const std::function<bool(std::string_view record)>& take);

 private:
  struct Item {
    std::uint64_t head = 0;  ///< the first bytes of its key: most are told apart by them
    std::size_t begin = 0;
    std::uint32_t key_size = 0;
    std::uint32_t record_size = 0;
  };
  struct Run {
    std::unique_ptr<TemporaryFile> file;
    std::uint64_t size = 0;
    unsigned level = 0;  ///< how often its records have been merged
  };
  class RunReader;
  class RunWriter;

  void sort_items();
  void spill();
  void merge_level();
  static void merge(std::vector<Run>::iterator begin, std::vector<Run>::iterator end,
                    const std::function<bool(std::string_view key, std::string_view record)>& take);

  std::string folder_;
  std::size_t budget_;
  std::string bytes_;
  std::vector<Item> items_;
  std::vector<Run> runs_;  ///< in the order of their records
};

}  // namespace topos
