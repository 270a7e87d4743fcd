// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/triad_pairs.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace topos {

/// Numbers of triads while they are gathered.
struct TriadPairs::Counts {
  std::map<RowKey, std::uint64_t> codes;
  std::map<std::pair<RowKey, RowKey>, std::uint64_t> pairs;
};

TriadPairs::TriadPairs(TriadTie tie, std::string stance, const std::vector<const Codebook*>& books)
    : tie_(tie), stance_(std::move(stance)) {
  for (const Codebook* book : books)
    for (const Code& code : book->codes) book_of_.try_emplace(code.id, book->id);
}

RowKey TriadPairs::key(const std::string& code, const std::vector<std::string>& group) {
  const auto book = book_of_.find(code);
  // Codes that were folded to a level may be none of a book.
  const std::string_view name = book != book_of_.end() ? book->second
                                : book_of_.empty()     ? std::string_view()
                                                       : book_of_.begin()->second;
  return {name, names_.keep(code), group};
}

std::string TriadPairs::stance_of(const TriadRow& row) const {
  if (stance_ == "negated") return row.negated ? "1" : "0";
  if (stance_ == "modality") return std::string(row.modality);
  return row.polarity == 0 ? std::string() : std::to_string(row.polarity);
}

void TriadPairs::add(const TriadRow& row, const std::string& source, const std::string& target,
                     const std::vector<std::string>& group, Counts& counts) {
  std::vector<std::string> stanced = group;
  if (!stance_.empty()) {
    stanced.back() = stance_of(row);
    if (stanced.back().empty()) return;
    ++counts.codes[key(target, stanced)];
  }
  std::pair<RowKey, RowKey> ends{key(source, group), key(target, stanced)};
  counts.codes.try_emplace(ends.first, 0);
  // Where direction means nothing, pairs have the order of their keys.
  if (tie_ != TriadTie::directed && ends.second < ends.first) std::swap(ends.first, ends.second);
  ++counts.pairs[std::move(ends)];
}

DocumentPairs TriadPairs::count(const DocumentTriads& triads) {
  DocumentPairs result;
  result.document = triads.document;
  result.split = !stance_.empty();
  if (!triads.selected) return result;
  for (const std::vector<std::string>& group : triads.groups) result.groups.push_back({group, 0});
  Counts counts;
  for (const TriadRow& row : triads.rows) {
    if (!row.kept) continue;
    const std::vector<std::string>& group = triads.groups[row.group];
    std::set<std::string> nodes;
    const auto tie = [&](const std::string& source, const std::string& target) {
      if (source.empty() || target.empty() || source == target) return;
      nodes.insert({source, target});
      add(row, source, target, group, counts);
    };
    if (tie_ == TriadTie::directed && !row.symmetric) tie(row.source, row.target);
    // The value of a stance stands at the second code.
    if (tie_ == TriadTie::relations) tie(std::min(row.source, row.target), std::max(row.source, row.target));
    if (tie_ == TriadTie::actions) tie(row.source, row.action);
    if (tie_ == TriadTie::actions && row.symmetric) tie(row.target, row.action);
    if (!nodes.empty()) ++result.groups[row.group].units;
    for (const std::string& node : nodes) ++counts.codes[key(node, group)];
  }
  std::map<RowKey, std::uint32_t> numbers;
  for (const auto& [code, units] : counts.codes) {
    numbers.emplace(code, static_cast<std::uint32_t>(result.codes.size()));
    result.codes.push_back({code, units, units, units, {}});
  }
  for (const auto& [ends, units] : counts.pairs)
    result.pairs.push_back({numbers.at(ends.first), numbers.at(ends.second), units, {}});
  return result;
}

}  // namespace topos
