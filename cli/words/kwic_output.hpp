// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "session.hpp"
#include "words/kwic_lines.hpp"

namespace topos::cli {

/// Where the lines of a concordance go: the table, and the coding sheet if one is wanted.
class KwicOutput {
 public:
  KwicOutput(const OutputGroup& output, const KwicChoices& choices, const Reporter& reporter,
             const std::vector<Column>& columns)
      : output_(output), choices_(choices), reporter_(reporter), columns_(columns) {}
  /// A row as KwicLines makes it.
  void write(std::vector<Cell> cells);
  void close();
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

 private:
  void open();

  const OutputGroup& output_;
  const KwicChoices& choices_;
  const Reporter& reporter_;
  const std::vector<Column>& columns_;
  std::optional<TableOutput> table_;
  std::optional<TableOutput> sheet_;
  std::size_t rows_ = 0;
};

}  // namespace topos::cli
