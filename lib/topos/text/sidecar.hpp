// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "topos/text/input.hpp"

namespace topos {

/// The table that `--metadata` names: fields of documents by their id or file name. Thread-safe once made.
class SidecarTable {
 public:
  /// Reads all of it. Errors: Errc::missing; Errc::table; Errc::metadata, if the key column is missing or a key is
  /// given twice.
  explicit SidecarTable(const InputOptions& options);

  struct Row {
    std::string key;
    std::size_t line = 0;
    std::vector<std::pair<std::string, std::string>> fields;  ///< cells that are not empty
    mutable std::atomic<bool> used{false};
  };
  /// The row for a document: that of its id, or of the file name at the id's end. Marks the row as used.
  [[nodiscard]] const Row* find(std::string_view id) const;
  /// The same without marking it.
  [[nodiscard]] const Row* peek(std::string_view id) const;
  /// Keys of rows that were never found, in the order of the table.
  [[nodiscard]] std::vector<std::string> unused() const;
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// Errc::metadata: no row for `id`.
  [[nodiscard]] Error no_row(std::string_view id, const Location& where) const;

 private:
  std::string path_;
  std::vector<std::unique_ptr<Row>> rows_;
  std::unordered_map<std::string_view, const Row*> by_key_;
};

}  // namespace topos
