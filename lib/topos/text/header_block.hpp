// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topos {

/// Metadata at the top of a text: `key: value` lines between two lines `---`, or a block of them that ends with a blank
/// line and names at least two of title date author source language genre url country outlet.
struct HeaderBlock {
  std::vector<std::pair<std::string, std::string>>
      fields;                ///< keys in lower case with underscores for blanks and hyphens
  std::size_t end = 0;       ///< where the text begins, in bytes
  std::size_t left_out = 0;  ///< lines between the `---` that are not `key: value`
};

/// Nothing if `text` has none. Cost: looks at no more than the first 64 KiB.
[[nodiscard]] std::optional<HeaderBlock> read_header_block(std::string_view text);

}  // namespace topos
