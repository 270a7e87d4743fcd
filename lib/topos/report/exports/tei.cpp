// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "topos/base/hash.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

/// A name of XML for a code.
std::string code_name(std::string_view code) { return "c." + plain_name(code, "._-"); }

/// A name of XML that begins all names of a document.
std::string document_name(std::string_view id) { return "d" + sha256(id).substr(0, 12); }

/// Text of a region with anchors where hits begin and end.
class AnchoredText {
 public:
  AnchoredText(const AnnotatedDocument& annotated, const std::string& prefix) : text_(annotated.document.text) {
    for (std::size_t i = 0; i < annotated.hits.size(); ++i) {
      anchors_.emplace(annotated.hits[i].span.begin,
                       "<anchor xml:id=\"" + prefix + "." + std::to_string(i + 1) + "b\"/>");
      anchors_.emplace(annotated.hits[i].span.end,
                       "<anchor xml:id=\"" + prefix + "." + std::to_string(i + 1) + "e\"/>");
    }
  }

  void append(ByteSpan span, std::string& out) const {
    std::uint32_t at = span.begin;
    for (auto anchor = anchors_.lower_bound(span.begin); anchor != anchors_.end() && anchor->first <= span.end;
         ++anchor) {
      append_xml(out, std::string_view(text_).substr(at, anchor->first - at));
      out += anchor->second;
      at = anchor->first;
    }
    append_xml(out, std::string_view(text_).substr(at, span.end - at));
  }

 private:
  const std::string& text_;
  std::multimap<std::uint32_t, std::string> anchors_;
};

void append_header(const Document& document, std::string& out) {
  out += " <teiHeader><fileDesc><titleStmt><title>" + escaped_xml(on_one_line(document.id)) +
         "</title></titleStmt><publicationStmt><p>unpublished</p></publicationStmt><sourceDesc>";
  if (document.metadata.all().empty()) {
    out += "<p/>";
  } else {
    out += "<list>";
    for (const auto& [field, value] : document.metadata.all())
      out += "<item n=\"" + escaped_xml(on_one_line(field)) + "\">" + escaped_xml(value) + "</item>";
    out += "</list>";
  }
  out += "</sourceDesc></fileDesc></teiHeader>\n";
}

void append_spans(const AnnotatedDocument& annotated, const std::string& prefix, std::string& out) {
  out += " <standOff>\n  <spanGrp type=\"code\">\n";
  for (std::size_t i = 0; i < annotated.hits.size(); ++i) {
    const Hit& hit = annotated.hits[i];
    const std::string name = prefix + '.' + std::to_string(i + 1);
    const HitNotes notes = annotated.notes_of(hit);
    out += "   <span xml:id=\"" + name + "\" n=\"" + hit_id(annotated, hit) + "\" from=\"#" + name + "b\" to=\"#" +
           name + "e\" ana=\"#" + code_name(hit.code()) + "\">";
    append_xml(out, hit.span.in(annotated.document.text));
    const auto note = [&](const char* type, std::string_view value) {
      out += std::string("<note type=\"") + type + "\">" + escaped_xml(value) + "</note>";
    };
    if (hit.negated == Flag::yes) note("negated", "1");
    if (hit.quoted == Flag::yes) note("quoted", "1");
    if (!notes.holder.empty()) note("holder", notes.holder);
    if (!notes.voice.empty()) note("voice", notes.voice);
    if (!notes.modality.empty()) note("modality", notes.modality);
    out += "</span>\n";
  }
  out += "  </spanGrp>\n </standOff>\n";
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  const std::string prefix = document_name(document.id);
  const AnchoredText anchored(annotated, prefix);
  std::string out =
      "<TEI xml:id=\"" + prefix + "\" xml:lang=\"" + escaped_xml(on_one_line(document.language)) + "\">\n";
  append_header(document, out);
  if (!annotated.hits.empty()) append_spans(annotated, prefix, out);
  out += " <text>\n  <body>\n";
  for (const Region& region : document.regions) {
    out += "   <ab type=\"" + std::string(to_string(region.name)) + "\">";
    anchored.append(region.span, out);
    out += "</ab>\n";
  }
  if (document.regions.empty()) out += "   <ab/>\n";
  return {{}, {out + "  </body>\n </text>\n</TEI>\n"}, {}, {}, {}};
}

std::vector<SharedFile> shared(const ExportContext& context) {
  std::string head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus "
      "xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc><titleStmt><title>Annotated "
      "texts</title></titleStmt>"
      "<publicationStmt><p>unpublished</p></publicationStmt><sourceDesc><p/></sourceDesc></"
      "fileDesc>\n<encodingDesc><classDecl><taxonomy>\n";
  for (const NamedCode& code : named_codes(context))
    head += " <category xml:id=\"" + code_name(code.id) + "\" n=\"" + escaped_xml(code.id) + "\"><catDesc>" +
            escaped_xml(on_one_line(code.label)) + "</catDesc></category>\n";
  return {{"", head + "</taxonomy></classDecl></encodingDesc></teiHeader>\n", "</teiCorpus>\n"}};
}

}  // namespace

const ExportFormat tei{"tei",
                       "TEI P5 with spans that stand off from the text",
                       "weights, patterns, sentences and tokens, white space between paragraphs",
                       ExportShape::file,
                       shared,
                       part};

}  // namespace topos::exports
