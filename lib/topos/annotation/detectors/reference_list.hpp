// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/annotation/detectors/reference_entry.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// The entries of one paragraph of a list. A line that begins with a number in brackets or before a mark, or a mark of
/// a list, begins one; if no line does, a line that follows a full stop or an address and begins with a capital letter.
/// Units: bytes of `text`. Domain: `paragraph.in(text)` is valid UTF-8. Cost: linear.
[[nodiscard]] std::vector<ByteSpan> reference_spans(std::string_view text, ByteSpan paragraph);

/// Finds what only the whole list tells: entries that come twice, hosts that are another's with a dot too many.
void compare_references(std::vector<ReferenceEntry>& list);

}  // namespace topos
