// SPDX-License-Identifier: Apache-2.0
#include "discourse/citation_tables.hpp"

#include <algorithm>

#include "cells.hpp"
#include "comma_list.hpp"
#include "discourse/citation_graph.hpp"
#include "messages.hpp"

namespace topos::cli {
namespace {

/// The columns behind those of document and --by.
std::vector<Column> columns_of(CitationView view) {
  switch (view) {
    case CitationView::citations:
      return {{"section"}, {"form"}, {"mode"}, {"references"},   {"missing"},
              {"author"},  {"verb"}, {"text"}, {"sentence_text"}};
    case CitationView::references:
      return {{"number"}, {"times_cited", true}, {"authors"}, {"years"},        {"title"}, {"container"}, {"url"},
              {"doi"},    {"language"},          {"lint"},    {"duplicate_of"}, {"text"}};
    case CitationView::lint:
      return {{"kind"}, {"item"}, {"problem"}, {"detail"}, {"text"}};
    case CitationView::uncited:
      return {{"section"}, {"signs"}, {"paragraph_cited", true}, {"sentence_text"}};
    case CitationView::sections:
      return {{"part"},        {"section"}, {"documents", true}, {"sentences", true}, {"cited", true},
              {"share", true}, {"flags"}};
    case CitationView::voices:
      return {{"voice"},
              {"speaker"},
              {"reference"},
              {"sentences", true},
              {"documents", true},
              {"share", true},
              {"total_sentences", true},
              {"total_documents", true},
              {"flags"}};
    case CitationView::speakers:
      return {{"section"}, {"voice"}, {"speaker"}, {"reference"}, {"sentence_text"}};
    case CitationView::edges:
      return {{"from"}, {"relation"}, {"to"}, {"n", true}, {"documents", true}, {"evidence"}, {"flags"}};
  }
  return {};
}

bool lists_places(CitationView view) {
  return view == CitationView::citations || view == CitationView::references || view == CitationView::lint ||
         view == CitationView::uncited || view == CitationView::speakers;
}

/// The columns that say where a row stands, those of other lists of evidence; what stands in no sentence of the text
/// has its line and bytes alone.
std::vector<Column> place_columns(CitationView view) {
  std::vector<Column> columns{{"document"}};
  if (view != CitationView::references && view != CitationView::lint)
    columns.insert(columns.end(), {{"sentence", true}, {"analysis_sentence", true}});
  columns.insert(columns.end(), {{"line", true}, {"begin", true}, {"end", true}});
  return columns;
}

void add_place(std::vector<Cell>& cells, const TextPlace& place) {
  cells.push_back(whole(place.sentence));
  cells.push_back(place.analysis_sentence == 0 ? Cell() : whole(place.analysis_sentence));
  add_counts(cells, {place.line, place.span.begin, place.span.end});
}

/// What makes a flaw of an entry one that can be looked up.
std::string detail_of(const ListedReference& entry, const std::string& flaw) {
  if (flaw == "duplicate") return entry.duplicate_of;
  if (flaw == "tracking_parameter") return entry.tracking;
  return flaw == "broken_host" ? joined(entry.urls, "; ") : std::string();
}

std::string name_of(const std::vector<std::string>& values) {
  std::string name;
  for (const std::string& value : values) name += (name.empty() ? "" : " | ") + (value.empty() ? "-" : value);
  return name.empty() ? "all" : name;
}

}  // namespace

CitationTables::CitationTables(CitationView view, const std::vector<std::string>& by)
    : view_(view), table_{columns_by(lists_places(view) ? place_columns(view) : std::vector<Column>{}, by,
                                     columns_of(view)),
                          {}} {}

void CitationTables::add(const DocumentCitations& document, bool repeats) {
  if (!document.selected) return;
  switch (view_) {
    case CitationView::citations:
      return add_citations(document);
    case CitationView::references:
      return add_references(document);
    case CitationView::lint:
      return add_lint(document);
    case CitationView::uncited:
      return add_uncited(document);
    case CitationView::speakers:
      return add_speakers(document);
    default:
      totals_.add(document, repeats);
  }
}

void CitationTables::add_citations(const DocumentCitations& document) {
  for (const CitationPlace& one : document.citations) {
    Cells cells{document.document};
    add_place(cells, one.place);
    add_group(cells, document.groups[one.place.group].values);
    for (const std::string& text :
         {one.place.section, one.form, std::string(one.integral ? "integral" : "parenthetical"),
          joined(one.references, "; "), joined(one.missing, "; "), one.author, one.verb, one.marker, one.text})
      cells.push_back(text_or_nothing(text));
    table_.rows.push_back(std::move(cells));
  }
}

void CitationTables::add_references(const DocumentCitations& document) {
  for (const ListedReference& one : document.list) {
    Cells cells{document.document};
    add_counts(cells, {one.line, one.span.begin, one.span.end});
    add_group(cells, document.values);
    cells.emplace_back(one.number);
    add_counts(cells, {one.times_cited});
    for (const std::string& text :
         {joined(one.authors, "; "), joined(one.years, "; "), one.title, one.container, joined(one.urls, "; "), one.doi,
          one.language, joined(one.flaws, "; "), one.duplicate_of, one.text})
      cells.push_back(text_or_nothing(text));
    table_.rows.push_back(std::move(cells));
  }
}

void CitationTables::add_lint(const DocumentCitations& document) {
  const auto add = [&](const std::vector<std::string>& values, std::uint32_t line, ByteSpan span, const char* kind,
                       const std::string& item, const std::string& problem, const std::string& detail,
                       const std::string& text) {
    Cells cells{document.document};
    if (line == 0)
      cells.resize(cells.size() + 3);
    else
      add_counts(cells, {line, span.begin, span.end});
    add_group(cells, values);
    for (const std::string& one : {std::string(kind), item, problem, detail, text})
      cells.push_back(text_or_nothing(one));
    table_.rows.push_back(std::move(cells));
  };
  for (const ListedReference& one : document.list) {
    for (const std::string& flaw : one.flaws)
      add(document.values, one.line, one.span, "reference", one.number, flaw, detail_of(one, flaw), one.text);
    if (one.times_cited == 0) add(document.values, one.line, one.span, "reference", one.number, "orphan", {}, one.text);
  }
  if (document.list.empty()) {
    const std::string count = std::to_string(document.citations.size());
    if (!document.citations.empty()) add(document.values, 0, {}, "document", {}, "missing_list", count, {});
    return;
  }
  for (const CitationPlace& one : document.citations)
    if (!one.missing.empty())
      add(document.groups[one.place.group].values, one.place.line, one.place.span, "citation", one.marker,
          "missing_entry", joined(one.missing, "; "), one.text);
}

void CitationTables::add_uncited(const DocumentCitations& document) {
  for (const UncitedSentence& one : document.uncited) {
    Cells cells{document.document};
    add_place(cells, one.place);
    add_group(cells, document.groups[one.place.group].values);
    cells.push_back(text_or_nothing(one.place.section));
    std::vector<std::string> signs;
    for (std::size_t sign = 0; sign < claim_sign_names.size(); ++sign)
      if (one.signs[sign]) signs.emplace_back(claim_sign_names[sign]);
    cells.emplace_back(joined(signs, "; "));
    add_counts(cells, {one.paragraph_cited ? 1U : 0U});
    cells.emplace_back(one.text);
    table_.rows.push_back(std::move(cells));
  }
}

void CitationTables::add_speakers(const DocumentCitations& document) {
  for (const SpeakerPlace& one : document.speakers) {
    Cells cells{document.document};
    add_place(cells, one.place);
    add_group(cells, document.groups[one.place.group].values);
    for (const std::string* text :
         {&one.place.section, &one.voice.voice, &one.voice.speaker, &one.voice.work.reference, &one.text})
      cells.push_back(text_or_nothing(*text));
    table_.rows.push_back(std::move(cells));
  }
}

Cell CitationTables::flags_of(const CitationTotals::Group& group) {
  WarningFlags flags;
  flags.raise_few_documents(group.documents);
  flags.raise(group.repeats, "W12");
  WarningFlags::gather(flags.text(), raised_);
  return text_or_nothing(flags.text());
}

void CitationTables::write_sections() {
  for (const auto& [values, group] : totals_.groups()) {
    CitationTotals::Section all{{}, group.documents, 0, 0};
    const auto write = [&, &values = values, &group = group](const char* part, const CitationTotals::Section& one) {
      Cells cells;
      add_group(cells, values);
      cells.insert(cells.end(), {Cell(std::string(part)), text_or_nothing(one.section)});
      add_counts(cells, {one.documents, one.sentences, one.cited});
      cells.emplace_back(one.sentences == 0 ? undefined : real(one.cited) / real(one.sentences));
      cells.push_back(flags_of(group));
      table_.rows.push_back(std::move(cells));
    };
    for (const CitationTotals::Section& one : totals_.sections(values)) {
      all.sentences += one.sentences;
      all.cited += one.cited;
      write("section", one);
    }
    write("total", all);
  }
}

void CitationTables::write_voices() {
  std::vector<const std::pair<const CitationTotals::VoiceKey, CitationTotals::Voice>*> order;
  for (const auto& one : totals_.voices()) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    if (std::get<0>(a->first) != std::get<0>(b->first)) return std::get<0>(a->first) < std::get<0>(b->first);
    return a->second.sentences > b->second.sentences;
  });
  for (const auto* one : order) {
    const auto& [values, voice, speaker, work] = one->first;
    const CitationTotals::Group& group = totals_.groups().at(values);
    Cells cells;
    add_group(cells, values);
    cells.insert(cells.end(), {Cell(voice), text_or_nothing(speaker), text_or_nothing(one->second.reference)});
    add_counts(cells, {one->second.sentences, one->second.documents});
    cells.emplace_back(real(one->second.sentences) / real(group.sentences));
    add_counts(cells, {group.sentences, group.documents});
    cells.push_back(flags_of(group));
    table_.rows.push_back(std::move(cells));
  }
}

