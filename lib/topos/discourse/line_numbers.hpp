// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace topos {

/// The lines of a text, from 1: they end at LF, CR LF and lone CR.
class LineNumbers {
 public:
  /// Cost: linear.
  explicit LineNumbers(std::string_view text);
  /// The line of a byte. Cost: logarithmic.
  [[nodiscard]] std::uint32_t of(std::uint32_t byte) const;

 private:
  std::vector<std::uint32_t> ends_;  ///< bytes behind the end of each line
};

}  // namespace topos
