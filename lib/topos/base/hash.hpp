// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace topos {

/// XXH3 of `bytes`: the same on every machine and in every run (for stable ids and signatures).
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0) noexcept;

/// SHA-256 of `bytes`, lower-case hex (FIPS 180-4).
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace topos
