// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/annotation/word_places.hpp"

namespace topos::cli {

/// A window as it is typed: "5" (words on both sides), "3L,2R", "3L", "2R" or "sentence".
/// Errors: Errc::usage.
[[nodiscard]] WordWindow parse_window(std::string_view text);

}  // namespace topos::cli
