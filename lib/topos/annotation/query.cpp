// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/query.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "topos/annotation/fields.hpp"
#include "topos/base/hash.hpp"

namespace topos {
namespace {

/// The first `level` parts of a code id.
std::string_view fold(std::string_view code, std::uint32_t level) {
  std::size_t end = 0;
  for (std::uint32_t i = 0; i < level; ++i) {
    end = code.find('.', end);
    if (end == std::string_view::npos) return code;
    ++end;
  }
  return code.substr(0, end - 1);
}

/// Joins the hits of one row that overlap into runs (grammar.md 11). Domain: `hits` are in text order.
void join_runs(std::vector<QueryHit>& hits) {
  const auto same_row = [](const QueryHit& a, const QueryHit& b) {
    return a.group == b.group && a.code == b.code && a.hit->codebook == b.hit->codebook && a.values == b.values;
  };
  std::unordered_multimap<std::uint64_t, std::size_t> last;  // run of each row that may still grow
  last.reserve(hits.size() / 4);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    QueryHit& hit = hits[i];
    std::uint64_t hash = hash64(hit.code, hit.group);
    for (const std::string& value : hit.values) hash = hash64(value, hash);
    const auto [first, end] = last.equal_range(hash);
    const auto found = std::find_if(first, end, [&](const auto& one) { return same_row(hits[one.second], hit); });
    if (found != end && hit.span.begin < hits[found->second].span.end) {
      QueryHit& run = hits[found->second];
      run.span.end = std::max(run.span.end, hit.span.end);
      run.weight = std::max(run.weight, hit.weight);
      run.others.push_back(hit.hit);
      continue;
    }
    if (found != end)
      found->second = kept;
    else
      last.emplace(hash, kept);
    if (kept != i) hits[kept] = std::move(hit);
    ++kept;
  }
  hits.resize(kept);
}

}  // namespace

Query::Query(QueryOptions options) : options_(std::move(options)) {
  const auto kind_is = [](FieldKind kind) { return [kind](std::string_view field) { return field_kind(field) == kind; }; };
  document_tests_ = options_.where.only(kind_is(FieldKind::document));
  place_tests_ = options_.where.only(kind_is(FieldKind::place));
  hit_tests_ = options_.where.only(kind_is(FieldKind::hit));
  std::vector<std::string> fields = options_.where.fields();
  names_region_ = std::find(fields.begin(), fields.end(), "region") != fields.end();
  names_url_ = std::find(fields.begin(), fields.end(), "url") != fields.end();
  by_hit_ = std::any_of(options_.by.begin(), options_.by.end(), kind_is(FieldKind::hit));
  fields.insert(fields.end(), options_.by.begin(), options_.by.end());
  for (const std::string& field : fields)
    if (field_kind(field) == FieldKind::document && field != "document" && field != "language") metadata_fields_.push_back(field);
}

bool Query::selects_document(const Document& document) const {
  return document_tests_.matches([&](std::string_view field) { return document_field(document, field); });
}

bool Query::selects_region(const Document& document, std::size_t region) const {
  return place_tests_.matches([&](std::string_view field) { return place_field(document, region, field); });
}

bool Query::selects_hit(const AnnotatedDocument& annotated, const Hit& hit) const {
  if (!options_.codes.selects(hit.code)) return false;
  if (hit_tests_.empty()) return true;
  std::string scratch;
  return hit_tests_.matches([&](std::string_view field) { return hit_field(annotated, hit, field, scratch); });
}

std::string_view Query::row_code(std::string_view code) const noexcept { return options_.level == 0 ? code : fold(code, options_.level); }

QueryParts Query::parts(const AnnotatedDocument& annotated) const {
  const Document& document = annotated.document;
  QueryParts parts;
  parts.selected = selects_document(document);
  if (!parts.selected) return parts;

  parts.group_of.assign(document.regions.size(), QueryParts::none);
  std::map<std::vector<std::string>, std::uint32_t> groups;
  for (std::size_t number = 0; number < document.regions.size(); ++number) {
    if (!annotated.analysis[number] || !selects_region(document, number)) continue;
    std::vector<std::string> values;
    for (const std::string& field : options_.by) {
      const FieldKind kind = field_kind(field);
      const auto value = kind == FieldKind::document ? document_field(document, field) : kind == FieldKind::place ? place_field(document, number, field) : std::nullopt;
      values.emplace_back(value.value_or(std::string_view()));
    }
    const auto [found, added] = groups.try_emplace(std::move(values), static_cast<std::uint32_t>(parts.groups.size()));
    if (added) parts.groups.push_back({found->first, {}});
    RegionSize& size = parts.groups[found->second].size;
    size.words += annotated.sizes[number].words;
    size.sentences += annotated.sizes[number].sentences;
    size.characters += annotated.sizes[number].characters;
    parts.group_of[number] = found->second;
  }
  if (parts.groups.empty() && place_tests_.empty()) {
    // A document without analysis text still is one of its group's documents.
    QueryGroup& group = parts.groups.emplace_back();
    for (const std::string& field : options_.by)
      group.values.emplace_back(field_kind(field) == FieldKind::document ? document_field(document, field).value_or(std::string_view()) : std::string_view());
  }
  return parts;
}

QueryResult Query::run(const AnnotatedDocument& annotated) const {
  QueryParts parts = this->parts(annotated);
  QueryResult result{parts.selected, std::move(parts.groups), {}};
  if (!parts.selected) return result;
  result.hits.reserve(annotated.hits.size());
  for (const Hit& hit : annotated.hits) {
    const std::uint32_t group = parts.group_of[hit.paragraph - 1];
    if (group == QueryParts::none || (hit.url == Flag::yes && !names_url_) || !selects_hit(annotated, hit)) continue;
    add_hit(annotated, hit, group, result);
  }
  join_runs(result.hits);
  return result;
}

void Query::add_hit(const AnnotatedDocument& annotated, const Hit& hit, std::uint32_t group, QueryResult& result) const {
  QueryHit counted{hit.code, &hit, hit.span, {}, hit.weight, group, {}};
  if (by_hit_) {
    std::string scratch;
    counted.values = result.groups[group].values;
    for (std::size_t i = 0; i < options_.by.size(); ++i)
      if (field_kind(options_.by[i]) == FieldKind::hit) counted.values[i] = hit_field(annotated, hit, options_.by[i], scratch).value_or(std::string_view());
  }
  for (const std::string& ancestor : options_.codes.named()) {
    if (!is_or_below(hit.code, ancestor)) continue;
    counted.code = ancestor;
    result.hits.push_back(counted);
  }
  const auto is_named = [&](std::string_view code) { return std::find(options_.codes.named().begin(), options_.codes.named().end(), code) != options_.codes.named().end(); };
  for (const std::string& parent : options_.parents) {
    if (parent == hit.code || !is_or_below(hit.code, parent) || is_named(parent) || !options_.codes.selects_as_leaf(parent)) continue;
    if (row_code(parent) != parent) continue;  // a fold holds both
    counted.code = parent;
    result.hits.push_back(counted);
  }
  if (!options_.codes.selects_as_leaf(hit.code)) return;
  counted.code = row_code(hit.code);
  if (!is_named(counted.code)) result.hits.push_back(std::move(counted));
}

}  // namespace topos
