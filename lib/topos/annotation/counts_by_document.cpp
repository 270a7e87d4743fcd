// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/counts_by_document.hpp"

#include <utility>

namespace topos {
namespace {

template <class Map, class Key>
const std::vector<DocumentUnits>& found_in(const Map& map, const Key& key) {
  static const std::vector<DocumentUnits> none;
  const auto found = map.find(key);
  return found == map.end() ? none : found->second;
}

}  // namespace

void CountsByDocument::add(const DocumentTally& one, std::string cluster) {
  if (!one.selected) return;
  const auto document = static_cast<std::uint32_t>(documents_.size());
  documents_.push_back({one.document, std::move(cluster)});
  for (const DocumentTally::Group& group : one.groups)
    texts_[group.values].push_back({document, static_cast<std::uint32_t>(group.count.*measure_)});
  std::vector<std::uint32_t> values;
  for (const GroupKey& key : one.values)
    values.push_back(value_numbers_.try_emplace(key, static_cast<std::uint32_t>(value_numbers_.size())).first->second);
  for (const DocumentTally::Row& row : one.rows) {
    const auto [number, added] = places_.number_of(row.kind->number, values[row.values]);
    if (added) row_at_.push_back(&rows_[{row.kind->codebook, row.kind->code, one.values[row.values]}]);
    row_at_[number]->push_back({document, static_cast<std::uint32_t>(row.n)});
  }
}

void CountsByDocument::cluster_by(std::vector<std::string> clusters) {
  for (std::size_t i = 0; i < documents_.size(); ++i) documents_[i].cluster = std::move(clusters[i]);
}

const std::vector<DocumentUnits>& CountsByDocument::text_of(const GroupKey& group) const {
  return found_in(texts_, group);
}
const std::vector<DocumentUnits>& CountsByDocument::hits_of(const RowKey& row) const { return found_in(rows_, row); }

}  // namespace topos
