// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/report/table.hpp"
#include "trend_documents.hpp"

namespace topos::cli {

/// The rates of codes, period by period. Prints the warnings that belong to it.
[[nodiscard]] Table period_table(const TrendDocuments& documents, const TrendChoices& choices);

}  // namespace topos::cli
