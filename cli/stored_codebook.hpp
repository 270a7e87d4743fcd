// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos::embedded {

/// The built-in codebook in its stored form, made when the program was built.
[[nodiscard]] std::string_view stored_codebook() noexcept;

}  // namespace topos::embedded
