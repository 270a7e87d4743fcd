// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "topos/base/hash.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"
#include "topos/codebook/literals.hpp"
#include "topos/codebook/references.hpp"

namespace topos {
namespace {

Code expression_code(const std::string& expression, std::size_t number) {
  Pattern pattern;
  pattern.source = expression;
  pattern.where = {"-e", number, 1};
  pattern.root = parse_pattern(expression, {}, nullptr, pattern.where);
  Code code;
  code.id = expression;
  code.label = expression;
  code.dimension = "expression";
  code.where = pattern.where;
  code.languages[{}].patterns.push_back(std::move(pattern));
  return code;
}

using References = std::set<std::string, std::less<>>;

void collect(const Code& code, References& references) {
  for (const auto& [language, entries] : code.languages) {
    for (const auto* list : {&entries.patterns, &entries.masks}) {
      for (const Pattern& pattern : *list)
        for_each_reference(pattern, code.id,
                           [&](std::string_view id, const Location&, bool) { references.emplace(id); });
    }
  }
}

bool has_reference(const Code& code) {
  References references;
  collect(code, references);
  return !references.empty();
}

/// Quotes the ids that "@id" would mean: a word looked for is no code that others can refer to.
void keep_apart(const Codebook& book, std::vector<Code>& expressions) {
  References meant;
  for (const Code& code : book.codes) {
    meant.insert(code.id);
    collect(code, meant);
  }
  for (const Code& code : expressions) collect(code, meant);
  for (Code& code : expressions) {
    const bool taken =
        std::any_of(meant.begin(), meant.end(), [&](const std::string& id) { return is_or_below(code.id, id); });
    if (taken) code.id.insert(0, 1, '\'').push_back('\'');
  }
}

}  // namespace

Codebook expression_codebook(const std::vector<std::string>& expressions, const Codebook* base) {
  std::vector<Code> found;
  found.reserve(expressions.size());
  std::unordered_set<std::string_view> seen;
  std::string bytes;
  for (const std::string& expression : expressions) {
    found.push_back(expression_code(expression, found.size() + 1));
    if (!seen.insert(expression).second) throw Error(Errc::pattern, "the pattern is given twice", found.back().where);
    bytes += expression;
    bytes += '\n';
  }
  Codebook book;
  const bool refers = std::any_of(found.begin(), found.end(), has_reference);
  if (refers && base != nullptr) {
    book = *base;
    bytes += base->checksum;
  }
  book.id = "expressions";
  book.version = {};
  book.title = {};
  book.path = "-e";
  book.checksum = sha256(bytes);
  keep_apart(book, found);
  book.codes.reserve(book.codes.size() + found.size());
  for (Code& code : found) {
    for (Pattern& pattern : code.languages[{}].patterns) pattern.id = code.id + "#1";
    book.codes.push_back(std::move(code));
  }
  Findings findings;
  check_references(book, findings);
  check_literals(book, findings);
  if (!findings.all().empty()) {
    const Diagnostic& fault = findings.all().front();
    throw Error(Errc::pattern, fault.message, fault.where,
                base == nullptr && fault.hint.empty() ? "name a codebook with -c" : fault.hint);
  }
  return book;
}

}  // namespace topos
