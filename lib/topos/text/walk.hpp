// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "topos/text/input.hpp"

namespace topos {

/// A file to read, and the part of its path that is its id.
struct NamedInput {
  std::string path;
  std::size_t id_begin = 0;

  [[nodiscard]] std::string_view id() const { return std::string_view(path).substr(id_begin); }
};

/// The files that `options` name, in the order of the arguments; within a folder in byte order of their paths. Symbolic
/// links inside folders are not followed, hidden files are left out, devices, pipes and sockets are noted and left out.
/// Errors (thrown): Errc::missing, if nothing that was named exists; Errc::duplicate_id, if two files have one id or a
/// file is named twice. What is missing or unreadable beside good inputs goes to `failures`.
[[nodiscard]] std::vector<NamedInput> walk_inputs(const InputOptions& options, const FailureSink& failures,
                                                  const NoteSink& notes);

}  // namespace topos
