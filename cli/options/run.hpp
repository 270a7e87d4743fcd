// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "options.hpp"

namespace topos::cli {

/// How the work is done: --jobs, --fail-fast, and what becomes of near-duplicates.
struct RunGroup {
  std::int64_t jobs_given = 0;  ///< 0: as many as there are processors
  bool fail_fast = false;
  bool drop_duplicates = false;
  bool no_duplicate_check = false;

  void declare(Options& options);
  /// Threads to use, at least one. Errors: Errc::usage, if options contradict each other.
  [[nodiscard]] std::size_t jobs() const;
};

}  // namespace topos::cli
