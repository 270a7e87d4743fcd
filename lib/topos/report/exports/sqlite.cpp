// SPDX-License-Identifier: Apache-2.0
#include "topos/base/number.hpp"
#include "topos/report/exports/database.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

std::string value(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return sql_text(*text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell)) {
    const std::string digits = number_text(*number);
    return digits.empty() ? "NULL" : digits;
  }
  return "NULL";
}

void insert(std::string& out, const char* table, const std::vector<Cell>& cells) {
  out += std::string("INSERT INTO ") + table + " VALUES(";
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + value(cells[i]);
  out += ')';
  out += statement_end;
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  std::string out;
  std::int64_t words = 0;
  for (const RegionSize& size : annotated.sizes) words += size.words;
  insert(out, "documents", {document.id, document.language, words, document.text});
  for (const auto& [field, text] : document.metadata.all()) insert(out, "metadata", {document.id, field, text});
  for (std::size_t i = 0; i < document.regions.size(); ++i) {
    const Region& region = document.regions[i];
    insert(out, "regions",
           {document.id, static_cast<std::int64_t>(i + 1), std::string(to_string(region.name)),
            std::int64_t{region.span.begin}, std::int64_t{region.span.end}, std::int64_t{annotated.sizes[i].words},
            std::int64_t{annotated.sizes[i].sentences}, std::int64_t{annotated.analysis[i]}});
  }
  for (const Hit& hit : annotated.hits) insert(out, "hits", hit_cells(annotated, hit));
  return {{}, {std::move(out)}, {}, {}, {}};
}

std::vector<SharedFile> shared(const ExportContext& context) {
  std::string head;
  const auto statement = [&](const std::string& sql) { head += sql + statement_end; };
  statement("CREATE TABLE codes(code TEXT, label TEXT)");
  statement("CREATE TABLE documents(document TEXT PRIMARY KEY, language TEXT, words INTEGER, text TEXT)");
  statement("CREATE TABLE metadata(document TEXT, field TEXT, value TEXT)");
  statement(
      "CREATE TABLE regions(document TEXT, paragraph INTEGER, region TEXT, \"begin\" INTEGER, \"end\" INTEGER, words "
      "INTEGER, sentences INTEGER, analysis INTEGER)");
  std::string columns;
  for (const Column& column : hit_columns())
    columns += (columns.empty() ? "\"" : ", \"") + column.name + "\" " +
               (column.name == "weight" ? "REAL"
                : column.numeric        ? "INTEGER"
                                        : "TEXT");
  statement("CREATE TABLE hits(" + columns + ")");
  for (const NamedCode& code : named_codes(context))
    insert(head, "codes", {std::string(code.id), std::string(code.label)});
  std::string foot;
  for (const char* index : {"hits_by_document ON hits(document)", "hits_by_code ON hits(code)",
                            "metadata_by_document ON metadata(document)"})
    foot += std::string("CREATE INDEX ") + index + statement_end;
  return {{"", std::move(head), std::move(foot)}};
}

}  // namespace

const ExportFormat sqlite{"sqlite",
                          "SQLite database: documents, metadata, regions, hits, codes",
                          "findings of detectors",
                          ExportShape::database,
                          shared,
                          part};

}  // namespace topos::exports
