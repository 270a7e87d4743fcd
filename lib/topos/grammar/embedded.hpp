// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos::embedded {

/// The tables of lib/data/english_tagging, put into the library when it was built; see its README.md.
[[nodiscard]] std::string_view english_words() noexcept;
[[nodiscard]] std::string_view english_additions() noexcept;
[[nodiscard]] std::string_view english_suffixes() noexcept;
[[nodiscard]] std::string_view english_transitions() noexcept;

}  // namespace topos::embedded
