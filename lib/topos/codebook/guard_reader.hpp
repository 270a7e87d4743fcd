// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// The keys of guards, in the order of Guard::Kind.
inline constexpr std::array<std::string_view, 6> guard_keys{"near",  "not_near", "left",
                                                            "right", "not_left", "not_right"};

/// Parses one entry of a guard (grammar.md 5). `language`: primary subtag.
/// Errors: Errc::pattern.
[[nodiscard]] Guard::Entry parse_guard_entry(Guard::Kind kind, std::string_view text, std::string_view language,
                                             const Location& at);

}  // namespace topos
