// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topos {

/// Memory that one `/…/` element may use when it is compiled, in bytes; the matcher compiles with the same limit.
inline constexpr std::int64_t regex_memory = 8 << 20;

/// Why a regex is refused.
struct RegexFault {
  std::string reason;
  std::string hint;
  std::size_t offset = 0;  ///< byte of the regex at fault
};

/// What is wrong with `regex` as an element of a pattern: it does not compile, is too big, or matches the empty string.
[[nodiscard]] std::optional<RegexFault> regex_fault(std::string_view regex);

}  // namespace topos
