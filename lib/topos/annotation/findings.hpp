// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/hit.hpp"

namespace topos {

/// An id that stays the same from run to run: a hash of document id, type and span.
[[nodiscard]] HitId finding_id(std::string_view document, const Finding& finding);

/// Removes the records that `detectors` made in an earlier run: JSON lines that begin as ours do.
void drop_records(std::vector<std::string>& lines, std::span<const Detector* const> detectors);

}  // namespace topos
