// SPDX-License-Identifier: Apache-2.0
#include "count_table.hpp"

#include <algorithm>
#include <map>

#include "cells.hpp"
#include "field_check.hpp"
#include "hit_doubts.hpp"
#include "messages.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/number.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// The pattern with most hits, the first in byte order of equals.
std::pair<std::string_view, std::uint64_t> top_pattern(const RowCount& row) {
  std::pair<std::string_view, std::uint64_t> top;
  for (const auto& [pattern, n] : row.patterns)
    if (n > top.second) top = {pattern, n};
  return top;
}

}  // namespace

void CountChoices::declare(Options& options) {
  options.section("Counting");
  options.list_with_unit(
      "--per", per, "N UNIT", {"words", "sentences", "documents", "characters"},
      "Base of rates: a number and words, sentences, documents or characters; 1000 words if not given");
  inference.declare(options);
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
  options.flag("--zeros", zeros, "Also rows of codes without hits");
  options.flag("--matrix", matrix, "One row a document, one column a code");
  options.flag("--sparse", sparse, "With --matrix: only the cells that are not zero, as document, code, n");
  options.flag("--exit-code", exit_code, "End with status 1 if nothing was found");
}

CountTable::Rate CountTable::rate_of(const std::vector<std::string>& per) {
  static const std::map<std::string, CountsByDocument::Measure, std::less<>> totals{
      {"words", &GroupCount::words},
      {"sentences", &GroupCount::sentences},
      {"documents", &GroupCount::documents},
      {"characters", &GroupCount::characters}};
  Rate rate;
  for (const std::string& item : per) {
    for (std::size_t begin = 0; begin < item.size();) {
      const std::size_t end = std::min(item.find_first_of(", ", begin), item.size());
      const std::string part = item.substr(begin, end - begin);
      begin = end + 1;
      if (part.empty()) continue;
      if (const auto base = parse_integer(part); base && *base >= 1 && *base <= 1'000'000'000) {
        rate.base = *base;
      } else if (const auto total = totals.find(part); total != totals.end()) {
        rate.unit = part;
        rate.total = total->second;
      } else {
        throw Error(
            Errc::usage,
            "--per takes a whole number from 1 to 1000000000 and words, sentences, documents or characters, not '" +
                printable(part) + "'",
            {}, "for example --per '100 sentences'");
      }
    }
  }
  return rate;
}

CountTable::CountTable(const Query& query, const CountChoices& choices, bool decisions)
    : query_(query), choices_(choices), decisions_(decisions), rate_(rate_of(choices.per)),
      inference_(query, choices.inference, rate_.total, static_cast<double>(rate_.base)) {
  if (choices.sparse && !choices.matrix) throw Error(Errc::usage, "--sparse goes with --matrix");
  if (!choices.matrix) return;
  if (choices.inference.wants_interval() || choices.inference.wants_parts())
    throw Error(Errc::usage, "--matrix shows documents, which have no interval and no dispersion");
  for (const std::string& field : query.options().by)
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::usage, "--matrix has one row a document, which '" + printable(field) + "' cannot split", {},
                  "leave out --matrix, or split by metadata");
}

void CountTable::add(const DocumentTally& tally, DocumentOrigin origin, bool duplicate) {
  tally_.add(tally, duplicate);
  inference_.add(tally, std::move(origin), duplicate);
  if (!choices_.matrix || !tally.selected) return;
  Cells cells{tally.document, {}, {}, 0};
  for (const DocumentTally::Group& group : tally.groups) cells.words += group.count.words;
  if (!tally.groups.empty()) cells.by = tally.groups.front().values;
  cells.by.resize(query_.options().by.size());
  std::map<std::string, std::uint64_t> counts;
  for (const DocumentTally::Row& row : tally.rows) counts[std::string(row.kind->code)] += row.n;
  cells.counts.assign(counts.begin(), counts.end());
  by_document_.push_back(std::move(cells));
}

Table CountTable::table(const std::vector<BookCode>& codes) {
  if (choices_.matrix) return matrix(codes);
  counts_ = tally_.counts();
  return rows(codes);
}

void CountTable::add_zeros(const std::vector<BookCode>& codes) {
  std::set<GroupKey> groups;
  for (const auto& [key, row] : counts_.rows) groups.insert(key.group);
  // Groups of text know no values of hits: where those split the rows, only values that occurred do.
  const std::vector<std::string>& by = query_.options().by;
  if (std::none_of(by.begin(), by.end(), [](const std::string& field) { return field_kind(field) == FieldKind::hit; }))
    for (const auto& [key, group] : counts_.groups) groups.insert(key);
  for (const auto& [key, row] : std::map(counts_.rows))
    for (const GroupKey& group : groups) (void)counts_.rows[{key.codebook, key.code, group}];
  for (const BookCode& one : codes)
    for (const GroupKey& group : groups) (void)counts_.rows[{one.book, one.code, group}];
}

std::string CountTable::flags_of(const RowKey& key, const RowCount& row, const GroupCount& group) const {
  WarningFlags flags;
  flags.raise(group.documents == 1, "W01");
  flags.raise(row.n > 0 && row.n < rare, "W04");
  HitDoubts{row.n, top_pattern(row).second, row.quoted, row.negated, key.codebook == "expressions"}.raise(flags);
  flags.raise(share(group.furniture_words, group.all_words) > much_furniture, "W07");
  flags.raise(group.duplicates > 0, "W12");
  flags.raise(row.draft > 0, "W13");
  flags.raise(choices_.times_from_names, "W15");
  inference_.raise(flags, key);
  return flags.text();
}

