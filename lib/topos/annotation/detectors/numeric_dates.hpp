// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/annotation/detectors/date_mentions.hpp"

namespace topos {

/// Appends the dates of `where` that digits write: 2022-02-24, 2022-02, 24.02.2022, 24/02/2022, 2022年2月24日. A date
/// whose day and month cannot be told apart spans both readings, with month precision. Cost: linear.
void find_numeric_dates(std::string_view text, ByteSpan where, std::vector<DateMention>& out);

}  // namespace topos
