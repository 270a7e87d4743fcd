// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/collocate_counter.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace topos {
void CollocateCounter::find_features(const std::string& language, const Vocabulary& vocabulary) {
  std::vector<FeatureId>& known = known_.of(language, vocabulary);
  features_.clear();
  for (const WordPlaces::Word& word : places_.words()) {
    FeatureId& feature = known[word.type];
    if (feature == unknown) {
      const Type& type = vocabulary[word.type];
      feature = type.number && !options_.numbers ? hidden : table_->id_of(type.folded);
    }
    features_.push_back(feature);
  }
}

void CollocateCounter::count_groups(DocumentCollocates& result) {
  const auto group_of = [&](std::uint32_t place) { return places_.words()[place].group; };
  order_.resize(features_.size());
  std::iota(order_.begin(), order_.end(), 0);
  // One group after the other, so that one array of counts does.
  if (result.groups.size() > 1)
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return group_of(a) < group_of(b); });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    DocumentCollocates::Group& group = result.groups[group_of(order_[i])];
    ++group.words;
    add(features_[order_[i]]);
    if (i + 1 == order_.size() || group_of(order_[i + 1]) != group_of(order_[i])) group.counts = counts_.take();
  }
}

void CollocateCounter::count_node(const std::vector<const QueryHit*>& hits, DocumentCollocates::Node& node) {
  const std::uint32_t use = ++uses_;
  node.hits = hits.size();
  const auto take = [&](PlaceRange range, std::uint64_t& words) {
    for (std::uint32_t place = range.begin; place < range.end; ++place) {
      // Only a hit that was added by hand can reach into another group.
      if (places_.words()[place].group != node.group || std::exchange(last_use_[place], use) == use) continue;
      ++words;
      add(features_[place]);
    }
  };
  for (const QueryHit* hit : hits) take(places_.within(hit->span), node.own_words);
  node.own = counts_.take();
  for (const QueryHit* hit : hits) take(places_.around(hit->span, options_.window), node.span_words);
  node.spans = counts_.take();
}

DocumentCollocates CollocateCounter::count(const AnnotatedDocument& annotated, const Annotator& annotator,
                                           const std::shared_ptr<FeatureTable>& table) {
  if (table_ != table) {
    known_.clear();
    table_ = table;
  }
  DocumentCollocates result;
  result.table = table;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  const QueryParts parts = run_.query().parts(annotated);
  for (const QueryGroup& group : parts.groups) result.groups.push_back({group.values, 0, {}});
  if (!parts.selected) return result;
  places_.take(annotator.segmentation(), parts, {options_.punctuation, WordPlaces::Bound::sentence});
  find_features(annotated.document.language, annotator.vocabulary());
  count_groups(result);

  const QueryResult& found = run_.run(annotated);
  std::vector<std::vector<const QueryHit*>> hits(found.rows.size());
  for (const QueryHit& hit : found.hits) hits[hit.row].push_back(&hit);
  last_use_.assign(features_.size(), 0);
  uses_ = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const QueryRow& row = found.rows[i];
    const std::uint32_t group = parts.group_of[hits[i].front()->hit->paragraph - 1];
    result.nodes.push_back({{row.kind->codebook, row.kind->code, found.values_of(row)}, group, 0, 0, 0, {}, {}});
    count_node(hits[i], result.nodes.back());
  }
  return result;
}

}  // namespace topos
