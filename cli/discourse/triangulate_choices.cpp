// SPDX-License-Identifier: Apache-2.0
#include "discourse/triangulate_choices.hpp"

#include <set>

#include "topos/codebook/claims.hpp"

namespace topos::cli {
namespace {

constexpr double greatest_salience = 1000;

}  // namespace

void TriangulateChoices::declare(Options& options) {
  options.section("Triangulation");
  options.list("--claims", claims, "FILE",
               "Claims to look for; else each code is a claim that its sources make or do not make");
  options.choice("--show", show, {"matrix", "sources", "pairs", "claims", "agreement", "evidence"},
                 "Which table: claims by sources, one row for each of them, for each pair, for each claim, how sources "
                 "agree, or sentences; default: matrix");
  options.real("--salience", salience, 1, greatest_salience, "Rates are alike up to this ratio; default: 4");
  options.number("--sentences", sentences, 1, 10'000,
                 "Sentences for each claim and source in --show evidence; default: 3");
  adjust.declare(options);
  options.flag("--token-level", token_level,
               "Also the chance of a silence if words were independent, which describes and is no test");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  resampling.declare(options);
  options.flag("--force", force, "Also compare texts of different languages");
}

void TriangulateChoices::name_in(SearchGroup& search) const {
  std::set<std::string> ids;
  if (!search.codes.empty())
    for (const std::string& path : claims)
      for (const Claim& claim : load_claims(path).claims) ids.insert(claim.id);
  search.codes = search.code_globs();
  for (std::string& code : search.codes)
    if (ids.contains(code.starts_with('-') ? code.substr(1) : code)) code += ".*";
  search.codebooks.insert(search.codebooks.end(), claims.begin(), claims.end());
}

}  // namespace topos::cli
