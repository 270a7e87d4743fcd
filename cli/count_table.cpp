// SPDX-License-Identifier: Apache-2.0
#include "count_table.hpp"

#include <algorithm>
#include <map>

#include "messages.hpp"
#include "topos/base/number.hpp"
#include "warnings.hpp"

namespace topos::cli {
namespace {

constexpr std::uint64_t rare = 5;           // W04
constexpr double large_top_share = 0.5;     // W05
constexpr double much_furniture = 0.1;      // W07
constexpr double many_quoted = 0.3;         // W18
constexpr double many_negated = 0.2;        // W19

double share(std::uint64_t part, std::uint64_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

/// The pattern with most hits, the first in byte order of equals.
std::pair<std::string_view, std::uint64_t> top_pattern(const RowCount& row) {
  std::pair<std::string_view, std::uint64_t> top;
  for (const auto& [pattern, n] : row.patterns)
    if (n > top.second) top = {pattern, n};
  return top;
}

Cell whole(std::uint64_t value) { return static_cast<std::int64_t>(value); }

}  // namespace

void CountChoices::declare(Options& options) {
  options.section("Counting");
  options.list("--per", per, "N UNIT", "Base of rates: a number and words, sentences, documents or characters; 1000 words if not given");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
  options.flag("--zeros", zeros, "Also rows of codes without hits");
  options.flag("--matrix", matrix, "One row a document, one column a code");
  options.flag("--sparse", sparse, "With --matrix: only the cells that are not zero, as document, code, n");
}

CountTable::CountTable(const Query& query, const CountChoices& choices) : query_(query), choices_(choices) {
  for (const std::string& item : choices.per) {
    for (std::size_t begin = 0; begin < item.size();) {
      const std::size_t end = std::min(item.find_first_of(", ", begin), item.size());
      const std::string part = item.substr(begin, end - begin);
      begin = end + 1;
      if (part.empty()) continue;
      if (const auto base = parse_integer(part); base && *base >= 1 && *base <= 1'000'000'000)
        rate_.base = *base;
      else if (part == "words" || part == "sentences" || part == "documents" || part == "characters")
        rate_.unit = part;
      else
        throw Error(Errc::usage, "--per takes a whole number from 1 to 1000000000 and words, sentences, documents or characters, not '" + printable(part) + "'", {},
                    "for example --per '100 sentences'");
    }
  }
  if (choices.sparse && !choices.matrix) throw Error(Errc::usage, "--sparse goes with --matrix");
}

void CountTable::add(const DocumentTally& tally, bool duplicate) {
  tally_.add(tally, duplicate);
  if (!choices_.matrix || !tally.selected) return;
  Cells cells{tally.document, {}, 0};
  for (const auto& [key, group] : tally.groups) cells.words += group.words;
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [key, row] : tally.rows) counts[std::string(key.code)] += row.n;
  cells.counts.assign(counts.begin(), counts.end());
  by_document_.push_back(std::move(cells));
}

Table CountTable::table(const std::vector<std::string>& codes) {
  return choices_.matrix ? matrix(codes) : rows(codes);
}

void CountTable::add_zeros(const std::vector<std::string>& codes) {
  std::set<std::string_view> books;
  std::set<GroupKey> groups;
  for (const auto& [key, row] : tally_.rows) groups.insert(key.group);
  for (const auto& [key, group] : tally_.groups) groups.insert(key);
  std::string_view book;
  if (!tally_.rows.empty()) book = tally_.rows.begin()->first.codebook;
  for (const auto& [key, row] : std::map(tally_.rows))
    for (const GroupKey& group : groups) (void)tally_.rows[{key.codebook, key.code, group}];
  for (const std::string& code : codes) {
    const bool counted = std::any_of(tally_.rows.begin(), tally_.rows.end(), [&](const auto& one) { return one.first.code == code; });
    if (counted) continue;
    for (const GroupKey& group : groups) (void)tally_.rows[{book, code, group}];
  }
}

Cell CountTable::rate_of(const RowCount& row, const GroupCount& group) const {
  const std::uint64_t total = rate_.unit == "words" ? group.words : rate_.unit == "sentences" ? group.sentences : rate_.unit == "documents" ? group.documents : group.characters;
  if (total == 0) return {};
  return static_cast<double>(row.n) * static_cast<double>(rate_.base) / static_cast<double>(total);
}

std::string CountTable::flags_of(const RowCount& row, const GroupCount& group) const {
  std::string flags;
  const auto raise = [&](bool condition, const char* id) {
    if (condition) flags += (flags.empty() ? "" : " ") + std::string(id);
  };
  raise(group.documents == 1, "W01");
  raise(row.n > 0 && row.n < rare, "W04");
  raise(row.n >= rare && share(top_pattern(row).second, row.n) > large_top_share, "W05");
  raise(share(group.furniture_words, group.all_words) > much_furniture, "W07");
  raise(group.duplicates > 0, "W12");
  raise(row.draft > 0, "W13");
  raise(share(row.quoted, row.n) > many_quoted, "W18");
  raise(share(row.negated, row.n) > many_negated, "W19");
  return flags;
}

void CountTable::print_warnings(const std::set<std::string>& ids) const {
  for (const std::string& id : ids) warn(id, warning_text(id));
}

Table CountTable::rows(const std::vector<std::string>& codes) {
  if (choices_.zeros) add_zeros(codes);
  std::set<std::string_view> books;
  for (const auto& [key, row] : tally_.rows) books.insert(key.codebook);
  const bool several = books.size() > 1;
  const std::vector<std::string>& by = query_.options().by;

  Table table;
  if (several) table.columns.push_back({"codebook"});
  table.columns.push_back({"code"});
  for (const std::string& field : by) table.columns.push_back({field});
  for (const char* name : {"n", "weighted", "sentences", "documents", "words"}) table.columns.push_back({name, true});
  if (rate_.unit != "words") table.columns.push_back({"total_" + rate_.unit, true});
  table.columns.push_back({"per_" + std::to_string(rate_.base) + "_" + rate_.unit, true});
  table.columns.insert(table.columns.end(), {{"top_pattern"}, {"top_share", true}, {"flags"}});

  std::vector<const std::pair<const RowKey, RowCount>*> order;
  for (const auto& item : tally_.rows) order.push_back(&item);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    if (a->second.n != b->second.n) return a->second.n > b->second.n;
    if (a->first.code != b->first.code) return a->first.code < b->first.code;
    return a->first < b->first;
  });
  std::set<std::string> raised;
  for (const auto* item : order) {
    const auto& [key, row] = *item;
    const GroupCount& group = tally_.group_of(key.group, by);
    std::vector<Cell> cells;
    if (several) cells.emplace_back(std::string(key.codebook));
    cells.emplace_back(std::string(key.code));
    for (const std::string& value : key.group) value.empty() ? cells.emplace_back() : cells.emplace_back(value);
    for (const Cell& cell : {whole(row.n), Cell(row.weighted), whole(row.sentences), whole(row.documents), whole(group.words)}) cells.push_back(cell);
    if (rate_.unit != "words") cells.push_back(whole(rate_.unit == "sentences" ? group.sentences : rate_.unit == "documents" ? group.documents : group.characters));
    cells.push_back(rate_of(row, group));
    const auto [pattern, n] = top_pattern(row);
    if (n == 0) {
      cells.insert(cells.end(), {Cell(), Cell()});
    } else {
      cells.emplace_back(std::string(pattern));
      cells.emplace_back(share(n, row.n));
    }
    std::string flags = flags_of(row, group);
    for (std::size_t begin = 0; begin < flags.size(); begin += 4) raised.insert(flags.substr(begin, 3));
    flags.empty() ? cells.emplace_back() : cells.emplace_back(std::move(flags));
    table.rows.push_back(std::move(cells));
  }
  print_warnings(raised);
  return table;
}

