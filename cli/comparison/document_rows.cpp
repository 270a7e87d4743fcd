// SPDX-License-Identifier: Apache-2.0
#include "comparison/document_rows.hpp"

#include <algorithm>
#include <utility>

namespace topos::cli {

CountRows document_rows(const std::vector<DocumentName>& names, std::span<const std::uint32_t> documents,
                        std::span<const DocumentUnits> denominators,
                        std::span<const std::span<const DocumentUnits>> columns) {
  std::vector<CountRow> rows;
  for (const std::uint32_t document : documents)
    rows.push_back({names[document].id, names[document].cluster, std::vector<double>(1 + columns.size())});
  const auto fill = [&](std::span<const DocumentUnits> units, std::size_t column) {
    for (const DocumentUnits& one : units) {
      const auto place = std::lower_bound(documents.begin(), documents.end(), one.document);
      if (place != documents.end() && *place == one.document)
        rows[static_cast<std::size_t>(place - documents.begin())].counts[column] = one.units;
    }
  };
  fill(denominators, 0);
  for (std::size_t i = 0; i < columns.size(); ++i) fill(columns[i], i + 1);
  return resampling_rows(std::move(rows));
}

}  // namespace topos::cli
