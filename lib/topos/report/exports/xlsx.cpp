// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/export_text.hpp"
#include "topos/report/exports/workbook.hpp"

namespace topos::exports {
namespace {

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  std::size_t cut = 0;
  std::int64_t words = 0;
  for (const RegionSize& size : annotated.sizes) words += size.words;
  std::string hits;
  for (const Hit& hit : annotated.hits) append_sheet_row(hits, hit_cells(annotated, hit), cut);
  std::string documents;
  append_sheet_row(documents, {document.id, document.language, words, static_cast<std::int64_t>(annotated.hits.size())},
                   cut);
  std::string metadata;
  for (const auto& [field, value] : document.metadata.all())
    append_sheet_row(metadata, {document.id, field, value}, cut);
  ExportPart made;
  made.texts = {std::move(hits), std::move(documents), std::move(metadata)};
  if (cut > 0) made.lost["texts longer than a cell may hold, cut at 32767 characters"] = cut;
  return made;
}

SharedFile sheet(const char* name, const std::vector<std::string>& columns) {
  std::string head;
  std::size_t cut = 0;
  append_sheet_row(head, {columns.begin(), columns.end()}, cut);
  return {name, std::move(head), ""};
}

std::vector<SharedFile> shared(const ExportContext&) {
  std::vector<std::string> columns;
  for (const Column& column : hit_columns()) columns.push_back(column.name);
  return {sheet("hits", columns), sheet("documents", {"document", "language", "words", "hits"}),
          sheet("metadata", {"document", "field", "value"})};
}

}  // namespace

const ExportFormat xlsx{"xlsx",
                        "workbook with sheets of hits, documents and metadata",
                        "texts and regions of documents, labels of codes; texts longer than a cell may hold are cut",
                        ExportShape::workbook,
                        shared,
                        part};

}  // namespace topos::exports
