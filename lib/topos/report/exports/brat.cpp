// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>

#include "topos/annotation/offset_map.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

std::string type_name(std::string_view code) { return plain_name(code, "-_"); }

/// A span as brat writes it: parts that do not hold line ends.
std::string fragments(const Hit& hit, std::string_view text, const OffsetMap& offset) {
  std::string out;
  std::uint32_t at = hit.span.begin;
  while (at < hit.span.end) {
    std::uint32_t end = at;
    while (end < hit.span.end && text[end] != '\n' && text[end] != '\r') ++end;
    if (end > at) out += (out.empty() ? "" : ";") + std::to_string(offset(at)) + ' ' + std::to_string(offset(end));
    at = end;
    while (at < hit.span.end && (text[at] == '\n' || text[at] == '\r')) ++at;
  }
  return out;
}

std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '\n' && c != '\r')
      out += c;
    else if (!out.empty() && (out.back() != ' '))
      out += ' ';
  }
  return out;
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const std::string& text = annotated.document.text;
  const OffsetMap offset(text, Offsets::characters);
  ExportPart made;
  std::string out;
  std::size_t attributes = 0;
  for (std::size_t i = 0; i < annotated.hits.size(); ++i) {
    const Hit& hit = annotated.hits[i];
    const std::string mark = "T" + std::to_string(i + 1);
    const std::string parts = fragments(hit, text, offset);
    if (parts.empty()) {
      ++made.lost["hits of line ends alone"];
      continue;
    }
    out += mark + '\t' + type_name(hit.code()) + ' ' + parts + '\t' + shown(hit.span.in(text)) + '\n';
    if (hit.negated == Flag::yes) out += "A" + std::to_string(++attributes) + "\tNegated " + mark + '\n';
    if (hit.quoted == Flag::yes) out += "A" + std::to_string(++attributes) + "\tQuoted " + mark + '\n';
    const HitNotes notes = annotated.notes_of(hit);
    out += "#" + std::to_string(i + 1) + "\tAnnotatorNotes " + mark + "\tcode=" + on_one_line(hit.code()) +
           " id=" + hit_id(annotated, hit);
    if (!notes.holder.empty()) out += " holder=" + on_one_line(notes.holder);
    out += '\n';
  }
  const std::string name = exported_name(annotated.document.id);
  made.files = {{name + ".txt", text}, {name + ".ann", std::move(out)}};
  if (!annotated.document.metadata.all().empty()) made.lost["metadata"] = annotated.document.metadata.all().size();
  return made;
}

std::vector<SharedFile> shared(const ExportContext&) { return {}; }

std::vector<std::pair<std::string, std::string>> fixed(const ExportContext& context) {
  std::string entities = "[entities]\n";
  std::string labels = "[labels]\n";
  std::set<std::string> seen;  // codes may differ in what names of types cannot hold
  for (const NamedCode& code : named_codes(context)) {
    if (!seen.insert(type_name(code.id)).second) continue;
    entities += type_name(code.id) + '\n';
    labels += type_name(code.id) + " | " + on_one_line(code.label) + '\n';
  }
  return {{"annotation.conf",
           entities + "\n[relations]\n\n[events]\n\n[attributes]\nNegated\tArg:<ENTITY>\nQuoted\tArg:<ENTITY>\n"},
          {"visual.conf", labels + "\n[drawing]\n"}};
}

}  // namespace

const ExportFormat brat{
    "brat",
    "brat standoff, a folder with its configuration",
    "weights, modality, voice, metadata; codes are told apart by letters, digits and low lines only",
    ExportShape::folder,
    shared,
    part,
    fixed};

}  // namespace topos::exports
