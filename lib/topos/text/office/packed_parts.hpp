// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "topos/text/input.hpp"

namespace topos {

/// The parts of a zip file by their names.
using PackedParts = std::map<std::string, std::string, std::less<>>;

/// Those parts of an office document or book that `wanted` names. Errors: Errc::format for what is no zip file, with
/// what it is where that is known; Errc::archive for a damaged one and beyond the limits.
[[nodiscard]] PackedParts read_parts(std::string bytes, const InputOptions& options, const std::string& path,
                                     const std::function<bool(std::string_view name)>& wanted);

/// The part called so. Errors: Errc::format, if there is none.
[[nodiscard]] const std::string& part(const PackedParts& parts, std::string_view name, const std::string& path);

}  // namespace topos
