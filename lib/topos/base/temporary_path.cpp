// SPDX-License-Identifier: Apache-2.0
#include "topos/base/temporary_path.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <system_error>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

namespace topos {
namespace {

/// Paths of temporaries that a signal handler may have to remove.
struct Slot {
  std::atomic<bool> taken{false};
  std::atomic<bool> armed{false};
  std::array<char, PATH_MAX> path{};
};
std::array<Slot, 8> slots;

}  // namespace

int remove_on_signal(const std::string& path) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (path.size() >= slots[i].path.size() || slots[i].taken.exchange(true)) continue;
    path.copy(slots[i].path.data(), path.size());
    slots[i].path[path.size()] = '\0';
    slots[i].armed = true;
    return static_cast<int>(i);
  }
  return -1;
}

void keep_on_signal(int slot) {
  if (slot < 0) return;
  slots[static_cast<std::size_t>(slot)].armed = false;
  slots[static_cast<std::size_t>(slot)].taken = false;
}

void remove_temporary_files() noexcept {
  for (const Slot& slot : slots)
    if (slot.armed) ::unlink(slot.path.data());
}

TemporaryPath::TemporaryPath(const std::string& folder) : path_(folder + "/topos-XXXXXX") {
  const int descriptor = ::mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor < 0)
    throw Error(Errc::io, "cannot create a temporary file: " + std::generic_category().message(errno), {folder},
                "let TMPDIR name a folder with room");
  slot_ = remove_on_signal(path_);
  ::close(descriptor);
}

TemporaryPath::~TemporaryPath() {
  ::unlink(path_.c_str());
  keep_on_signal(slot_);
}

}  // namespace topos
