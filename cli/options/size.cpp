// SPDX-License-Identifier: Apache-2.0
#include "options/size.hpp"

#include <limits>

#include "topos/base/number.hpp"

namespace topos::cli {

std::optional<std::uint64_t> parse_size(std::string_view text) {
  int shift = 0;
  if (!text.empty()) {
    const char last = text.back();
    shift = last == 'K' ? 10 : last == 'M' ? 20 : last == 'G' ? 30 : 0;
  }
  if (shift != 0) text.remove_suffix(1);
  const auto number = parse_integer(text);
  if (!number || *number < 1 || *number > (std::numeric_limits<std::int64_t>::max() >> shift)) return std::nullopt;
  return static_cast<std::uint64_t>(*number) << shift;
}

}  // namespace topos::cli
