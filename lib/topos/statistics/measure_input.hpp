// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/statistics/measure.hpp"

namespace topos {

/// The value of a measure for an input written as words NAME=VALUE, a value being a number or a list joined by commas:
/// "O11=8 R1=389 C1=230 N=100000", "sizes=10,10 counts=1,2", "tokens=a,b,a". topos-measures(7) lists the names of each
/// family.
/// Errors: Errc::usage, if a name is missing or unknown, or a value is no number.
[[nodiscard]] double compute(const Variant& variant, std::string_view input);

}  // namespace topos
