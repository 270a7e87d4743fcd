// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/line_numbers.hpp"

#include <algorithm>
#include <cstddef>

namespace topos {

LineNumbers::LineNumbers(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')))
      ends_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::uint32_t LineNumbers::of(std::uint32_t byte) const {
  return static_cast<std::uint32_t>(std::upper_bound(ends_.begin(), ends_.end(), byte) - ends_.begin()) + 1;
}

}  // namespace topos
