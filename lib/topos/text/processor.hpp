// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace topos {

#if defined(__x86_64__)
/// Whether the processor at hand knows AVX2, and counts bits by an instruction: asked once.
[[nodiscard]] inline bool has_avx2() noexcept {
  static const bool known = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
  return known;
}
#endif

}  // namespace topos
