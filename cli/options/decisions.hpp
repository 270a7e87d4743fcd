// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "options.hpp"
#include "topos/annotation/decisions.hpp"

namespace topos::cli {

/// What people decided: --decisions.
struct DecisionGroup {
  std::string path;

  void declare(Options& options);
  /// Nothing if none are named. Errors: those of Decisions.
  [[nodiscard]] std::optional<Decisions> load() const;
};

}  // namespace topos::cli
