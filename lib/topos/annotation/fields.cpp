// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/fields.hpp"

#include <algorithm>

#include "topos/base/number.hpp"

namespace topos {
namespace {

using Value = std::optional<std::string_view>;

Value known(std::string_view text) { return text.empty() ? Value() : Value(text); }

Value flag(Flag value) { return value == Flag::unknown ? Value() : Value(value == Flag::yes ? "1" : "0"); }

Value number(std::uint32_t value, std::string& scratch) {
  scratch = std::to_string(value);
  return scratch;
}

struct HitField {
  std::string_view name;
  Value (*value)(const AnnotatedDocument& annotated, const Hit& hit, std::string& scratch);
};

constexpr HitField hit_fields[] = {
    {"codebook", [](const AnnotatedDocument&, const Hit& hit, std::string&) { return known(hit.codebook()); }},
    {"code", [](const AnnotatedDocument&, const Hit& hit, std::string&) { return known(hit.code()); }},
    {"pattern", [](const AnnotatedDocument&, const Hit& hit, std::string&) { return known(hit.pattern()); }},
    {"id",
     [](const AnnotatedDocument& annotated, const Hit& hit, std::string& scratch) {
       scratch = hit_id(annotated, hit);
       return Value(scratch);
     }},
    {"text", [](const AnnotatedDocument& annotated, const Hit& hit,
                std::string&) { return Value(hit.span.in(annotated.document.text)); }},
    {"negated", [](const AnnotatedDocument&, const Hit& hit, std::string&) { return flag(hit.negated); }},
    {"quoted", [](const AnnotatedDocument&, const Hit& hit, std::string&) { return flag(hit.quoted); }},
    {"url", [](const AnnotatedDocument&, const Hit& hit, std::string&) { return flag(hit.url); }},
    {"voice", [](const AnnotatedDocument& annotated, const Hit& hit,
                 std::string&) { return known(annotated.notes_of(hit).voice); }},
    {"modality", [](const AnnotatedDocument& annotated, const Hit& hit,
                    std::string&) { return known(annotated.notes_of(hit).modality); }},
    {"holder", [](const AnnotatedDocument& annotated, const Hit& hit,
                  std::string&) { return known(annotated.notes_of(hit).holder); }},
    {"coder", [](const AnnotatedDocument& annotated, const Hit& hit,
                 std::string&) { return known(annotated.notes_of(hit).coder); }},
    {"polarity", [](const AnnotatedDocument&, const Hit& hit,
                    std::string&) { return hit.polarity == 0 ? Value() : Value(hit.polarity > 0 ? "1" : "-1"); }},
    {"weight",
     [](const AnnotatedDocument&, const Hit& hit, std::string& scratch) {
       scratch = number_text(hit.weight);
       return Value(scratch);
     }},
    {"line", [](const AnnotatedDocument&, const Hit& hit, std::string& scratch) { return number(hit.line, scratch); }},
    {"sentence",
     [](const AnnotatedDocument&, const Hit& hit, std::string& scratch) { return number(hit.sentence, scratch); }},
    {"paragraph",
     [](const AnnotatedDocument&, const Hit& hit, std::string& scratch) { return number(hit.paragraph, scratch); }},
};

}  // namespace

FieldKind field_kind(std::string_view field) noexcept {
  if (field == "region" || field == "section") return FieldKind::place;
  const bool of_hit =
      std::any_of(std::begin(hit_fields), std::end(hit_fields), [&](const HitField& one) { return one.name == field; });
  return of_hit ? FieldKind::hit : FieldKind::document;
}

const std::vector<std::string>& built_in_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all{"document", "language", "region", "section"};
    for (const HitField& field : hit_fields) all.emplace_back(field.name);
    return all;
  }();
  return names;
}

Value document_field(const Document& document, std::string_view field) {
  if (field == "document") return document.id;
  if (field == "language") return document.language;
  const std::string* value = document.metadata.find(field);
  return value == nullptr ? Value() : known(*value);
}

Value place_field(const Document& document, std::size_t region, std::string_view field) {
  const Region& place = document.regions[region];
  return field == "region" ? Value(to_string(place.name)) : known(document.sections[place.section]);
}

Value hit_field(const AnnotatedDocument& annotated, const Hit& hit, std::string_view field, std::string& scratch) {
  for (const HitField& one : hit_fields)
    if (one.name == field) return one.value(annotated, hit, scratch);
  return std::nullopt;
}

}  // namespace topos
