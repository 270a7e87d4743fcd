// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// The authors that the beginning of a reference names, as written: "Family, I. & Family, Given", "Given Family, Given
/// Family", "Family I.". "et al." is left out.
[[nodiscard]] std::vector<std::string> split_authors(std::string_view names);

}  // namespace topos
