// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/number.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

inline constexpr double rate_base = 1000;             ///< words that a rate is of
inline constexpr std::size_t columns_at_a_time = 64;  ///< that are resampled; bounds memory

[[nodiscard]] inline double real(std::uint64_t count) { return static_cast<double>(count); }
[[nodiscard]] inline Cell whole(std::uint64_t count) { return static_cast<std::int64_t>(count); }
[[nodiscard]] inline Cell text_or_nothing(std::string_view text) {
  return text.empty() ? Cell() : Cell(std::string(text));
}

/// The columns of a table whose rows are split by fields: `first`, the fields of --by, `rest`. A field that is called
/// as another column gets a name of its own.
[[nodiscard]] std::vector<Column> columns_by(std::vector<Column> first, const std::vector<std::string>& by,
                                             const std::vector<Column>& rest);
/// Adds the values of the fields of --by.
void add_group(std::vector<Cell>& cells, const std::vector<std::string>& group);
/// Adds whole numbers.
void add_counts(std::vector<Cell>& cells, std::initializer_list<std::uint64_t> counts);

}  // namespace topos::cli
