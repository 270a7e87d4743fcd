// SPDX-License-Identifier: Apache-2.0
#include "report/code_rows.hpp"

#include <algorithm>
#include <numeric>

namespace topos::cli {

std::set<std::string> main_codes(const std::vector<const Codebook*>& books) {
  std::set<std::string> codes;
  for (const Codebook* book : books)
    for (const Code& code : book->codes)
      if (code.main && !code.borrowed) codes.insert(code.id);
  return codes;
}

CodeSelection main_selection(const std::vector<const Codebook*>& books, const CodeSelection& codes) {
  std::vector<std::string> ids;
  for (const std::string& id : main_codes(books))
    if (codes.selects(id)) ids.push_back(id);
  return ids.empty() ? codes : CodeSelection::only(ids);
}

CodeRows::CodeRows(const TableView& view, std::size_t by, const std::set<std::string>& main, std::size_t most) {
  const std::size_t code_column = view.column("code");
  for (std::size_t i = 1; i <= by; ++i) group_columns_.push_back(code_column + i);
  std::map<std::string, double> hits;
  std::map<std::vector<std::string>, double> groups;
  for (std::size_t row = 0; row < view.rows(); ++row) {
    const std::string code = view.text_at(row, code_column);
    std::vector<std::string> group;
    for (const std::size_t column : group_columns_) group.push_back(view.text_at(row, column));
    hits[code] += view.has("n") ? view.number(row, "n") : view.number(row, "n_a") + view.number(row, "n_b");
    groups[group] = view.has("words") ? view.number(row, "words") : 0;
    rows_[{code, group}] = row;
  }
  only_main_ = std::any_of(hits.begin(), hits.end(), [&](const auto& one) { return main.count(one.first) > 0; });
  for (const auto& [code, n] : hits)
    if (!only_main_ || main.count(code) > 0) codes_.push_back(code);
  std::stable_sort(codes_.begin(), codes_.end(),
                   [&](const std::string& a, const std::string& b) { return hits.at(a) > hits.at(b); });
  all_codes_ = codes_.size();
  if (codes_.size() > most) codes_.resize(most);
  for (const auto& [group, words] : groups) {
    groups_.push_back(group);
    words_.push_back(words);
  }
}

std::size_t CodeRows::row(std::size_t code, std::size_t group) const {
  const auto found = rows_.find({codes_[code], groups_[group]});
  return found == rows_.end() ? none : found->second;
}

std::vector<std::size_t> CodeRows::largest_groups(std::size_t most) const {
  std::vector<std::size_t> numbers(groups_.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  std::stable_sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) { return words_[a] > words_[b]; });
  if (numbers.size() > most) numbers.resize(most);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace topos::cli
