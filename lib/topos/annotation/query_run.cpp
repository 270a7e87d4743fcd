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
  QueryParts parts = query_.parts(annotated);
  result_.selected = parts.selected;
  result_.groups = std::move(parts.groups);
  result_.split_values.clear();
  result_.rows.clear();
  result_.hits.clear();
  result_.others.clear();
  rows_.clear();
  splits_.clear();
  if (!parts.selected) return result_;
  result_.hits.reserve(annotated.hits.size());
  for (const Hit& hit : annotated.hits) {
    const std::uint32_t group = parts.group_of[hit.paragraph - 1];
    if (group == QueryParts::none || (hit.url == Flag::yes && !query_.names_url())) continue;
    const Plan& plan = plan_of(*hit.kind);
    if (plan.rows.empty() || !query_.passes_tests(annotated, hit)) continue;
    const std::uint32_t values = query_.splits_by_hit() ? split(annotated, hit, group) : group;
    for (const HitKind* row : plan.rows) add(hit, *row, values);
  }
  return result_;
}

const QueryRun::Plan& QueryRun::plan_of(const HitKind& kind) {
  if (kind.number >= plans_.size()) plans_.resize(kind.number + std::size_t{1});
  Plan& plan = plans_[kind.number];
  if (!plan.known) plan = {true, query_.rows_of(kind)};
  return plan;
}

/// The number of the group's values with those of the hit among them.
std::uint32_t QueryRun::split(const AnnotatedDocument& annotated, const Hit& hit, std::uint32_t group) {
  const std::vector<std::string>& by = query_.options().by;
  std::vector<std::string> values = result_.groups[group].values;
  std::string scratch;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (field_kind(by[i]) == FieldKind::hit) values[i] = hit_field(annotated, hit, by[i], scratch).value_or(std::string_view());
  const auto number = static_cast<std::uint32_t>(result_.groups.size() + result_.split_values.size());
  const auto [known, added] = splits_.try_emplace(std::move(values), number);
  if (added) result_.split_values.push_back(known->first);
  return known->second;
}

/// Hits of one row that overlap are one run (grammar.md 11).
void QueryRun::add(const Hit& hit, const HitKind& row, std::uint32_t values) {
  const auto [number, added] = rows_.number_of(row.number, values);
  if (added) {
    result_.rows.push_back({&row, values, 0});
  } else if (QueryHit& run = result_.hits[result_.rows[number].last]; hit.span.begin < run.span.end) {
    run.span.end = std::max(run.span.end, hit.span.end);
    run.weight = std::max(run.weight, hit.weight);
    result_.others.push_back({&hit, run.others});
    run.others = static_cast<std::uint32_t>(result_.others.size());
    return;
  }
  result_.rows[number].last = static_cast<std::uint32_t>(result_.hits.size());
  result_.hits.push_back({&hit, hit.weight, hit.span, number, 0});
}

}  // namespace topos
