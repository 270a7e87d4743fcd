// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.hpp"
#include "topos/discourse/citation_reader.hpp"

namespace topos::cli {

/// Options that only `citations` has.
struct CitationChoices {
  bool references = false;
  bool lint = false;
  bool sections = false;
  bool uncited = false;
  bool voices = false;
  bool edges = false;

  void declare(Options& options);
  /// The table that is wanted. Errors: Errc::usage, if two are.
  [[nodiscard]] CitationView view() const;
  /// Errors: Errc::usage, if --where or --by speaks of attributes of hits.
  static void check(const Query& query);
};

}  // namespace topos::cli
