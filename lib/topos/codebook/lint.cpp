// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/lint.hpp"

#include <algorithm>
#include <string>

#include "topos/codebook/pattern_laws.hpp"

namespace topos {
namespace {

bool is_any_word(const Node& node) {
  return node.kind == Node::Kind::word &&
         std::all_of(node.word.text.begin(), node.word.text.end(), [](char c) { return c == Word::any_run; });
}

void lint_pattern(const Pattern& pattern, const Code& code, Findings& findings) {
  if (reach(pattern.root).gap_last) {
    findings.warning("trailing_gap", code.id,
                     "the gap at the end of '" + printable(pattern.source) + "' makes the match longer by what follows",
                     pattern.where, "leave the gap out, or put a word behind it");
  }
  if (is_any_word(pattern.root)) findings.warning("any_word", code.id, "the pattern matches every word", pattern.where);
}

void lint_code(const Code& code, Findings& findings) {
  if (code.exclude.empty()) {
    findings.warning("missing_exclude", code.id,
                     "the key 'exclude' is missing: coders are not told what the code does not cover", code.where,
                     "add exclude = '…'");
  }
  const bool any = std::any_of(code.languages.begin(), code.languages.end(),
                               [](const auto& language) { return !language.second.patterns.empty(); });
  if (!any) findings.warning("no_patterns", code.id, "the code has no patterns, so it never hits", code.where);
  for (const auto& [language, entries] : code.languages) {
    for (const auto* list : {&entries.patterns, &entries.masks}) {
      for (const Pattern& pattern : *list) lint_pattern(pattern, code, findings);
    }
  }
}

}  // namespace

std::vector<Diagnostic> lint_codebook(const CheckedCodebook& checked) {
  const Codebook& book = checked.book;
  Findings findings;
  findings.all() = checked.findings;
  for (const MacroDefinition& macro : book.macros) {
    const bool unused =
        std::find(book.unused_macros.begin(), book.unused_macros.end(), macro.name) != book.unused_macros.end();
    if (unused) findings.warning("unused_macro", {}, "no pattern uses the macro $" + macro.name, macro.where);
  }
  for (const Code& code : book.codes) lint_code(code, findings);
  lint_repetition(book, findings);
  lint_idleness(book, findings);
  sort_findings(checked.files, findings.all());
  return std::move(findings.all());
}

}  // namespace topos