Table CountTable::matrix(const std::vector<std::string>& codes) const {
  std::set<std::string> names(codes.begin(), codes.end());
  for (const Cells& cells : by_document_)
    for (const auto& [code, n] : cells.counts) names.insert(code);
  Table table;
  if (choices_.sparse) {
    table.columns = {{"document"}, {"code"}, {"n", true}};
    for (const Cells& cells : by_document_)
      for (const auto& [code, n] : cells.counts) table.rows.push_back({cells.document, code, whole(n)});
    return table;
  }
  table.columns = {{"document"}, {"words", true}};
  for (const std::string& name : names) table.columns.push_back({name, true});
  for (const Cells& cells : by_document_) {
    std::vector<Cell> row{cells.document, whole(cells.words)};
    const std::map<std::string, std::uint64_t> counts(cells.counts.begin(), cells.counts.end());
    for (const std::string& name : names) row.push_back(whole(counts.count(name) == 0 ? 0 : counts.at(name)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> all_codes(Library& library, const Reporter& reporter) {
  std::vector<std::string> codes = library.selection().named();
  for (const Codebook* book : library.shelf().books()) {
    const auto& streamed = reporter.stream_books();
    const bool used = streamed.empty() || std::any_of(streamed.begin(), streamed.end(), [&](const StreamHead::Book& one) { return one.id == book->id; });
    if (!used) continue;
    for (const Code& code : book->codes)
      if (library.selection().selects_as_leaf(code.id)) codes.push_back(code.id);
  }
  return codes;
}

}  // namespace topos::cli
