// SPDX-License-Identifier: Apache-2.0
#include "topos/report/graph_format.hpp"

#include <algorithm>
#include <array>

#include "topos/report/cell.hpp"

namespace topos {
namespace {

constexpr std::array all = {
#define TOPOS_GRAPH(id) &graphs::id,
#include "topos/report/graphs/graphs.def"
#undef TOPOS_GRAPH
};

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// U+FFFE and U+FFFF, which XML does not hold.
bool is_noncharacter(std::string_view text, std::size_t at) {
  const std::string_view three = text.substr(at, 3);
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

}  // namespace

std::span<const GraphFormat* const> graph_formats() noexcept { return all; }

std::vector<std::string> graph_format_names() {
  std::vector<std::string> names;
  for (const GraphFormat* format : all) names.emplace_back(format->name);
  return names;
}

const GraphFormat* find_graph_format(std::string_view name) noexcept {
  for (const GraphFormat* format : all)
    if (format->name == name) return format;
  return nullptr;
}

ColumnType column_type(const Table& table, std::size_t column) {
  ColumnType type = table.columns[column].numeric ? ColumnType::whole : ColumnType::text;
  for (const std::vector<Cell>& row : table.rows) {
    if (std::holds_alternative<std::string>(row[column])) return ColumnType::text;
    if (std::holds_alternative<double>(row[column])) type = ColumnType::real;
  }
  return type;
}

std::size_t column_called(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const Column& column) { return column.name == name; });
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::string xml_text(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && text[i] != '\t' && text[i] != '\n' && text[i] != '\r') {
      plain += replacement;
    } else if (is_noncharacter(text, i)) {
      plain += replacement;
      i += 2;
    } else {
      plain += text[i];
    }
  }
  std::string escaped;
  append_html(escaped, plain);
  // Line breaks would become blanks in attributes.
  std::string result;
  for (const char c : escaped) {
    if (c == '\n')
      result += "&#10;";
    else if (c == '\r')
      result += "&#13;";
    else if (c == '\t')
      result += "&#9;";
    else
      result += c;
  }
  return result;
}

}  // namespace topos
