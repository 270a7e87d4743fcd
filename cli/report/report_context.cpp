// SPDX-License-Identifier: Apache-2.0
#include "report/report_context.hpp"

#include <algorithm>

#include "topos/annotation/fields.hpp"
#include "topos/codebook/claims.hpp"

namespace topos::cli {
namespace {

/// As a shell reads it back.
std::string quoted(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=.,:/@%+";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

}  // namespace

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

std::string ReportContext::command() const {
  std::string command = "topos report TEXTS";
  if (choices.format.empty()) command += " -o DIR";
  const std::vector<std::string>& words = run.reporter().provenance().arguments;
  for (std::size_t i = 1; i < words.size(); ++i) command += ' ' + quoted(words[i]);
  return command;
}

bool ReportContext::looks_for(std::string_view beginning) const {
  for (const Codebook* book : books())
    for (const Code& code : book->codes)
      if (!code.borrowed && code.id.starts_with(beginning) && run.library().selection().selects(code.id)) return true;
  return false;
}

}  // namespace topos::cli