std::vector<Column> CountTable::row_columns(bool several) const {
  std::vector<Column> columns;
  if (several) columns.push_back({"codebook"});
  columns.push_back({"code"});
  std::vector<Column> rest{{"n", true}};
  if (decisions_) rest.push_back({"n_machine", true});
  for (const char* name : {"weighted", "sentences", "documents", "words"}) rest.push_back({name, true});
  if (rate_.unit != "words") rest.push_back({"total_" + rate_.unit, true});
  rest.push_back({rate_column(), true});
  inference_.add_columns(rest);
  rest.insert(rest.end(), {{"top_pattern"}, {"top_share", true}, {"flags"}});
  if (decisions_) rest.push_back({"coder"});
  return columns_by(std::move(columns), query_.options().by, rest);
}

std::vector<Cell> CountTable::cells_of(const RowKey& key, const RowCount& row, bool several) const {
  const GroupCount& group = counts_.group_of(key.group, query_.options().by);
  std::vector<Cell> cells;
  if (several) cells.emplace_back(std::string(key.codebook));
  cells.emplace_back(std::string(key.code));
  add_group(cells, key.group);
  cells.push_back(whole(row.n));
  if (decisions_) cells.push_back(whole(row.machine));
  for (const Cell& cell : {Cell(row.weighted), whole(row.sentences), whole(row.documents), whole(group.words)})
    cells.push_back(cell);
  const std::uint64_t total = group.*rate_.total;
  if (rate_.unit != "words") cells.push_back(whole(total));
  cells.push_back(
      total == 0 ? Cell()
                 : Cell(static_cast<double>(row.n) * static_cast<double>(rate_.base) / static_cast<double>(total)));
  inference_.add_cells(cells, key);
  const auto [pattern, n] = top_pattern(row);
  cells.push_back(text_or_nothing(pattern));
  cells.push_back(n == 0 ? Cell() : Cell(share(n, row.n)));
  cells.push_back(text_or_nothing(flags_of(key, row, group)));
  if (!decisions_) return cells;
  std::string coders;
  for (const std::string_view coder : row.coders) coders.append(coders.empty() ? "" : ", ").append(coder);
  cells.push_back(text_or_nothing(coders));
  return cells;
}

Table CountTable::rows(const std::vector<BookCode>& codes) {
  if (choices_.zeros) add_zeros(codes);
  inference_.finish(counts_);
  std::set<std::string_view> books;
  for (const auto& [key, row] : counts_.rows) books.insert(key.codebook);
  const bool several = books.size() > 1;
  std::vector<const std::pair<const RowKey, RowCount>*> order;
  for (const auto& item : counts_.rows) order.push_back(&item);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    if (a->second.n != b->second.n) return a->second.n > b->second.n;
    if (a->first.code != b->first.code) return a->first.code < b->first.code;
    return a->first < b->first;
  });
  Table table{row_columns(several), {}};
  std::set<std::string> raised;
  for (const auto* item : order) {
    const auto& [key, row] = *item;
    table.rows.push_back(cells_of(key, row, several));
    const std::string flags = flags_of(key, row, counts_.group_of(key.group, query_.options().by));
    WarningFlags::gather(flags, raised);
  }
  WarningFlags::print(raised);
  return table;
}

Table CountTable::matrix(const std::vector<BookCode>& codes) const {
  std::set<std::string> names;
  for (const BookCode& one : codes) names.insert(one.code);
  for (const Cells& cells : by_document_)
    for (const auto& [code, n] : cells.counts) names.insert(code);
  Table table;
  std::vector<Column> rest;
  if (choices_.sparse)
    rest = {{"code"}, {"n", true}};
  else
    rest = {{"words", true}};
  if (!choices_.sparse)
    for (const std::string& name : names) rest.push_back({name, true});
  std::vector<Column> taken = rest;
  taken.insert(taken.begin(), {"document"});
  table.columns = {{"document"}};
  for (const std::string& field : query_.options().by)
    if (field != "document") table.columns.push_back({field_column(field, taken)});
  table.columns.insert(table.columns.end(), rest.begin(), rest.end());
  for (const Cells& cells : by_document_) {
    std::vector<Cell> first{cells.document};
    for (std::size_t i = 0; i < cells.by.size(); ++i)
      if (query_.options().by[i] != "document") first.push_back(text_or_nothing(cells.by[i]));
    if (choices_.sparse) {
      for (const auto& [code, n] : cells.counts) {
        std::vector<Cell> row = first;
        row.insert(row.end(), {Cell(code), whole(n)});
        table.rows.push_back(std::move(row));
      }
      continue;
    }
    first.push_back(whole(cells.words));
    const std::map<std::string_view, std::uint64_t> counts(cells.counts.begin(), cells.counts.end());
    for (const std::string& name : names) first.push_back(whole(counts.count(name) == 0 ? 0 : counts.at(name)));
    table.rows.push_back(std::move(first));
  }
  return table;
}

std::vector<BookCode> all_codes(const Query& query, Library& library, const Reporter& reporter) {
  std::vector<BookCode> codes;
  const CodeSelection& selection = library.selection();
  for (const Codebook* book : library.shelf().books()) {
    const auto& streamed = reporter.stream_books();
    const bool used = streamed.empty() || std::any_of(streamed.begin(), streamed.end(),
                                                      [&](const StreamHead::Book& one) { return one.id == book->id; });
    if (!used) continue;
    for (const Code& code : book->codes)
      if (!code.borrowed && selection.selects_as_leaf(code.id))
        codes.push_back({book->id, std::string(query.row_code(code.id))});
    for (const std::string& ancestor : selection.named())
      if (std::any_of(book->codes.begin(), book->codes.end(),
                      [&](const Code& code) { return !code.borrowed && is_or_below(code.id, ancestor); }))
        codes.push_back({book->id, ancestor});
  }
  return codes;
}

}  // namespace topos::cli
