// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace topos {

/// An empty file with a name, for libraries that open files by themselves. It is removed when this is destroyed or a
/// signal ends the program.
class TemporaryPath {
 public:
  /// Errors: Errc::io, naming `folder`.
  explicit TemporaryPath(const std::string& folder);
  TemporaryPath(const TemporaryPath&) = delete;
  TemporaryPath& operator=(const TemporaryPath&) = delete;
  ~TemporaryPath();
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
  int slot_ = -1;
};

/// Lets `remove_temporary_files` of io.hpp remove the file at `path`: the number to call that off with, or −1 if there
/// is no room for one more.
[[nodiscard]] int remove_on_signal(const std::string& path);
/// Calls it off. −1 is nothing to call off.
void keep_on_signal(int slot);

}  // namespace topos
