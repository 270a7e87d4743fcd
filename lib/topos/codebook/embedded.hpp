// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos::embedded {

/// corpus/codebooks/eastward.toml, put into the library when it was built.
[[nodiscard]] std::string_view eastward_codebook() noexcept;

}  // namespace topos::embedded
