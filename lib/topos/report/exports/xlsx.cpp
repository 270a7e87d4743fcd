// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/base/number.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

constexpr std::size_t longest_cell = 32767;  // characters that a cell may hold
constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* relations_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* office_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Texts stand in their cells as texts, whatever they begin with: nothing is ever a formula.
void append_cell(const Cell& cell, std::string& out, std::size_t& cut) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    std::string_view shown = *text;
    if (shown.size() > longest_cell) {
      std::size_t end = longest_cell;
      while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0) == 0x80) --end;
      shown = shown.substr(0, end);
      ++cut;
    }
    out += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">";
    append_xml(out, shown);
    out += "</t></is></c>";
    return;
  }
  std::string number;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) number = std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&cell)) number = number_text(*real);
  out += number.empty() ? "<c/>" : "<c><v>" + number + "</v></c>";
}

std::string row(const std::vector<Cell>& cells, std::size_t& cut) {
  std::string out = "<row>";
  for (const Cell& cell : cells) append_cell(cell, out, cut);
  return out + "</row>\n";
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  std::size_t cut = 0;
  std::int64_t words = 0;
  for (const RegionSize& size : annotated.sizes) words += size.words;
  std::string hits;
  for (const Hit& hit : annotated.hits) hits += row(hit_cells(annotated, hit), cut);
  const std::string documents =
      row({document.id, document.language, words, static_cast<std::int64_t>(annotated.hits.size())}, cut);
  std::string metadata;
  for (const auto& [field, value] : document.metadata.all()) metadata += row({document.id, field, value}, cut);
  ExportPart made;
  made.texts = {std::move(hits), documents, std::move(metadata)};
  if (cut > 0) made.lost["texts longer than a cell may hold, cut at 32767 bytes"] = cut;
  return made;
}

SharedFile sheet(int number, const std::vector<std::string>& names) {
  std::size_t cut = 0;
  const std::string head = std::string(declaration) + "<worksheet xmlns=\"" + main_namespace + "\"><sheetData>\n" +
                           row({names.begin(), names.end()}, cut);
  return {"xl/worksheets/sheet" + std::to_string(number) + ".xml", head, "</sheetData></worksheet>\n"};
}

std::vector<SharedFile> shared(const ExportContext&) {
  std::vector<std::string> columns;
  for (const Column& column : hit_columns()) columns.push_back(column.name);
  return {sheet(1, columns), sheet(2, {"document", "language", "words", "hits"}),
          sheet(3, {"document", "field", "value"})};
}

std::vector<std::pair<std::string, std::string>> fixed(const ExportContext&) {
  const char* const names[] = {"hits", "documents", "metadata"};
  std::string types;
  std::string sheets;
  std::string relations;
  for (int n = 1; n <= 3; ++n) {
    const std::string number = std::to_string(n);
    types += "<Override PartName=\"/xl/worksheets/sheet" + number +
             ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
    sheets +=
        "<sheet name=\"" + std::string(names[n - 1]) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
    relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + office_namespace +
                 "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
  }
  return {
      {"[Content_Types].xml",
       std::string(declaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
           "ContentType=\"application/xml\"/>"
           "<Override PartName=\"/xl/workbook.xml\" "
           "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" +
           types + "</Types>\n"},
      {"_rels/.rels", std::string(declaration) + "<Relationships xmlns=\"" + relations_namespace +
                          "\"><Relationship Id=\"rId1\" Type=\"" + office_namespace +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n"},
      {"xl/workbook.xml", std::string(declaration) + "<workbook xmlns=\"" + main_namespace + "\" xmlns:r=\"" +
                              office_namespace + "\"><sheets>" + sheets + "</sheets></workbook>\n"},
      {"xl/_rels/workbook.xml.rels", std::string(declaration) + "<Relationships xmlns=\"" + relations_namespace +
                                         "\">" + relations + "</Relationships>\n"}};
}

}  // namespace

const ExportFormat xlsx{"xlsx",
                        "workbook with sheets of hits, documents and metadata",
                        "texts of documents; texts longer than a cell may hold are cut",
                        ExportShape::archive,
                        shared,
                        part,
                        fixed};

}  // namespace topos::exports
