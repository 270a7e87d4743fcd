// SPDX-License-Identifier: Apache-2.0
#include "discourse/promise_choices.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "comma_list.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos::cli {
namespace {

std::vector<std::string> codes_of(Library& library, const std::vector<std::string>& globs, CodeSelection& selection) {
  std::vector<std::string> codes;
  if (globs.empty()) return codes;
  selection = CodeSelection(globs);
  const std::vector<const Codebook*>& books = library.shelf().books();
  selection.check(books);
  for (const Codebook* book : books)
    for (const Code& code : book->codes)
      if (!code.borrowed && code.languages.have_patterns() && selection.selects(code.id)) codes.push_back(code.id);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace

void PromiseChoices::declare(Options& options) {
  options.section("Promises");
  options.list("--promises", promises, "FILE", "File with one pattern a line: what the texts promise");
  options.list("--declared", declared, "GLOB[,GLOB]",
               "Codes that every text promises; else those in sentences that announce");
  options.list("--universe", universe, "GLOB[,GLOB]", "Codes whose absence is to be seen: 'actor.state.*'");
  options.text("--facts", facts, "FILE", "Table with the columns actor, what and value that texts are held against");
  options.choice("--show", show, {"findings", "evidence"},
                 "Which table: what was found, or the sentences that it rests on; default: findings");
  options.list("--checks", checks, "NAME[,NAME]", "Checks that are made; else all");
}

void PromiseChoices::name_in(SearchGroup& search) {
  if (search.uses_built_in() && search.codes.empty()) {
    search.codes = {"domain.*", "lens.*", "actor.*"};
    topics_ = {"domain.*", "lens.*"};
  }
  // Patterns of a file stand beside the codebook, those of -e and -f in its place.
  if (search.uses_built_in() && !promises.empty()) search.codebooks.push_back(built_in_codebook().id);
  if (topics_.empty()) topics_ = search.code_globs();
  search.expression_files.insert(search.expression_files.end(), promises.begin(), promises.end());
  const bool typed = !search.expressions.empty() || !search.expression_files.empty();
  // Patterns are their own codes, which no glob but this one means.
  if (typed) {
    search.codes = {"*"};
  } else if (!search.codes.empty()) {
    search.codes.insert(search.codes.end(), declared.begin(), declared.end());
    search.codes.insert(search.codes.end(), universe.begin(), universe.end());
  }
}

PromisePlan PromiseChoices::plan(Library& library, const SearchGroup& search) const {
  PromisePlan plan;
  plan.topics = CodeSelection(topics_);
  plan.declares = !declared.empty();
  plan.declared_codes = codes_of(library, declared, plan.declared);
  plan.universe_codes = codes_of(library, universe, plan.universe);
  plan.named = search.all_expressions();
  std::sort(plan.named.begin(), plan.named.end());
  if (!facts.empty()) plan.facts = load_facts(facts);
  plan.lists_evidence = shows_evidence();
  return plan;
}

std::vector<bool> PromiseChoices::wanted() const {
  std::vector<bool> all(promise_check_names.size(), checks.empty());
  for (const std::string& list : checks)
    for (const std::string& name : comma_list(list)) {
      const auto found = std::find(promise_check_names.begin(), promise_check_names.end(), name);
      if (found == promise_check_names.end())
        throw Error(Errc::usage, "--checks: there is no check '" + printable(name) + "'", {},
                    did_you_mean(name, {promise_check_names.begin(), promise_check_names.end()}));
      all[static_cast<std::size_t>(found - promise_check_names.begin())] = true;
    }
  return all;
}

void PromiseChoices::check(const Query& query) {
  const auto& by = query.options().by;
  const bool parts = std::any_of(by.begin(), by.end(),
                                 [](const std::string& field) { return field_kind(field) != FieldKind::document; });
  if (parts || query.names_place() || query.names_hit())
    throw Error(Errc::usage, "what a text promises and delivers is asked of whole texts", {},
                "name metadata in --where and --by, and --regions for what counts");
}

}  // namespace topos::cli
