// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace topos::cli {

/// Bytes of "512M": a whole number from 1 on with an optional K, M or G (powers of 1024); nothing for what is none.
[[nodiscard]] std::optional<std::uint64_t> parse_size(std::string_view text);

}  // namespace topos::cli
