// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "comparison/trend_documents.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Whether and where the rates of codes move over the periods. Prints the warnings that belong to it.
[[nodiscard]] Table change_table(const TrendDocuments& documents, const TrendChoices& choices);

}  // namespace topos::cli
