// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "topos/annotation/document_units.hpp"
#include "topos/report/graph_format.hpp"
#include "topos/text/dates.hpp"

namespace topos::cli {

/// For each item when it is in the texts: the dates of its documents, a year or month from its first day to its last.
/// Empty if no document is dated.
[[nodiscard]] std::vector<std::vector<Spell>> spells_of(const std::vector<std::vector<DocumentUnits>>& items,
                                                        const std::vector<std::optional<Date>>& dates);

}  // namespace topos::cli
