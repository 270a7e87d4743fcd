// SPDX-License-Identifier: Apache-2.0
#include "discourse/case_choices.hpp"

#include <algorithm>

#include "topos/base/error.hpp"

namespace topos::cli {

void CaseChoices::declare(Options& options) {
  options.section("Cases");
  options.text("--cases", path, "FILE", "The cases, which must be named: a case file");
  options.choice("--show", show, {"matrix", "members", "pairs", "coverage", "quotations", "truth-table", "qca"},
                 "Which table: cases by dimensions, what belongs to them, pairs, how much there is of each, sentences, "
                 "configurations, or data for QCA programs");
  options.choice("--values", values, {"sentences", "rate", "share", "binary"},
                 "What cells hold: sentences, hits per 1000 words, share of sentences, or 1 and 0");
  options.choice("--threshold", threshold, {"one", "median"},
                 "A dimension is present in one sentence or more, or in more than the median share");
  options.choice("--distance", distance, {"cosine", "gower", "boolean"}, "How far cases are apart");
  options.text("--outcome", outcome, "CODE", "The outcome is whether this code is present; else that of the case file");
  options.number("--around", around, 0, 1000,
                 "Sentences before and after one with an anchor that belong to the case; default: 0");
  options.number("--sentences", sentences, 1, 10'000, "Sentences for each case in --show quotations; default: 3");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
}

CaseSet CaseChoices::load(SearchGroup& search) const {
  if (path.empty()) throw Error(Errc::usage, "no cases are named", {}, "say --cases FILE");
  CaseSet cases(load_cases(path));
  if (search.uses_built_in()) search.codebooks.push_back(built_in_codebook().id);
  search.codebooks.push_back(path);
  search.codes = search.code_globs();
  const bool typed = !search.expressions.empty() || !search.expression_files.empty();
  const bool refers = std::any_of(search.expressions.begin(), search.expressions.end(),
                                  [](const std::string& one) { return one.find('@') != std::string::npos; });
  if (search.codes.empty() && typed && !refers) return cases;  // everything that was typed
  if (search.codes.empty()) search.codes.push_back("domain.*");
  const auto& all = cases.file().cases;
  if (std::any_of(all.begin(), all.end(), [](const CaseDefinition& one) { return !one.code.empty(); }))
    search.codes.push_back(std::string(case_prefix) + '*');
  if (!outcome.empty()) search.codes.push_back(outcome);
  return cases;
}

CaseOptions CaseChoices::counting() const {
  return {static_cast<std::uint32_t>(around), show == "quotations" ? static_cast<std::size_t>(sentences) : 0};
}

CaseMeasure CaseChoices::measure() const {
  if (values == "rate") return CaseMeasure::rate;
  if (values == "share") return CaseMeasure::share;
  return values == "binary" ? CaseMeasure::binary : CaseMeasure::sentences;
}

CaseDistance CaseChoices::apart() const {
  if (distance == "gower") return CaseDistance::gower;
  return distance == "boolean" ? CaseDistance::boolean : CaseDistance::cosine;
}

}  // namespace topos::cli
