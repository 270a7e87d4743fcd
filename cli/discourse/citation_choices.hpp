// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "options.hpp"
#include "topos/discourse/citation_reader.hpp"

namespace topos::cli {

/// Options that only `citations` has.
struct CitationChoices {
  std::string show;
  std::string graph;

  void declare(Options& options);
  /// The table that is wanted.
  [[nodiscard]] CitationView view() const;
  /// Errors: Errc::usage, for choices that do not go together, and if --where or --by speaks of attributes of hits.
  void check(const Query& query) const;
};

}  // namespace topos::cli
