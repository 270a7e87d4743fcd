// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace topos {

/// Whether descriptor 0, 1 or 2 was closed when reserve_standard_descriptors ran.
[[nodiscard]] bool was_closed(int descriptor) noexcept;

}  // namespace topos
