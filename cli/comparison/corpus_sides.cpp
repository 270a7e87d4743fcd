// SPDX-License-Identifier: Apache-2.0
#include "comparison/corpus_sides.hpp"

#include <algorithm>

#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/text/language.hpp"

namespace topos::cli {
namespace {

std::optional<Filter> document_filter(const std::vector<std::string>& texts, const char* option) {
  if (texts.empty()) return std::nullopt;
  Filter filter;
  for (const std::string& text : texts) filter.add(text);
  for (const std::string& field : filter.fields())
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::filter,
                  std::string(option) + " chooses documents, which '" + printable(field) + "' is no property of", {},
                  "use metadata, document or language here, and --where for the rest");
  return filter;
}

}  // namespace

void archive_fields(FieldArchive& archive, SidedDocument& one) {
  if (one.table) archive.name_features(*one.table);
  std::uint8_t side = one.side ? static_cast<std::uint8_t>(static_cast<std::uint8_t>(*one.side) + 1) : 0;
  archive.whole("side", side);
  if (side > 2) archive.wrong("side", "1, 2 or absent");
  if (archive.reads() && side > 0) one.side = static_cast<Side>(side - 1);
  archive.text("value", one.value);
  archive.text("cluster", one.origin.cluster);
  archive.text("language", one.origin.language);
  archive.whole("draft", one.origin.draft);
  SharedFields::archive(archive, one.shared);
  topos::archive_fields(archive, one.features);
}

CorpusSides::CorpusSides(const std::vector<std::string>& target, const std::vector<std::string>& reference,
                         const std::string& by, const std::string& cluster)
    : target_(document_filter(target, "-a")), reference_(document_filter(reference, "-b")), by_(by), cluster_(cluster) {
  for (const auto& [option, field] : {std::pair("--by", by), std::pair("--cluster", cluster)})
    if (!field.empty() && field_kind(field) != FieldKind::document)
      throw Error(Errc::filter, std::string(option) + " needs a field of documents, not '" + printable(field) + "'");
}

Query CorpusSides::query(const Session& session, const Library& library, std::int64_t level) const {
  std::vector<std::string> fields;
  const auto add = [&](const std::string& field) {
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
  };
  for (const std::optional<Filter>* filter : {&target_, &reference_})
    if (*filter)
      for (const std::string& field : (*filter)->fields()) add(field);
  for (const std::string& field : {by_, cluster_})
    if (!field.empty()) add(field);
  return Query(
      {session.filter.filter(), library.selection(), fields, static_cast<std::uint32_t>(level), library.parents()});
}

SidedDocument CorpusSides::document(const AnnotatedDocument& annotated, Side otherwise) const {
  const Document& document = annotated.document;
  const auto field = [&](std::string_view name) { return document_field(document, name); };
  SidedDocument one;
  one.side = otherwise;
  if (target_) {
    const bool in_target = target_->matches(field);
    const bool in_reference = reference_ ? reference_->matches(field) : !in_target;
    if (in_target && in_reference)
      throw Error(Errc::filter, "the document '" + printable(document.id) + "' passes both -a and -b");
    if (!in_target && !in_reference) one.side.reset();
    if (in_reference) one.side = Side::reference;
    if (in_target) one.side = Side::target;
  }
  if (!by_.empty()) one.value = field(by_).value_or(std::string_view());
  if (!by_.empty() && one.value.empty()) one.side.reset();
  if (!cluster_.empty()) one.origin.cluster = field(cluster_).value_or(std::string_view());
  one.shared = SharedFields::look(document);
  one.origin.language = primary_language(document.language);
  one.origin.draft = annotated.draft_language;
  return one;
}

DocumentFeatures CodeCounter::count(const AnnotatedDocument& annotated) {
  const QueryResult& found = run_.run(annotated);
  DocumentFeatures features;
  for (const QueryGroup& group : found.groups) features.groups.push_back({group.values, group.size.words, {}});
  if (features.groups.empty()) return features;
  std::vector<std::uint32_t> n(found.rows.size());
  for (const QueryHit& hit : found.hits) ++n[hit.row];
  for (std::size_t i = 0; i < n.size(); ++i) {
    const HitKind& kind = *found.rows[i].kind;
    features.groups.front().counts.push_back(
        {table_.id_of(std::string(kind.codebook) + '\t' + std::string(kind.code)), n[i]});
  }
  return features;
}

}  // namespace topos::cli
