// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "options.hpp"

namespace topos::cli {

/// How much of what is counted is held in memory: --max-memory. The rest waits in temporary files; results do not
/// change.
struct MemoryGroup {
  std::string size = "1G";

  void declare(Options& options);
  /// Bytes. Errors: Errc::usage.
  [[nodiscard]] std::size_t bytes() const;
};

}  // namespace topos::cli
