// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/report/table.hpp"
#include "trend_documents.hpp"

namespace topos::cli {

/// Whether and where the rates of codes move over the periods. Prints the warnings that belong to it.
[[nodiscard]] Table change_table(const TrendDocuments& documents, const TrendChoices& choices);

}  // namespace topos::cli
