// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// Appends `text` with its character references ("&amp;", "&#8217;") resolved, as far as they are known.
/// Domain: valid UTF-8. Cost: linear.
void append_resolved(std::string& out, std::string_view text);

[[nodiscard]] inline std::string resolved(std::string_view text) {
  std::string out;
  append_resolved(out, text);
  return out;
}

}  // namespace topos
