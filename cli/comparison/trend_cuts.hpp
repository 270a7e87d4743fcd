// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "comparison/trend_documents.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// How the rates of codes differ before and after each cut. Prints the warnings that belong to it.
/// Errors: those of cut_sides and TwoGroups.
[[nodiscard]] Table cut_table(const TrendDocuments& documents, const TrendChoices& choices,
                              const std::vector<std::string>& dates);

}  // namespace topos::cli
