// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/examples.hpp"

#include <algorithm>
#include <map>

#include "topos/annotation/explanation.hpp"

namespace topos {
namespace {

std::string quoted(ByteSpan span, const Document& document) {
  return '\'' + std::string(span.in(document.text)) + '\'';
}

bool own(const ExplainedMatch& match, const Code& code) { return is_or_below(match.code->id, code.id); }

bool is_hit(const ExplainedMatch& match) { return match.outcome == ExplainedMatch::Outcome::hit; }

std::string with_code(const ExplainedMatch& match, const Document& document) {
  return match.code->id + ' ' + quoted(match.span, document);
}

/// Why a match of the code is no hit: "'hedge' masked by frame.hedging#en.x1".
std::string reason(const ExplainedMatch& match, const Document& document) {
  std::string text = quoted(match.span, document) + ' ' + std::string(to_string(match.outcome));
  if (match.by_pattern != nullptr) return text + " by " + match.by_pattern->id;
  if (match.guard != nullptr) return text + ' ' + guard_text(*match.guard);
  return text;
}

/// For a counterexample the hits that should not be there; for an example the matches that came to nothing, then other
/// hits.
std::string describe(const Explanation& told, const Document& document, const Code& code, bool counterexample) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  for (const ExplainedMatch& match : told.matches) {
    if (counterexample && own(match, code) && is_hit(match))
      add(quoted(match.span, document) + ' ' + match.pattern->id);
    if (!counterexample && own(match, code)) add(reason(match, document));
  }
  if (counterexample) return text;
  for (const ExplainedMatch& match : told.matches)
    if (!own(match, code) && is_hit(match)) add(with_code(match, document));
  return text.empty() ? "nothing" : text;
}

}  // namespace

ExampleReport run_examples(const Codebook& book) {
  ExampleReport report;
  std::map<std::string, Explainer> explainers;
  for (const Code& code : book.codes) {
    if (code.borrowed) continue;
    for (const auto& [language, side] : code.languages) {
      for (const bool counterexample : {false, true}) {
        const std::vector<Example>& examples = counterexample ? side.counterexamples : side.examples;
        (counterexample ? report.counterexamples : report.examples) += examples.size();
        for (const Example& example : examples) {
          const auto explainer = explainers.try_emplace(language, book, language).first;
          const Document document = sentence_document(example.text, language);
          const Explanation told = explainer->second.explain(document, {}, false);
          const bool hit = std::any_of(told.matches.begin(), told.matches.end(),
                                       [&](const ExplainedMatch& match) { return own(match, code) && is_hit(match); });
          if (hit != counterexample) continue;
          report.failures.push_back(
              {&code, language, &example, counterexample, describe(told, document, code, counterexample)});
        }
      }
    }
  }
  return report;
}

}  // namespace topos
