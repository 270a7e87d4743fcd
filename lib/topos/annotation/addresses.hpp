// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// Finds URLs (`http://`, `https://` or `www.` up to white space or one of < > " ) ]) and e-mail addresses (grammar.md
/// 10, T9). Fills `out` with their spans in text order; they do not overlap. Units: bytes of `text`. Domain: valid
/// UTF-8. Cost: linear.
void find_addresses(std::string_view text, std::vector<ByteSpan>& out);

}  // namespace topos
