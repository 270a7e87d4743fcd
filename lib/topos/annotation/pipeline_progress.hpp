// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace topos {

/// How far a run is.
struct PipelineProgress {
  std::size_t documents = 0;
  std::uint64_t bytes = 0;  ///< of the inputs, up to the last document
  std::uint64_t total = 0;  ///< bytes of all inputs; 0: not known
};

}  // namespace topos
