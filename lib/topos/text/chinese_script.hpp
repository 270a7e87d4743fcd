// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos {

/// Whether characters that only traditional Chinese has outnumber those that only simplified Chinese has.
/// Domain: valid UTF-8, but for a character cut at the end. Cost: some ten instructions a byte; where the frequent
/// characters do not decide, once a run, what it takes to make two of ICU's transliterators.
[[nodiscard]] bool is_traditional_chinese(std::string_view text);

}  // namespace topos
