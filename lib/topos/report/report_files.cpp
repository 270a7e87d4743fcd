// SPDX-License-Identifier: Apache-2.0
#include "topos/report/report_files.hpp"

#include <algorithm>

#include "topos/base/hash.hpp"
#include "topos/base/number.hpp"
#include "topos/report/svg.hpp"
#include "topos/report/writer.hpp"

namespace topos {

std::string evidence_id(std::string_view code) {
  std::string id = "evidence-";
  bool changed = false;
  for (const char c : code) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    if (plain) id += c;
    changed = changed || !plain;
  }
  return changed ? id + '-' + sha256(code).substr(0, 8) : id;
}

std::string shown_number(double value, int digits) {
  constexpr int most_digits_shown = 9;
  std::string text = number_text(value, digits);
  for (int more = digits + 1; text == "0" && value != 0 && more <= most_digits_shown; ++more)
    text = number_text(value, more);
  return text;
}

std::vector<std::size_t> shown_columns(const ReportTable& table) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < table.table.columns.size(); ++i)
    if (table.shown.empty() ||
        std::find(table.shown.begin(), table.shown.end(), table.table.columns[i].name) != table.shown.end())
      numbers.push_back(i);
  return numbers;
}

void write_report(const Report& report, const FileSink& sink) {
  sink(std::string(report_page), html_report(report));
  sink(std::string(report_markdown), markdown_report(report));
  each_block<Figure>(report, [&](const Figure& figure) {
    sink("figures/" + figure.id + ".svg", svg_of(figure, SvgPlace::file));
    sink("figures/" + figure.id + ".vl.json", vega_lite(figure));
  });
  each_block<ReportTable>(report, [&](const ReportTable& table) {
    std::string bytes;
    write(table.table, writers::tsv, {}, [&](std::string_view part) { bytes += part; });
    sink("tables/" + table.id + ".tsv", bytes);
  });
  sink("provenance.json", to_json(report.provenance) + '\n');
}

}  // namespace topos
