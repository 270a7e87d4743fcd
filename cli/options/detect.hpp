// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "options.hpp"
#include "topos/annotation/annotator.hpp"

namespace topos::cli {

/// What is made of texts beside hits: --detect.
struct DetectGroup {
  std::vector<std::string> names;

  void declare(Options& options);
  /// Everything if nothing is named. Errors: Errc::usage, with the nearest name.
  [[nodiscard]] Cues cues() const;
};

}  // namespace topos::cli
