// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos {

/// Whether the bytes of `block` tell that none of the phrases that find_cues looks for anywhere stands in it, so that
/// it need not be folded. Cost: two instructions a byte.
[[nodiscard]] bool holds_no_phrase_within(std::string_view block) noexcept;

}  // namespace topos
