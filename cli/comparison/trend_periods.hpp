// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "comparison/trend_documents.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// The rates of codes, period by period. Prints the warnings that belong to it.
[[nodiscard]] Table period_table(const TrendDocuments& documents, const TrendChoices& choices);

}  // namespace topos::cli
