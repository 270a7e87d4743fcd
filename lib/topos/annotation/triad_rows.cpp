// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/triad_rows.hpp"

#include <utility>

#include "topos/annotation/detectors/triads.hpp"
#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/line_counter.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

void add_word(std::string& words, std::string_view word) { words.append(words.empty() ? "" : " ").append(word); }

std::string roles_of(const Triad& triad) {
  std::string roles;
  if (triad.agent_deleted) add_word(roles, "agent_deleted");
  const auto add_role = [&](std::string_view end, TriadRole role) {
    if (role != TriadRole::none && role != TriadRole::noun)
      add_word(roles, std::string(end) + std::string(to_string(role)));
  };
  add_role("source_", triad.source_role);
  add_role("target_", triad.target_role);
  return roles;
}

}  // namespace

TriadReader::TriadReader(const Query& query, TriadOptions options, const std::vector<const Codebook*>& books,
                         const TriadDecisions* decisions)
    : query_(query), options_(std::move(options)), decisions_(decisions) {
  for (const Codebook* book : books)
    for (const Code& code : book->codes)
      if (!code.quad.empty()) quads_.emplace(code.id, code.quad);
}

bool TriadReader::is_actor(const Hit& hit) const {
  if (options_.actors.everything()) return is_triad_actor(hit);
  return hit.url != Flag::yes && options_.actors.selects(hit.code());
}

void TriadReader::set_class(TriadRow& row, std::string_view code) const {
  row.action = code;
  const auto quad = quads_.find(code);
  row.quad = quad == quads_.end() ? std::string() : quad->second;
  const int sign = row.quad.find("conflict") != std::string::npos      ? -1
                   : row.quad.find("cooperation") != std::string::npos ? 1
                                                                       : 0;
  row.polarity = row.negated ? -sign : sign;
}

bool TriadReader::wants(const TriadRow& row) const {
  if (options_.by_class && (row.action.empty() || !options_.classes.selects(row.action))) return false;
  return !options_.complete || row.joins_actors();
}

/// Appends the row as people left it, behind it what the machine had found where that differs.
void TriadReader::decide(TriadRow& row, std::vector<TriadRow>& rows) const {
  const DecisionRow* decision = decisions_ != nullptr ? decisions_->about(row.id) : nullptr;
  if (decision == nullptr || !decision->decided()) {
    rows.push_back(std::move(row));
    return;
  }
  row.coder = decision->coder;
  row.decided = true;
  const bool recoded = !decision->code.empty() || !decision->source.empty() || !decision->target.empty();
  if (!recoded) {
    row.kept = decision->keep != DecisionRow::Keep::no;
    rows.push_back(std::move(row));
    return;
  }
  TriadRow changed = row;
  changed.machine = false;
  if (!decision->code.empty()) set_class(changed, decision->code);
  const auto set_end = [](std::string& end, const std::string& given) {
    if (!given.empty()) end = given == "-" ? std::string() : given;
  };
  set_end(changed.source, decision->source);
  set_end(changed.target, decision->target);
  row.kept = false;
  rows.push_back(std::move(changed));
  rows.push_back(std::move(row));
}

DocumentTriads TriadReader::read(const AnnotatedDocument& annotated, Annotator& annotator) const {
  const Document& document = annotated.document;
  DocumentTriads result;
  result.document = document.id;
  result.language = primary_language(document.language);
  const QueryParts parts = query_.parts(annotated);
  result.selected = parts.selected;
  if (!parts.selected) return result;
  for (const QueryGroup& group : parts.groups) result.groups.push_back(group.values);
  DocumentGrammar& grammar = annotator.begin_grammar(document);
  result.supported = grammar.supported();
  if (!result.supported) return result;
  const Segmentation& cut = annotator.segmentation();
  if (options_.parsed != nullptr) result.aligned = options_.parsed->give(annotated, cut, grammar);
  LineCounter lines(document.text);
  for (const Triad& triad : find_triads(annotated, cut, grammar, [&](const Hit& hit) { return is_actor(hit); })) {
    const Sentence& sentence = cut.sentences[triad.sentence];
    const std::uint32_t group = parts.group_of[sentence.region];
    if (group == QueryParts::none) continue;
    TriadRow row;
    row.id = triad_id(document.id, triad).view();
    row.sentence = triad.sentence + 1;
    row.analysis_sentence = sentence.analysis;
    row.line = lines.line_of(triad.span.begin);
    row.span = triad.span;
    row.group = group;
    row.clause = triad.clause;
    if (triad.source != nullptr) row.source = query_.row_code(triad.source->code());
    if (triad.target != nullptr) row.target = query_.row_code(triad.target->code());
    row.symmetric = triad.symmetric;
    if (row.symmetric && row.target < row.source) std::swap(row.source, row.target);
    row.negated = triad.negated;
    if (triad.action != nullptr) set_class(row, triad.action->code());
    row.verb = triad.verb.in(document.text);
    row.modality = triad.modality;
    row.rule = to_string(triad.rule);
    row.confidence = triad.confidence == Confidence::high ? "high" : "low";
    row.roles = roles_of(triad);
    // A giant sentence may hold thousands of triads, each of which shows it.
    row.text = shown_text(triad.span.in(document.text));
    row.sentence_text = shown_text(sentence.span.in(document.text));
    decide(row, result.rows);
  }
  // What people decided may give a triad the class or the end that is asked for.
  std::erase_if(result.rows, [&](const TriadRow& row) { return !wants(row); });
  return result;
}

}  // namespace topos
