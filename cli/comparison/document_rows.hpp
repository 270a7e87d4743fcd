// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "topos/annotation/document_units.hpp"
#include "topos/statistics/bootstrap.hpp"

namespace topos::cli {

/// Counts of a group's documents as rows to resample: what rates are divided by comes first, then one column for each
/// of `columns`. Domain: `documents` ascending; units of other documents are passed over.
[[nodiscard]] CountRows document_rows(const std::vector<DocumentName>& names, std::span<const std::uint32_t> documents,
                                      std::span<const DocumentUnits> denominators,
                                      std::span<const std::span<const DocumentUnits>> columns);

}  // namespace topos::cli
