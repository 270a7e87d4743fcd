// SPDX-License-Identifier: Apache-2.0
#include "topos/base/standard_descriptors.hpp"

#include <fcntl.h>

#include <array>
#include <cerrno>

#include "topos/base/io.hpp"

namespace topos {
namespace {

std::array<bool, 3> closed{};

}  // namespace

void reserve_standard_descriptors() noexcept {
  for (int descriptor = 0; descriptor < 3; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // open(2) returns the lowest free number, which is this one.
    closed[static_cast<std::size_t>(descriptor)] =
        ::open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY) == descriptor;
  }
}

bool was_closed(int descriptor) noexcept {
  return descriptor >= 0 && descriptor < 3 && closed[static_cast<std::size_t>(descriptor)];
}

}  // namespace topos
