// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/decision_table.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <set>
#include <string_view>

#include "topos/base/hash.hpp"
#include "topos/base/io.hpp"
#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/delimited.hpp"
#include "topos/text/input.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

constexpr std::size_t largest_table = std::size_t{1} << 30;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    found.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return found;
}

/// Cells of one row by the names of their columns.
class Row {
 public:
  Row(const DelimitedReader& table, const std::vector<std::string>& cells, const std::string& path)
      : table_(table), cells_(cells), path_(path) {}
  [[nodiscard]] std::string_view operator[](std::string_view name) const {
    const auto column = table_.column(name);
    return column ? trim(cells_[*column]) : std::string_view();
  }
  [[nodiscard]] Error wrong(const std::string& message, std::string hint = {}) const {
    return {Errc::table, message, {path_, table_.line()}, std::move(hint)};
  }

  [[nodiscard]] DecisionRow::Keep keep() const {
    const std::string text = lower((*this)["keep"]);
    if (text.empty()) return DecisionRow::Keep::undecided;
    if (text == "yes" || text == "1" || text == "y" || text == "true") return DecisionRow::Keep::yes;
    if (text == "no" || text == "0" || text == "n" || text == "false") return DecisionRow::Keep::no;
    throw wrong("keep is '" + printable((*this)["keep"]) + "'", "write yes or no, or leave it empty");
  }

  [[nodiscard]] std::uint32_t offset(std::string_view name) const {
    const auto value = parse_integer((*this)[name]);
    if (!value || *value < 0 || *value > std::numeric_limits<std::int32_t>::max())
      throw wrong(std::string(name) + " is '" + printable((*this)[name]) + "', not a number of bytes");
    return static_cast<std::uint32_t>(*value);
  }

 private:
  const DelimitedReader& table_;
  const std::vector<std::string>& cells_;
  const std::string& path_;
};

/// The columns that decide; a table may have others, which say nothing here.
constexpr std::array<std::string_view, 11> deciding{
    "id", "keep", "code", "code_new", "class_new", "source_new", "target_new", "coder", "document", "begin", "end"};
/// Columns of the tables that people fill in whose names are near those.
constexpr std::array<std::string_view, 9> other_columns{"class", "coders", "codes",     "documents", "mode",
                                                        "node",  "source", "source_of", "target"};

/// What is to be asked of a column that is a slip for one that decides and that the table has not; empty if it is none.
std::string slip_hint(const std::string& column, const DelimitedReader& table) {
  constexpr std::size_t few = 4;  // letters, in which other words are near
  if (std::find(other_columns.begin(), other_columns.end(), column) != other_columns.end()) return {};
  std::string plain = lower(trim(column));
  for (char& c : plain)
    if (c == ' ' || c == '-' || c == '.') c = '_';
  std::vector<std::string> missing;
  for (const std::string_view name : deciding) {
    if (name == column) return {};
    if (table.column(name)) continue;
    if (name == plain || (name.size() < few && plain == std::string(name) + 's'))
      return did_you_mean(name, {std::string(name)});
    if (name.size() >= few && plain.size() + 1 >= few) missing.emplace_back(name);
  }
  return did_you_mean(plain, missing);
}

/// A misspelt column would decide nothing, in silence.
void check_columns(const DelimitedReader& table, const std::string& path) {
  for (const std::string& column : table.header())
    if (std::string hint = slip_hint(column, table); !hint.empty())
      throw Error(Errc::table, "the column '" + printable(column) + "' decides nothing", {path, 1}, std::move(hint));
}

/// Nothing for a row that neither decides nor adds.
std::optional<DecisionRow> read_row(const Row& cells, bool has_code_new) {
  DecisionRow row;
  row.ids = words(cells["id"]);
  row.keep = cells.keep();
  row.code = cells[has_code_new ? "code_new" : "code"];
  if (row.code.empty()) row.code = cells["class_new"];
  row.source = cells["source_new"];
  row.target = cells["target_new"];
  row.coder = cells["coder"];
  if (!row.ids.empty()) return row;
  const bool placed = !cells["begin"].empty() || !cells["end"].empty();
  if (!placed) {
    if (row.decided())
      throw cells.wrong("the row has neither an id nor begin and end", "ids are those of kwic --sheet");
    return std::nullopt;
  }
  if (row.keep == DecisionRow::Keep::no) return std::nullopt;
  if (row.code.empty()) row.code = cells["code"];
  row.document = cells["document"];
  row.span = {cells.offset("begin"), cells.offset("end")};
  if (row.document.empty() || row.code.empty())
    throw cells.wrong("a hit to be added needs document, begin, end and code");
  if (row.span.begin >= row.span.end) throw cells.wrong("the hit to be added ends before it begins");
  return row;
}

}  // namespace

DecisionTable read_decisions(const std::string& path) {
  DecisionTable result;
  result.path = path;
  std::string bytes = InputStream(path).read_all(largest_table);
  result.checksum = sha256(bytes);
  DelimitedReader table(text_bytes(memory_bytes(std::move(bytes)), InputOptions(), path, {}), path);
  check_columns(table, path);
  const bool has_code_new = table.column("code_new").has_value();
  if (!table.column("id") && !table.column("begin"))
    throw Error(Errc::table, "no column id; the table has: " + listed(table.header()), {path, 1},
                "fill in a table that kwic --sheet wrote");
  if (!table.column("keep") && !has_code_new && !table.column("class_new") && !table.column("code"))
    throw Error(Errc::table, "no column keep or code_new; the table has: " + listed(table.header()), {path, 1},
                "fill in a table that kwic --sheet wrote");
  std::set<std::string> codes;
  std::set<std::string> coders;
  while (const auto cells = table.next()) {
    auto row = read_row(Row(table, *cells, path), has_code_new);
    if (!row) continue;
    row->line = table.line();
    if (!row->code.empty()) codes.insert(row->code);
    if (row->decided() && !row->coder.empty()) coders.insert(row->coder);
    result.rows.push_back(std::move(*row));
  }
  result.codes.assign(codes.begin(), codes.end());
  result.coders.assign(coders.begin(), coders.end());
  return result;
}

}  // namespace topos
