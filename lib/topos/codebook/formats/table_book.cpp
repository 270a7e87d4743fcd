// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/table_book.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/guard_reader.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/delimited.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

/// The rows of a table, cells by name.
class Rows {
 public:
  Rows(std::string_view bytes, const ImportOptions& options)
      : path_(options.path), reader_(memory_bytes(std::string(bytes)), options.path) {}

  bool next() {
    row_ = reader_.next();
    return row_.has_value();
  }
  /// The first of the columns called so that there is.
  [[nodiscard]] std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      for (std::size_t i = 0; i < reader_.header().size(); ++i)
        if (lower_ascii(reader_.header()[i]) == name) return i;
    return std::nullopt;
  }
  [[nodiscard]] std::string cell(std::optional<std::size_t> column) const {
    return column ? std::string(trimmed((*row_)[*column])) : std::string();
  }
  [[nodiscard]] std::string cell(std::string_view name) const { return cell(column({name})); }
  [[nodiscard]] std::size_t line() const { return reader_.line(); }

  [[nodiscard]] double number(const std::string& text, double otherwise) const {
    if (text.empty()) return otherwise;
    const auto value = parse_number(text);
    if (!value || !(*value >= 0)) fail("'" + printable(text) + "' is no number of 0 or more");
    return *value;
  }
  [[noreturn]] void fail(std::string why, std::string hint = {}) const {
    throw Error(Errc::codebook, std::move(why), {path_, line(), 0}, std::move(hint));
  }

 private:
  std::string path_;
  DelimitedReader reader_;
  std::optional<std::vector<std::string>> row_;
};

std::vector<std::string> lines_of(const std::string& cell) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < cell.size();) {
    const std::size_t end = std::min(cell.find('\n', begin), cell.size());
    if (end > begin) lines.push_back(cell.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

DraftEntry read_entry(const Rows& rows) {
  DraftEntry entry;
  entry.match = rows.cell("text");
  entry.weight = rows.number(rows.cell("weight"), 1);
  const std::string negation = rows.cell("negation");
  if (!negation.empty() && negation != "keep" && negation != "drop" && negation != "flip")
    rows.fail("'" + printable(negation) + "' is not keep, drop or flip");
  entry.negation = negation == "drop" ? Negation::drop : negation == "flip" ? Negation::flip : Negation::keep;
  entry.case_sensitive = rows.cell("case") == "1";
  entry.regions = lines_of(rows.cell("region"));
  entry.id = rows.cell("id");
  for (const std::string_view guard : guard_keys)
    if (std::vector<std::string> texts = lines_of(rows.cell(guard)); !texts.empty())
      entry.guards.emplace(guard, std::move(texts));
  return entry;
}

DraftCode read_code(const Rows& rows, const std::string& id) {
  DraftCode code;
  code.id = id;
  code.label = rows.cell("label").empty() ? id : rows.cell("label");
  code.dimension = rows.cell("dimension").empty() ? "dictionary" : rows.cell("dimension");
  code.definition = rows.cell("definition").empty() ? code.label : rows.cell("definition");
  code.include = rows.cell("include");
  code.exclude = rows.cell("exclude");
  code.note = rows.cell("note");
  code.layer = rows.cell("layer");
  code.group = rows.cell("group");
  code.quad = rows.cell("quad");
  code.main = rows.cell("main") == "1";
  const std::string priority = rows.cell("priority");
  const auto value = parse_integer(priority);
  if (!priority.empty() && !value) rows.fail("'" + printable(priority) + "' is no whole number");
  code.priority = value.value_or(0);
  return code;
}

/// A table with the column `kind`.
BookDraft read_whole(Rows& rows, const ImportOptions& options) {
  BookDraft draft;
  draft.id = options.id;
  std::map<std::string, std::size_t> codes;
  const auto language_of = [&](const std::string& cell) { return cell.empty() ? options.language : cell; };
  while (rows.next()) {
    const std::string kind = rows.cell("kind");
    const std::string name = rows.cell("code");
    if (kind == "book") {
      draft.title = rows.cell("label");
      draft.id = name.empty() ? draft.id : name;
      if (!rows.cell("text").empty()) draft.version = rows.cell("text");
    } else if (kind == "language") {
      std::vector<std::string>& list = rows.cell("text") == "draft" ? draft.draft_languages : draft.languages;
      list.push_back(name);
    } else if (kind == "macro") {
      draft.macros.emplace_back(name, rows.cell("text"));
    } else if (kind == "code") {
      if (!codes.emplace(name, draft.codes.size()).second)
        rows.fail("the code '" + printable(name) + "' is given twice");
      draft.codes.push_back(read_code(rows, name));
    } else {
      const auto code = codes.find(name);
      if (code == codes.end())
        rows.fail("no row before this one is the code '" + printable(name) + "'", "rows of kind code come first");
      const std::string language = language_of(rows.cell("language"));
      if (std::find(draft.languages.begin(), draft.languages.end(), language) == draft.languages.end())
        draft.languages.push_back(language);
      DraftLanguage& side = draft.codes[code->second].languages[language];
      if (kind == "pattern")
        side.patterns.push_back(read_entry(rows));
      else if (kind == "mask")
        side.masks.push_back(read_entry(rows));
      else if (kind == "example")
        side.examples.push_back(rows.cell("text"));
      else if (kind == "counterexample")
        side.counterexamples.push_back(rows.cell("text"));
      else
        rows.fail("'" + printable(kind) + "' is no kind of row",
                  "say book, language, macro, code, pattern, mask, example or counterexample");
    }
  }
  if (draft.languages.empty()) draft.languages.push_back(options.language);
  return draft;
}

/// A list of terms with their categories; "A/B" is the category B below A.
BookDraft read_list(Rows& rows, const ImportOptions& options, Losses& losses) {
  const auto category = rows.column({"code", "category", "key"});
  const auto pattern = rows.column({"pattern"});
  const auto term = pattern ? pattern : rows.column({"term", "word", "value", "entry"});
  const auto weight = rows.column({"weight", "score"});
  if (!category || !term)
    throw Error(Errc::codebook, "the table has no column of categories, or none of terms", {options.path, 1, 0},
                "call them category and term, or code and pattern");
  DraftBuilder builder(options.language, losses);
  while (rows.next()) {
    std::size_t at = DraftBuilder::none;
    const std::string path = rows.cell(category);
    if (path.empty()) rows.fail("a row without a category");
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      at = builder.category(at, std::string_view(path).substr(begin, end - begin), rows.line());
      begin = end + 1;
    }
    builder.define(at, rows.cell("definition"));
    const double share = rows.number(rows.cell(weight), 1);
    if (!pattern) {
      builder.term(at, rows.cell(term), {}, rows.line(), share);
    } else if (!rows.cell(term).empty()) {
      DraftEntry entry;
      entry.match = rows.cell(term);
      entry.weight = share;
      (void)parse_pattern(entry.match, options.language, {}, {options.path, rows.line(), 0});
      builder.pattern(at, std::move(entry), rows.line());
    }
  }
  return builder.finish(options.id, options.path);
}

}  // namespace

BookDraft read_table_book(std::string_view bytes, const ImportOptions& options, Losses& losses) {
  Rows rows(bytes, options);
  return rows.column({"kind"}) ? read_whole(rows, options) : read_list(rows, options, losses);
}

}  // namespace topos
