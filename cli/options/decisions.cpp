// SPDX-License-Identifier: Apache-2.0
#include "options/decisions.hpp"

namespace topos::cli {

void DecisionGroup::declare(Options& options) {
  options.section("Selection");
  options.text("--decisions", path, "FILE", "Drop, recode and add hits as people decided in the coding sheet FILE");
}

std::optional<Decisions> DecisionGroup::load() const {
  if (path.empty()) return std::nullopt;
  return Decisions(path);
}

}  // namespace topos::cli
