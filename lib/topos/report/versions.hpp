// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topos {

/// "0.1.0"
[[nodiscard]] std::string_view topos_version() noexcept;
/// "72.1", of the library that is loaded now.
[[nodiscard]] std::string icu_version();
/// "15.0": the Unicode version of that ICU.
[[nodiscard]] std::string unicode_version();

/// Names and versions of topos, then of ICU, Unicode, RE2, simdjson and libarchive.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

}  // namespace topos
