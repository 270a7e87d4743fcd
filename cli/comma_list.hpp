// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topos::cli {

/// What stands between the commas of a text, empty parts included; one part if there are none.
[[nodiscard]] std::vector<std::string> comma_list(std::string_view text);
/// The same of several texts, one after the other.
[[nodiscard]] std::vector<std::string> comma_list(const std::vector<std::string>& texts);

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace topos::cli
