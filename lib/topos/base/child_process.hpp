// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// What a program that reads untrusted input may use.
struct ChildLimits {
  std::uint64_t memory = std::uint64_t{2} << 30;  ///< bytes of address space
  unsigned processor_seconds = 60;
  unsigned seconds = 120;                       ///< by the clock
  std::size_t output = std::size_t{512} << 20;  ///< bytes
};

/// How such a program ended.
struct ChildResult {
  int status = 0;         ///< what it returned, or 128 and the number of the signal that ended it
  bool too_long = false;  ///< it was stopped for its time
  bool too_much = false;  ///< it was stopped for the size of its output
  std::string output;
  std::string complaints;  ///< the beginning of what it wrote to standard error
};

/// The path of `program` in one of the system's folders; empty if it is in none. The user's PATH is not asked.
[[nodiscard]] std::string system_program(std::string_view program);

/// Where a child finds its input.
inline constexpr const char* child_input = "/dev/fd/3";

/// Runs the program at `path` with `arguments` and reads what it writes. `input` is the file `child_input` to it; it
/// has no other open files, no way to write files, and an empty environment. Thread-safe. Errors: Errc::io, if it
/// cannot be started.
[[nodiscard]] ChildResult run_child(const std::string& path, const std::vector<std::string>& arguments,
                                    std::string_view input, const ChildLimits& limits);

}  // namespace topos
