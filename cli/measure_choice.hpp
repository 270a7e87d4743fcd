// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "topos/statistics/measure.hpp"

namespace topos::cli {

/// The measures of one family that a table has columns for: --measures.
struct MeasureChoice {
  Family family;
  std::string usual;  ///< ids joined by commas, if none are named
  std::vector<std::string> given = {};
  std::string_view use =
      {};  ///< association or keyness: those that are for the other alone do not belong; empty: all do

  void declare(Options& options);
  /// In the order in which they were named, each once; those of the family for `all`.
  /// Errors: Errc::usage, with the nearest id, for one that the family does not have.
  [[nodiscard]] std::vector<const Variant*> chosen() const;
};

}  // namespace topos::cli
