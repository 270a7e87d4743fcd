// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "topos/statistics/simulation.hpp"

namespace topos::cli {

/// Reads "PHRASE=RATE", or a rate for each of so many groups behind the sign.
/// Errors: Errc::usage, if it is neither.
[[nodiscard]] PlantedPhrase planted_phrase(const std::string& text, std::size_t groups);

}  // namespace topos::cli
