// SPDX-License-Identifier: Apache-2.0
#include "words/file_columns.hpp"

#include <algorithm>
#include <string_view>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/text/html/character_references.hpp"

namespace topos::cli {
namespace {

constexpr std::string_view conllu_columns[] = {"id",    "form", "lemma",  "upos", "xpos",
                                               "feats", "head", "deprel", "deps", "misc"};
constexpr std::int64_t most_columns = 100;

std::string_view cell(std::string_view row, std::size_t number) {
  for (; number > 1 && !row.empty(); --number) row.remove_prefix(std::min(row.find('\t'), row.size() - 1) + 1);
  return row.substr(0, row.find('\t'));
}

/// Whether the line of CoNLL-U is that of a word: ranges and empty nodes have no whole number.
bool is_word(std::string_view row) { return cell(row, 1).find_first_of("-.") == std::string_view::npos; }

}  // namespace

FileColumns::FileColumns(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto* const found = std::find(std::begin(conllu_columns), std::end(conllu_columns), name);
    const std::int64_t number = parse_integer(name).value_or(0);
    if (found != std::end(conllu_columns))
      chosen_.push_back({name, static_cast<std::size_t>(found - std::begin(conllu_columns)) + 1, true});
    else if (number >= 1 && number <= most_columns)
      chosen_.push_back({"column_" + std::to_string(number), static_cast<std::size_t>(number), false});
    else
      throw Error(Errc::usage, "--file-columns knows no column \"" + printable(name) + '"', {},
                  "lemma, upos, xpos, feats, head, deprel, deps and misc are those of CoNLL-U; else give numbers");
  }
}

std::vector<Column> FileColumns::table_columns() const {
  std::vector<Column> columns;
  for (const Chosen& one : chosen_) columns.push_back({one.name});
  return columns;
}

void FileColumns::read(const GivenTokens& given, std::size_t token, std::vector<std::string>& values) const {
  for (std::string& value : values) value.clear();
  const bool parsed = given.form == GivenTokens::Form::conllu;
  std::string_view rows = given.rows_of(token);
  bool first = true;
  while (!rows.empty()) {
    const std::string_view row = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(std::min(row.size() + 1, rows.size()));
    if (parsed && !is_word(row)) continue;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (chosen_[i].named && !parsed) continue;
      if (!first) values[i] += '+';
      values[i] += parsed ? std::string(cell(row, chosen_[i].number)) : resolved(cell(row, chosen_[i].number));
    }
    first = false;
  }
  for (std::string& value : values)
    if (parsed && value.find_first_not_of("_+") == std::string::npos) value.clear();
}

}  // namespace topos::cli
