// SPDX-License-Identifier: Apache-2.0
#include "options/memory.hpp"

#include "options/size.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {

void MemoryGroup::declare(Options& options) {
  options.section("Run");
  options.text("--max-memory", size, "SIZE", "What is counted beyond so many bytes waits in temporary files");
}

std::size_t MemoryGroup::bytes() const {
  constexpr std::uint64_t least = std::uint64_t{64} << 10;
  const auto bytes = parse_size(size);
  if (!bytes || *bytes < least)
    throw Error(Errc::usage, "--max-memory needs a size such as 512M, from 64K on, not '" + printable(size) + "'");
  return static_cast<std::size_t>(*bytes);
}

}  // namespace topos::cli
