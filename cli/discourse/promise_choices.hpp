// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "options.hpp"
#include "options/search.hpp"
#include "session.hpp"
#include "topos/discourse/promise_facts.hpp"

namespace topos::cli {

/// Options that only `promises` has.
struct PromiseChoices {
  std::vector<std::string> promises;
  std::vector<std::string> declared;
  std::vector<std::string> universe;
  std::vector<std::string> checks;
  std::string facts;
  std::string show;

  void declare(Options& options);
  /// Adds what has to be looked for: patterns of promises, and codes; domains, lenses and actors if none are named.
  void name_in(SearchGroup& search);
  /// Errors: Errc::filter, if a glob names no code; those of load_facts.
  [[nodiscard]] PromisePlan plan(Library& library, const SearchGroup& search) const;
  [[nodiscard]] bool shows_evidence() const { return show == "evidence"; }
  /// Whether a check is wanted. Errors: Errc::usage, if one that is named does not exist.
  [[nodiscard]] std::vector<bool> wanted() const;
  /// Errors: Errc::usage, if --where or --by speaks of parts of documents or of hits.
  static void check(const Query& query);

 private:
  std::vector<std::string> topics_;  ///< globs
};

}  // namespace topos::cli
