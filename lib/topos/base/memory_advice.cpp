// SPDX-License-Identifier: Apache-2.0
#include "topos/base/memory_advice.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace topos {
namespace {

/// Less hardly holds a large page; what lies around it in its page would only take memory.
constexpr std::size_t least = std::size_t{4} << 20;

/// Advice is for whole pages. One that is not taken costs nothing but time and memory.
[[maybe_unused]] void advise(void* at, std::size_t size, int advice) noexcept {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(at) + page - 1) / page * page;
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(at) + size) / page * page;
  if (begin < end) (void)madvise(reinterpret_cast<void*>(begin), end - begin, advice);
}

}  // namespace

void prefer_large_pages([[maybe_unused]] void* at, [[maybe_unused]] std::size_t size) noexcept {
#if defined(MADV_HUGEPAGE)
  if (size >= least) advise(at, size, MADV_HUGEPAGE);
#endif
}

void give_pages_back([[maybe_unused]] void* at, [[maybe_unused]] std::size_t size) noexcept {
#if defined(MADV_DONTNEED)
  advise(at, size, MADV_DONTNEED);
#endif
}

}  // namespace topos
