// SPDX-License-Identifier: Apache-2.0
#include "topos/base/json.hpp"
#include "topos/report/cell.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

ExportPart part(const ExportDocument& in) {
  const Document& document = in.annotated.document;
  std::string metadata;
  for (const auto& [field, value] : document.metadata.all()) {
    metadata += metadata.empty() ? ",\"metadata\":{" : ",";
    append_json_string(metadata, field);
    metadata += ':';
    append_json_string(metadata, value);
  }
  if (!metadata.empty()) metadata += '}';
  std::string out;
  for (const Hit& hit : in.annotated.hits) {
    append_json_row(out, hit_columns(), hit_cells(in.annotated, hit), {});
    out.pop_back();
    out += metadata + "}\n";
  }
  return {{}, {std::move(out)}, {}, {}, {}};
}

std::vector<SharedFile> shared(const ExportContext&) { return {{"", "", ""}}; }

}  // namespace

const ExportFormat jsonl{"jsonl",
                         "JSON Lines, a hit a line with the metadata of its document",
                         "texts and regions, and documents without hits",
                         ExportShape::file,
                         shared,
                         part};

}  // namespace topos::exports
