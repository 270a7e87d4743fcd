// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace topos {

/// Asks for large pages, of 2 MiB on most machines, behind `size` bytes that are going to be read in no order: where
/// each look is at another page, finding the page costs as much as the look. To be called before the memory is first
/// written. Small memory is left alone, and so is all where the system does not know of such pages.
void prefer_large_pages(void* at, std::size_t size) noexcept;

/// Gives back the pages that lie wholly in memory whose bytes are not needed any more, before that is freed as a whole.
/// What the bytes are then is not known.
void give_pages_back(void* at, std::size_t size) noexcept;

}  // namespace topos
