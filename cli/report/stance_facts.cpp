// SPDX-License-Identifier: Apache-2.0
#include "report/stance_facts.hpp"

#include <algorithm>
#include <array>

#include "cells.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/discourse/finding_values.hpp"
#include "topos/discourse/line_numbers.hpp"
#include "topos/text/shown_text.hpp"

namespace topos::cli {
namespace {

constexpr std::string_view war = "nomination.war";

std::string small(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// Adds a passive to the list, and to the counts if it is a finite one.
void add_passive(const Finding& finding, const Document& document, const Sentence& sentence, std::size_t number,
                 const LineNumbers& lines, StanceFacts& facts) {
  const std::string agent = field_text(finding, "agent");
  const std::string form = field_text(finding, "form");
  StanceFacts::Form& of_form = facts.forms[form];
  ++of_form.n;
  of_form.agentless += agent.empty() ? 1U : 0U;
  if (form == "finite") {
    ++facts.passives;
    facts.agentless += agent.empty() ? 1U : 0U;
  }
  std::vector<Cell> cells{document.id};
  add_counts(cells, {number, sentence.analysis, lines.of(finding.span.begin), finding.span.begin, finding.span.end});
  for (const std::string& text :
       {form, field_text(finding, "verb"), shown_text(agent), shown_text(field_text(finding, "patient")),
        shown_text(finding.span.in(document.text)), shown_text(sentence.span.in(document.text))})
    cells.push_back(text_or_nothing(text));
  facts.list.rows.push_back(std::move(cells));
}

}  // namespace

StanceFacts stance_facts(const AnnotatedDocument& annotated, Annotator& annotator, QueryRun& run) {
  const Document& document = annotated.document;
  StanceFacts facts;
  facts.list.columns = {{"document"},   {"sentence", true}, {"analysis_sentence", true},
                        {"line", true}, {"begin", true},    {"end", true},
                        {"form"},       {"verb"},           {"agent"},
                        {"patient"},    {"text"},           {"sentence_text"}};
  const QueryResult& found = run.run(annotated);
  for (const QueryHit& hit : found.hits)
    if (found.row_of(hit).code == war) ++facts.names[small(shown_text(hit.span.in(document.text)))];
  const QueryParts parts = run.query().parts(annotated);
  const Segmentation& cut = annotator.segmentation();
  const DetectorInput input{annotated, cut, annotator.vocabulary(), &annotator.begin_grammar(document)};
  constexpr std::array<const Detector*, 2> which{&detectors::passive, &detectors::quote};
  const LineNumbers lines(document.text);
  std::vector<ByteSpan> quotes;
  for (const Finding& finding : detect(input, which)) {
    if (finding.type == "quote") quotes.push_back(finding.span);
    const auto sentence = std::partition_point(cut.sentences.begin(), cut.sentences.end(),
                                               [&](const Sentence& one) { return one.span.end <= finding.span.begin; });
    if (sentence == cut.sentences.end() || parts.group_of[sentence->region] == QueryParts::none) continue;
    if (finding.type == "quote") ++facts.quotes[field_text(finding, "kind")];
    if (finding.type == "passive")
      add_passive(finding, document, *sentence, static_cast<std::size_t>(sentence - cut.sentences.begin()) + 1, lines,
                  facts);
  }
  facts.self = self_mentions(annotated, cut, parts, quotes);
  return facts;
}

}  // namespace topos::cli
