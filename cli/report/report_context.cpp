// SPDX-License-Identifier: Apache-2.0
#include "report/report_context.hpp"

#include <algorithm>

#include "topos/annotation/fields.hpp"
#include "topos/codebook/claims.hpp"

namespace topos::cli {

ReportInputs::ReportInputs(const ReportChoices& choices, SearchGroup& search) : globs(search.code_globs()) {
  if (choices.claims.empty() && choices.cases.empty()) return;
  typed_ = !search.expressions.empty() || !search.expression_files.empty();
  if (typed_ && search.codebooks.empty()) expressions_ = search.all_expressions();
  if (search.uses_built_in()) search.codebooks.push_back(built_in_codebook().id);
  for (const std::string& path : choices.claims)
    for (const Claim& claim : load_claims(path).claims) claims.push_back(claim.id);
  search.codebooks.insert(search.codebooks.end(), choices.claims.begin(), choices.claims.end());
  if (!choices.cases.empty()) {
    cases.emplace(load_cases(choices.cases));
    search.codebooks.push_back(choices.cases);
  }
  if (globs.empty() && !typed_) return;  // everything
  search.codes = globs.empty() ? std::vector<std::string>{"*"} : globs;
  for (const std::string& claim : claims) search.codes.push_back(claim + ".*");
  if (cases && std::any_of(cases->file().cases.begin(), cases->file().cases.end(),
                           [](const CaseDefinition& one) { return !one.code.empty(); }))
    search.codes.push_back(std::string(case_prefix) + '*');
}

CodeSelection ReportInputs::codes(const Library& library) const {
  if (!globs.empty()) return CodeSelection(globs);
  if (!expressions_.empty()) return CodeSelection::only(expressions_);
  if (claims.empty() && !cases) return library.selection();
  std::vector<std::string> items;
  for (const std::string& claim : claims) items.push_back('-' + claim + ".*");
  items.push_back('-' + std::string(case_prefix) + '*');
  return CodeSelection(items);
}

std::vector<std::string> ReportContext::document_fields() const {
  const bool all = std::all_of(by().begin(), by().end(),
                               [](const std::string& field) { return field_kind(field) == FieldKind::document; });
  return all ? by() : std::vector<std::string>();
}

Query ReportContext::query_by(std::vector<std::string> by, CodeSelection codes) const {
  return Query({session.filter.filter(), std::move(codes), std::move(by), 0, {}});
}

bool ReportContext::looks_for(std::string_view beginning) const {
  for (const Codebook* book : books())
    for (const Code& code : book->codes)
      if (!code.borrowed && code.id.starts_with(beginning) && run.library().selection().selects(code.id)) return true;
  return false;
}

}  // namespace topos::cli
