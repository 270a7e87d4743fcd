// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/export_text.hpp"
#include "topos/report/writer.hpp"

namespace topos::exports {
namespace {

const std::vector<Column>& columns() {
  static const std::vector<Column> list{
      {"ID"},         {"time"},   {"docId"},        {"docTitle"}, {"docAuthor"},       {"docSource"}, {"start", true},
      {"stop", true}, {"person"}, {"organization"}, {"concept"},  {"agreement", true}, {"text"}};
  return list;
}

/// The lines of a table in CSV; `header`: only the first.
std::string lines(const Table& table, bool header) {
  std::string out;
  write(table, writers::csv, {}, [&](std::string_view bytes) { out += bytes; });
  return header ? out : out.substr(out.find('\n') + 1);
}

Cell field(const Document& document, std::string_view name) {
  const std::string* const value = document.metadata.find(name);
  return value == nullptr || value->empty() ? Cell() : Cell(*value);
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  Table table{columns(), {}};
  ExportPart made;
  for (const Hit& hit : annotated.hits) {
    if (is_or_below(hit.code(), "actor")) continue;
    const HitNotes notes = annotated.notes_of(hit);
    if (notes.holder.empty()) {
      ++made.lost["hits without a holder: a statement needs somebody who makes it"];
      continue;
    }
    const bool against = hit.polarity < 0 || hit.negated == Flag::yes;
    const Cell title = field(document, "title");
    table.rows.push_back({hit_id(annotated, hit), field(document, "date"), document.id,
                          std::holds_alternative<std::monostate>(title) ? Cell(document.id) : title,
                          field(document, "author"), field(document, "source"), std::int64_t{hit.span.begin},
                          std::int64_t{hit.span.end}, Cell(), std::string(notes.holder), std::string(hit.code()),
                          std::int64_t{against ? 0 : 1}, std::string(hit.span.in(document.text))});
  }
  made.texts.push_back(lines(table, false));
  return made;
}

std::vector<SharedFile> shared(const ExportContext&) { return {{"", lines({columns(), {}}, true), ""}}; }

}  // namespace

const ExportFormat dna{"dna",
                       "table of statements as Discourse Network Analyzer writes it",
                       "hits without a holder, actors by themselves, everything else about hits",
                       ExportShape::file,
                       shared,
                       part};

}  // namespace topos::exports
