// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos::cli {

/// What a warning means for the reader of a table, in one line. Domain: `id` is listed in warnings.def.
[[nodiscard]] std::string_view warning_text(std::string_view id) noexcept;

}  // namespace topos::cli