void CitationTables::write_edges() {
  for (const auto& [key, edge] : totals_.edges()) {
    const auto& [values, relation, from, to, work] = key;
    Cells cells;
    add_group(cells, values);
    cells.insert(cells.end(), {Cell(from.empty() ? name_of(values) : from),
                               Cell(std::string(edge_relation_names[static_cast<std::size_t>(relation)])),
                               Cell(totals_.target(key, edge))});
    add_counts(cells, {edge.n, edge.documents});
    cells.emplace_back(joined(edge.evidence, "; "));
    cells.push_back(flags_of(totals_.groups().at(values)));
    table_.rows.push_back(std::move(cells));
  }
}

Table CitationTables::table() {
  if (view_ == CitationView::sections) write_sections();
  if (view_ == CitationView::voices) write_voices();
  if (view_ == CitationView::edges) write_edges();
  WarningFlags::print(raised_);
  if (view_ == CitationView::sections && totals_.adds_up_sections())
    note("sections of several documents that are called the same are added up; --by document keeps them apart");
  return std::move(table_);
}

GraphTables CitationTables::graph() {
  using Relation = AttributionEdge::Relation;
  CitationGraph graph;
  for (const auto& [key, edge] : totals_.edges()) {
    const auto& [values, relation, from, to, work] = key;
    const CitationGraph::Node source{from.empty() ? "text" : "speaker", from.empty() ? name_of(values) : from};
    const CitationGraph::Node target{relation == Relation::attributes ? "speaker" : "work", totals_.target(key, edge)};
    graph.add(source, edge_relation_names[static_cast<std::size_t>(relation)], target, edge.n, edge.evidence);
    (void)flags_of(totals_.groups().at(values));
  }
  WarningFlags::print(raised_);
  return graph.tables();
}

}  // namespace topos::cli
