// SPDX-License-Identifier: Apache-2.0
#include "report/evidence_sample.hpp"

#include <algorithm>
#include <utility>

namespace topos::cli {

void EvidenceSample::put(Heap& heap, Line line) const {
  const auto before = [](const Line& a, const Line& b) {
    return a.row.draw != b.row.draw ? a.row.draw < b.row.draw : a.number < b.number;
  };
  if (lines_ == 0 || (heap.size() == lines_ && !before(line, heap.front()))) return;
  heap.push_back(std::move(line));
  std::push_heap(heap.begin(), heap.end(), before);
  if (heap.size() <= lines_) return;
  std::pop_heap(heap.begin(), heap.end(), before);
  heap.pop_back();
}

void EvidenceSample::join_groups() {
  for (auto& [code, kept] : codes_) {
    Heap whole;
    for (auto& [group, heap] : kept.by_group)
      for (Line& line : heap) put(whole, std::move(line));
    kept.by_group.clear();
    kept.by_group[{}] = std::move(whole);
  }
}

void EvidenceSample::add(const std::string& code, const std::string& group, std::size_t document, OrderedRow row) {
  const bool one_by_one = by_groups();
  groups_.try_emplace(group, groups_.size());
  if (one_by_one && !by_groups()) join_groups();
  // No more than one group too many has to be known.
  if (!by_groups() && groups_.size() > most_groups + 1) groups_.erase(group);
  Kept& kept = codes_[code];
  ++kept.hits;
  if (kept.last_document != document) ++kept.documents;
  kept.last_document = document;
  put(kept.by_group[by_groups() ? group : std::string()], {number_++, std::move(row)});
}

std::map<std::string, EvidenceSample::Code> EvidenceSample::codes() {
  std::map<std::string, Code> codes;
  for (auto& [id, kept] : codes_) {
    Code& code = codes[id];
    code.hits = kept.hits;
    code.documents = kept.documents;
    Heap all;
    for (auto& [group, heap] : kept.by_group) std::move(heap.begin(), heap.end(), std::back_inserter(all));
    std::sort(all.begin(), all.end(), [](const Line& a, const Line& b) { return a.number < b.number; });
    for (Line& line : all) code.lines.push_back(std::move(line.row.cells));
  }
  return codes;
}

}  // namespace topos::cli
