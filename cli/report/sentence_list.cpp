// SPDX-License-Identifier: Apache-2.0
#include "report/sentence_list.hpp"

#include <algorithm>

#include "topos/base/hash.hpp"
#include "topos/base/number.hpp"
#include "topos/text/shown_text.hpp"

namespace topos::cli {
namespace {

/// In every table of evidence.
bool is_wording(const std::string& column) { return column == "text" || column == "sentence_text"; }

}  // namespace

bool SentenceList::drops(const std::string& column) const {
  return shown_ == 0 && (is_wording(column) || column == columns_.text || column == columns_.node ||
                         std::find(columns_.words.begin(), columns_.words.end(), column) != columns_.words.end());
}

void SentenceList::begin(const std::vector<Column>& columns) {
  if (table_) return;
  all_ = columns;
  std::vector<Column> kept = columns;
  std::erase_if(kept, [&](const Column& one) { return drops(one.name); });
  table_.emplace(file_, kept);
}

void SentenceList::add_row(const std::vector<Cell>& row, const std::vector<std::string>& things) {
  std::vector<Cell> kept;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (!drops(all_[i].name)) kept.push_back(row[i]);
  table_->row(kept);
  const std::string id =
      value(row, "id") + ' ' + value(row, "document") + ' ' + value(row, "sentence") + ' ' + value(row, columns_.text);
  const std::uint64_t draw = hash64(id, static_cast<std::uint64_t>(context_.choices.resampling.seed));
  for (const std::string& thing : things) sample_.add(thing, {}, document_, {row, {}, draw});
}

std::string SentenceList::value(const std::vector<Cell>& row, const std::string& column) const {
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (all_[i].name == column) {
      if (const auto* text = std::get_if<std::string>(&row[i])) return *text;
      if (const auto* number = std::get_if<std::int64_t>(&row[i])) return std::to_string(*number);
    }
  return {};
}

EvidenceLine SentenceList::line(const std::vector<Cell>& row) const {
  EvidenceLine one;
  one.place = value(row, "document") + ", line " + value(row, "line");
  if (const std::string begin = value(row, "begin"); !begin.empty())
    one.place += ", bytes " + begin + "–" + value(row, "end");
  one.left = value(row, columns_.text);
  const std::string node = columns_.node.empty() ? std::string() : value(row, columns_.node);
  // A sentence that was cut where it is giant may lack the part.
  if (const std::size_t at = one.left.find(node); !node.empty() && at != std::string::npos) {
    one.node = node;
    one.right = one.left.substr(at + node.size());
    one.left.resize(at);
  }
  for (const std::string& name : columns_.attributes)
    if (std::string text = shown_text(value(row, name)); !text.empty() && text != "0" && text != "none")
      one.attributes.emplace_back(name, text == "1" ? name : std::move(text));
  return one;
}

void SentenceList::write(ReportSection& out, const std::set<std::string>& wanted, const std::string& label,
                         const std::string& noun, const std::function<std::string(const std::string& thing)>& text_of) {
  std::vector<Evidence> all;
  for (const auto& [thing, found] : sample_.codes()) {
    if (wanted.count(thing) == 0) continue;
    const auto told = documents_.find(thing);
    Evidence one{thing,      text_of ? text_of(thing) + ": " + label : label,
                 found.hits, told == documents_.end() ? found.documents : told->second.size(),
                 {},         noun};
    for (const std::vector<Cell>& row : found.lines) one.lines.push_back(line(row));
    all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), [](const Evidence& a, const Evidence& b) { return a.hits > b.hits; });
  std::move(all.begin(), all.end(), std::back_inserter(out.blocks));
}

std::string SentenceList::note() {
  const std::string all = "All of them are in " + (table_ ? table_->file() : "tables/" + file_ + ".tsv");
  return shown_ == 0 ? "No sentences are printed. " + all + ", with their places and no text." : all + '.';
}

void SentenceList::write_file(OutputFolder& folder) {
  if (table_) table_->write(folder);
}

Table without_words(const ReportContext& context, Table table, const std::vector<std::string>& words) {
  if (context.choices.evidence_lines() > 0) return table;
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    const std::string& name = table.columns[i].name;
    if (!is_wording(name) && std::find(words.begin(), words.end(), name) == words.end()) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    table.columns.erase(table.columns.begin() + at);
    for (std::vector<Cell>& row : table.rows) row.erase(row.begin() + at);
  }
  return table;
}

}  // namespace topos::cli
