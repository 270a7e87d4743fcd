// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "topos/report/table.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos::cli {

/// Columns of the files that texts came from with tokens of their own: of CoNLL-U by name, of any by number.
class FileColumns {
 public:
  FileColumns() = default;
  /// Errors: Errc::usage for what is neither one of the names nor a number from 1 to 100.
  explicit FileColumns(const std::vector<std::string>& names);

  [[nodiscard]] bool empty() const noexcept { return chosen_.empty(); }
  /// Of the table, one for each.
  [[nodiscard]] std::vector<Column> table_columns() const;
  /// Sets what stands there for `token`, empty where nothing does. Words that CoNLL-U joins to one token are joined
  /// here by "+".   Domain: as many values as columns.
  void read(const GivenTokens& given, std::size_t token, std::vector<std::string>& values) const;

 private:
  struct Chosen {
    std::string name;
    std::size_t number = 0;  ///< from 1
    bool named = false;      ///< of CoNLL-U only
  };
  std::vector<Chosen> chosen_;
};

}  // namespace topos::cli
