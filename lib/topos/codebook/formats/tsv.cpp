// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/table_book.hpp"

namespace topos {
namespace {

/// Rows of a table in the making: cells by column.
class Sheet {
 public:
  using Cells = std::map<std::string, std::string, std::less<>>;

  void row(std::string kind, std::string code, Cells cells) {
    cells["kind"] = std::move(kind);
    cells["code"] = std::move(code);
    rows_.push_back(std::move(cells));
  }

  /// The columns that are used, in the order of table_columns.
  [[nodiscard]] std::string text() const {
    std::string out;
    std::vector<std::string_view> used;
    for (const std::string_view column : table_columns)
      for (const Cells& cells : rows_)
        if (const auto found = cells.find(column); found != cells.end() && !found->second.empty()) {
          used.push_back(column);
          break;
        }
    for (const std::string_view column : used) out += (out.empty() ? "" : "\t") + std::string(column);
    for (const Cells& cells : rows_) {
      out += '\n';
      for (std::size_t i = 0; i < used.size(); ++i) {
        if (i > 0) out += '\t';
        if (const auto found = cells.find(used[i]); found != cells.end()) append_cell(out, found->second);
      }
    }
    return out + '\n';
  }

 private:
  static void append_cell(std::string& out, const std::string& text) {
    for (const char c : text) {
      if (c == '\t' || c == '\n' || c == '\\') {
        out += '\\';
        out += c == '\t' ? 't' : c == '\n' ? 'n' : '\\';
      } else {
        out += c;
      }
    }
  }

  std::vector<Cells> rows_;
};

std::string lines(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "\n") + text;
  return out;
}

Sheet::Cells entry_cells(const std::string& language, const DraftEntry& entry) {
  Sheet::Cells cells{{"language", language}, {"text", entry.match}, {"region", lines(entry.regions)}, {"id", entry.id}};
  if (entry.weight != 1) cells["weight"] = number_text(entry.weight);
  if (entry.negation != Negation::keep) cells["negation"] = entry.negation == Negation::drop ? "drop" : "flip";
  if (entry.case_sensitive) cells["case"] = "1";
  for (const auto& [guard, texts] : entry.guards) cells[guard] = lines(texts);
  return cells;
}

void add_code(Sheet& sheet, const DraftCode& code) {
  sheet.row("code", code.id,
            {{"label", code.label},
             {"dimension", code.dimension},
             {"definition", code.definition},
             {"include", code.include},
             {"exclude", code.exclude},
             {"note", code.note},
             {"layer", code.layer},
             {"group", code.group},
             {"quad", code.quad},
             {"main", code.main ? "1" : ""},
             {"priority", code.priority == 0 ? "" : std::to_string(code.priority)}});
  for (const auto& [language, side] : code.languages) {
    for (const DraftEntry& entry : side.patterns) sheet.row("pattern", code.id, entry_cells(language, entry));
    for (const DraftEntry& entry : side.masks) sheet.row("mask", code.id, entry_cells(language, entry));
    for (const std::string& text : side.examples)
      sheet.row("example", code.id, {{"language", language}, {"text", text}});
    for (const std::string& text : side.counterexamples)
      sheet.row("counterexample", code.id, {{"language", language}, {"text", text}});
  }
}

std::string write(const Codebook& book, const ExportOptions&, Losses&) {
  const BookDraft draft = draft_of(book);
  Sheet sheet;
  sheet.row("book", draft.id, {{"label", draft.title}, {"text", draft.version}});
  for (const std::string& language : draft.languages) sheet.row("language", language, {{"text", ""}});
  for (const std::string& language : draft.draft_languages) sheet.row("language", language, {{"text", "draft"}});
  for (const auto& [name, value] : draft.macros) sheet.row("macro", name, {{"text", value}});
  for (const DraftCode& code : draft.codes) add_code(sheet, code);
  return sheet.text();
}

}  // namespace

const BookFormat tsv_book_format{"tsv", " .tsv .csv ",   "tables of codes and patterns, TSV or CSV",
                                 true,  read_table_book, write};

}  // namespace topos
