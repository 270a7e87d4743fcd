// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/annotation/record_stream.hpp"

namespace topos {

/// Byte offsets of a text as other units count them.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, Offsets unit) {
    if (unit == Offsets::bytes) return;
    counts_.reserve(text.size() + 1);
    // A character counts at its first byte; an offset at that byte excludes it.
    std::uint32_t count = 0;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      counts_.push_back(count);
      if ((byte & 0xC0) != 0x80) count += byte >= 0xF0 && unit == Offsets::utf16 ? 2 : 1;
    }
    counts_.push_back(count);
  }
  [[nodiscard]] std::uint32_t operator()(std::uint32_t byte) const { return counts_.empty() ? byte : counts_[byte]; }

 private:
  std::vector<std::uint32_t> counts_;
};

}  // namespace topos
