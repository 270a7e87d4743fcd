// SPDX-License-Identifier: Apache-2.0
#include "words/kwic_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "cells.hpp"
#include "topos/annotation/concordance.hpp"
#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/base/suggest.hpp"
#include "topos/text/language.hpp"

namespace topos::cli {
namespace {

constexpr std::int64_t widest = 10'000;
constexpr std::int64_t most_drawn = 100'000;
constexpr std::int64_t most_rows = 1'000'000'000'000;
constexpr std::size_t most_folders = 24;

enum : std::size_t { document_at, line_at, left_at, node_at, right_at, code_at };
const std::vector<Column>& fixed_columns() {
  static const std::vector<Column> columns{{"document"}, {"line", true},    {"left", false, true}, {"node"},
                                           {"right"},    {"code"},          {"pattern"},           {"region"},
                                           {"section"},  {"negated", true}, {"quoted", true}};
  return columns;
}

Cell flag_cell(Flag flag) { return flag == Flag::unknown ? Cell() : Cell(std::int64_t{flag == Flag::yes}); }

std::string ids_of(const AnnotatedDocument& annotated, const QueryResult& found, const QueryHit& hit) {
  std::string ids = hit_id(annotated, *hit.hit);
  for (const Hit* other : found.others_of(hit)) ids += ' ' + hit_id(annotated, *other);
  return ids;
}

}  // namespace

void KwicChoices::declare(Options& options) {
  options.section("Concordance");
  options.number("--width", width, 0, widest, "Characters of context on each side");
  options.choice("--context", context, {"text", "sentence"},
                 "How far context goes: within the paragraph, or within the sentence");
  options.list("--sort", sort, "KEY[,KEY]",
               "Sort by left, right, node, date, document or code; else the order of the texts");
  options.number("--random", random, 1, most_drawn, "Only N lines, drawn at random and in random order");
  options.number("--seed", seed, 0, 9'007'199'254'740'991, "What --random starts from");
  options.number("--limit", limit, 1, most_rows, "Only the first N lines");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold are one line");
  options.text("--sheet", sheet, "FILE", "Write the lines to FILE, too, as a table for coders to fill in");
}

std::vector<std::string> KwicChoices::sort_keys() const {
  static const std::vector<std::string> known{"left", "right", "node", "date", "document", "code"};
  std::vector<std::string> keys;
  for (const std::string& text : sort)
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      std::string key = text.substr(begin, end - begin);
      begin = end + 1;
      if (std::find(known.begin(), known.end(), key) == known.end())
        throw Error(Errc::usage,
                    "--sort knows left, right, node, date, document and code, not '" + printable(key) + "'", {},
                    did_you_mean(key, known));
      keys.push_back(std::move(key));
    }
  return keys;
}

KwicLines::KwicLines(const Query& query, const KwicChoices& choices, std::size_t workers, bool coder)
    : query_(query), choices_(choices), keys_(choices.sort_keys()), columns_(fixed_columns()), coder_(coder),
      folders_(workers) {
  for (std::size_t i = 0; i < workers; ++i) runs_.emplace_back(query);
  static const std::vector<std::string> shown{"document", "line", "pattern", "region", "section", "negated", "quoted"};
  if (coder_) columns_.push_back({"coder"});
  if (choices.spans) columns_.insert(columns_.end(), {{"begin", true}, {"end", true}});
  const std::vector<Column> taken = columns_;
  const std::vector<std::string>& by = query.options().by;
  for (std::size_t i = 0; i < by.size(); ++i) {
    if (std::find(shown.begin(), shown.end(), by[i]) != shown.end() || (coder_ && by[i] == "coder")) continue;
    columns_.push_back({field_column(by[i], taken)});
    by_.push_back(i);
  }
}

KwicResult KwicLines::make(std::size_t worker, const AnnotatedDocument& annotated, const Annotator& annotator) {
  KwicResult result;
  result.sight = FieldCheck::look(query_, annotated.document);
  const QueryResult& found = runs_[worker].run(annotated);
  for (const QueryHit& hit : found.hits)
    result.rows.push_back(row(worker, annotated, found, hit, context_of(annotated, hit, annotator.segmentation())));
  result.draft = annotated.draft_language && !found.hits.empty();
  return result;
}

ByteSpan KwicLines::context_of(const AnnotatedDocument& annotated, const QueryHit& hit,
                               const Segmentation& segmentation) const {
  const ByteSpan paragraph = annotated.document.regions[hit.hit->paragraph - 1].span;
  if (choices_.context == "text") return paragraph;
  ByteSpan sentence = hit.span;
  if (hit.hit->sentence > 0 && hit.hit->sentence <= segmentation.sentences.size()) {
    const ByteSpan own = segmentation.sentences[hit.hit->sentence - 1].span;
    sentence = {std::min(own.begin, hit.span.begin), std::max(own.end, hit.span.end)};
  }
  return sentence;
}

OrderedRow KwicLines::row(std::size_t worker, const AnnotatedDocument& annotated, const QueryResult& found,
                          const QueryHit& hit, ByteSpan context) {
  const Document& document = annotated.document;
  const Region& region = document.regions[hit.hit->paragraph - 1];
  KwicLine line = kwic_line(document.text, context, hit.span, static_cast<std::uint32_t>(choices_.width));
  const std::string_view code = found.row_of(hit).code;
  OrderedRow row;
  row.cells = {document.id,
               std::int64_t{hit.hit->line},
               std::move(line.left),
               std::move(line.node),
               std::move(line.right),
               std::string(code),
               text_or_nothing(hit.hit->pattern()),
               std::string(to_string(region.name)),
               text_or_nothing(document.sections[region.section]),
               flag_cell(hit.hit->negated),
               flag_cell(hit.hit->quoted)};
  const std::vector<std::string>& values = found.values_of(hit);
  if (coder_) row.cells.push_back(text_or_nothing(annotated.notes_of(*hit.hit).coder));
  if (choices_.spans)
    row.cells.insert(row.cells.end(), {Cell(std::int64_t{hit.span.begin}), Cell(std::int64_t{hit.span.end})});
  for (const std::size_t field : by_) row.cells.push_back(text_or_nothing(values[field]));
  std::string ids = ids_of(annotated, found, hit);
  if (!keys_.empty()) row.key = key(worker, document, code, hit.span, context);
  if (choices_.random > 0) row.draw = hash64(ids + ' ' + std::string(code), static_cast<std::uint64_t>(choices_.seed));
  row.cells.emplace_back(std::move(ids));
  return row;
}

std::string KwicLines::key(std::size_t worker, const Document& document, std::string_view code, ByteSpan node,
                           ByteSpan context) {
  const Folder& folding = folder(worker, primary_language(document.language));
  std::string key;
  for (const std::string& name : keys_) {
    if (name == "left") key += left_key(document.text, context, node, folding);
    if (name == "right") key += right_key(document.text, context, node, folding);
    if (name == "node") key += node_key(document.text, node, folding);
    if (name == "document") key += document.id;
    if (name == "code") key += code;
    if (name == "date") {
      const std::string* date = document.metadata.find("date");
      key += date == nullptr ? "\xFF" : *date;  // no text begins so: what has no date comes last
    }
    key += '\0';
  }
  return key;
}

const Folder& KwicLines::folder(std::size_t worker, const std::string& language) {
  auto& own = folders_[worker];
  if (own.size() >= most_folders && own.find(language) == own.end()) own.clear();
  return own.try_emplace(language, language).first->second;
}

const std::vector<Column>& KwicLines::sheet_columns() {
  static const std::vector<Column> columns{{"id"},   {"document"}, {"left", false, true}, {"node"}, {"right"},
                                           {"code"}, {"keep"},     {"code_new"},          {"note"}, {"coder"}};
  return columns;
}

std::vector<Cell> KwicLines::sheet_row(const std::vector<Cell>& row) {
  return {row.back(),   row[document_at], row[left_at], row[node_at], row[right_at],
          row[code_at], Cell(),           Cell(),       Cell(),       Cell()};
}

}  // namespace topos::cli
