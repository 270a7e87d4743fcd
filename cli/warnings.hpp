// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace topos::cli {

/// What a warning means for the reader of a table, in one line. Domain: `id` is listed in warnings.def.
[[nodiscard]] std::string_view warning_text(std::string_view id) noexcept;

/// The warnings that were printed about tables in this run.
[[nodiscard]] const std::set<std::string>& printed_warnings() noexcept;

}  // namespace topos::cli
