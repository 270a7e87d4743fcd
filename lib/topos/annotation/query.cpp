// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/query.hpp"

#include <algorithm>
#include <map>

#include "topos/annotation/fields.hpp"

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

}  // namespace

Query::Query(QueryOptions options) : options_(std::move(options)), rows_(std::make_unique<NamePool>()) {
  const auto kind_is = [](FieldKind kind) {
    return [kind](std::string_view field) { return field_kind(field) == kind; };
  };
  document_tests_ = options_.where.only(kind_is(FieldKind::document));
  place_tests_ = options_.where.only(kind_is(FieldKind::place));
  hit_tests_ = options_.where.only(kind_is(FieldKind::hit));
  std::vector<std::string> fields = options_.where.fields();
  names_region_ = std::find(fields.begin(), fields.end(), "region") != fields.end();
  names_url_ = std::find(fields.begin(), fields.end(), "url") != fields.end();
  by_hit_ = std::any_of(options_.by.begin(), options_.by.end(), kind_is(FieldKind::hit));
  by_place_ = std::any_of(options_.by.begin(), options_.by.end(), kind_is(FieldKind::place));
  fields.insert(fields.end(), options_.by.begin(), options_.by.end());
  for (const std::string& field : fields)
    if (field_kind(field) == FieldKind::document && field != "document" && field != "language")
      metadata_fields_.push_back(field);
}

bool Query::selects_document(const Document& document) const {
  return document_tests_.matches([&](std::string_view field) { return document_field(document, field); });
}

bool Query::selects_region(const Document& document, std::size_t region) const {
  return place_tests_.matches([&](std::string_view field) { return place_field(document, region, field); });
}

bool Query::selects_hit(const AnnotatedDocument& annotated, const Hit& hit) const {
  return options_.codes.selects(hit.code()) && passes_tests(annotated, hit);
}

/// Whether the tests of hits hold.
bool Query::holds(const AnnotatedDocument& annotated, const Hit& hit) const {
  std::string scratch;
  return hit_tests_.matches([&](std::string_view field) { return hit_field(annotated, hit, field, scratch); });
}

std::string_view Query::row_code(std::string_view code) const noexcept {
  return options_.level == 0 ? code : fold(code, options_.level);
}

/// The group of the text in a region, or of a document's text as a whole.
QueryGroup Query::group_at(const Document& document, std::optional<std::size_t> region) const {
  QueryGroup group;
  for (const std::string& field : options_.by) {
    std::optional<std::string_view> value;
    if (const FieldKind kind = field_kind(field); kind == FieldKind::document)
      value = document_field(document, field);
    else if (kind == FieldKind::place && region)
      value = place_field(document, *region, field);
    group.values.emplace_back(value.value_or(std::string_view()));
  }
  return group;
}

QueryParts Query::parts(const AnnotatedDocument& annotated) const {
  const Document& document = annotated.document;
  QueryParts parts;
  parts.selected = selects_document(document);
  if (!parts.selected) return parts;

  parts.group_of.assign(document.regions.size(), QueryParts::none);
  // Regions of the same name and section pass or fail together and are of one group.
  const bool by_place = by_place_ || !place_tests_.empty();
  constexpr std::uint32_t undecided = QueryParts::none - 1;
  std::vector<std::uint32_t> decided(by_place ? region_names * document.sections.size() : 1, undecided);
  std::map<std::vector<std::string>, std::uint32_t> numbers;
  for (std::size_t number = 0; number < document.regions.size(); ++number) {
    if (!annotated.analysis[number]) continue;
    const Region& region = document.regions[number];
    std::uint32_t& group =
        decided[by_place ? region.section * region_names + static_cast<std::size_t>(region.name) : 0];
    if (group == undecided && !selects_region(document, number)) group = QueryParts::none;
    if (group == undecided) {
      QueryGroup made = group_at(document, number);
      const auto [known, added] = numbers.try_emplace(made.values, static_cast<std::uint32_t>(parts.groups.size()));
      if (added) parts.groups.push_back(std::move(made));
      group = known->second;
    }
    parts.group_of[number] = group;
    if (group == QueryParts::none) continue;
    RegionSize& size = parts.groups[group].size;
    size.words += annotated.sizes[number].words;
    size.sentences += annotated.sizes[number].sentences;
    size.characters += annotated.sizes[number].characters;
  }
  // A document without analysis text still is one of its group's documents.
  if (parts.groups.empty() && place_tests_.empty()) parts.groups.push_back(group_at(document, std::nullopt));
  return parts;
}

std::vector<const HitKind*> Query::rows_of(const HitKind& kind) const {
  std::vector<const HitKind*> rows;
  if (!options_.codes.selects(kind.code)) return rows;
  const std::vector<std::string>& named = options_.codes.named();
  const auto is_named = [&](std::string_view code) {
    return std::find(named.begin(), named.end(), code) != named.end();
  };
  const auto add = [&](std::string_view code) { rows.push_back(&rows_->kind(kind.codebook, code, {})); };
  for (const std::string& ancestor : named)
    if (is_or_below(kind.code, ancestor)) add(ancestor);
  for (const std::string& parent : options_.parents) {
    if (parent == kind.code || !is_or_below(kind.code, parent) || is_named(parent) ||
        !options_.codes.selects_as_leaf(parent))
      continue;
    if (row_code(parent) == parent) add(parent);  // else a fold holds both
  }
  if (!options_.codes.selects_as_leaf(kind.code)) return rows;
  if (const std::string_view own = row_code(kind.code); !is_named(own)) add(own);
  return rows;
}

}  // namespace topos
