// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/query_run.hpp"

#include <algorithm>

#include "topos/annotation/fields.hpp"

namespace topos {

std::vector<const Hit*> QueryResult::others_of(const QueryHit& hit) const {
  std::vector<const Hit*> all;
  for (std::uint32_t at = hit.others; at != 0; at = others[at - 1].before) all.push_back(others[at - 1].hit);
  std::reverse(all.begin(), all.end());
  return all;
}

const QueryResult& QueryRun::run(const AnnotatedDocument& annotated) {
  std::vector<QueryHit>& hits = result_.hits;
  last_.clear();
  return each(
      annotated,
      [&](std::uint32_t row, const Hit& hit) {
        last_.resize(result_.rows.size());
        last_[row] = static_cast<std::uint32_t>(hits.size());
        hits.push_back({&hit, hit.weight, hit.span, row, 0});
      },
      [&](std::uint32_t row, const Hit& hit) {
        QueryHit& run = hits[last_[row]];
        run.span.end = std::max(run.span.end, hit.span.end);
        run.weight = std::max(run.weight, hit.weight);
        result_.others.push_back({&hit, run.others});
        run.others = static_cast<std::uint32_t>(result_.others.size());
      });
}

/// Empties the result but for the groups of the document; gives the group of each region.
std::vector<std::uint32_t> QueryRun::start(const AnnotatedDocument& annotated) {
  QueryParts parts = query_.parts(annotated);
  result_.selected = parts.selected;
  result_.groups = std::move(parts.groups);
  result_.split_values.clear();
  result_.rows.clear();
  result_.hits.clear();
  result_.others.clear();
  rows_.clear();
  splits_.clear();
  return std::move(parts.group_of);
}

QueryRun::Plan QueryRun::make_plan(const HitKind& kind) {
  if (kind.number >= plans_.size()) plans_.resize(kind.number + std::size_t{1});
  const auto begin = static_cast<std::uint32_t>(planned_.size());
  for (const HitKind* row : query_.rows_of(kind)) planned_.push_back({row, row->number});
  return plans_[kind.number] = {begin, static_cast<std::uint32_t>(planned_.size())};
}

/// The number of the group's values with those of the hit among them.
std::uint32_t QueryRun::split(const AnnotatedDocument& annotated, const Hit& hit, std::uint32_t group) {
  const std::vector<std::string>& by = query_.options().by;
  std::vector<std::string> values = result_.groups[group].values;
  std::string scratch;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (field_kind(by[i]) == FieldKind::hit)
      values[i] = hit_field(annotated, hit, by[i], scratch).value_or(std::string_view());
  const auto number = static_cast<std::uint32_t>(result_.groups.size() + result_.split_values.size());
  const auto [known, added] = splits_.try_emplace(std::move(values), number);
  if (added) result_.split_values.push_back(known->first);
  return known->second;
}

}  // namespace topos
