// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "topos/discourse/actor_sets.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// The sentences that name three actors together; prints the warnings that belong to the table.
/// `by`: fields; `limit`: rows, 0 for all; `twins`, `draft`: near-duplicates and languages whose patterns nobody has
/// validated are counted.
[[nodiscard]] Table actor_set_table(const ActorSetTally& tally, const std::vector<std::string>& by, std::size_t limit,
                                    bool twins, bool draft);

}  // namespace topos::cli
