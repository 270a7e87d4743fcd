// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/refi_qda.hpp"

#include "topos/annotation/offset_map.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

/// People and programs that code; the one that has no name is this one.
std::string user_guid(std::string_view coder) { return refi_guid("user/" + std::string(coder)); }

std::string variable_guid(std::string_view field) { return refi_guid("variable/" + std::string(field)); }

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  const OffsetMap offset(document.text, Offsets::characters);
  const std::string guid = refi_guid("document/" + document.id);
  std::string out = "  <TextSource guid=\"" + guid + "\" name=\"" + escaped_xml(on_one_line(document.id)) +
                    "\" plainTextPath=\"internal://" + guid + ".txt\" creatingUser=\"" + user_guid({}) + "\">\n";
  for (std::size_t i = 0; i < annotated.hits.size(); ++i) {
    const Hit& hit = annotated.hits[i];
    const std::string name = document.id + '/' + std::to_string(i);
    out += "   <PlainTextSelection guid=\"" + refi_guid("selection/" + name) + "\" name=\"" + hit_id(annotated, hit) +
           "\" startPosition=\"" + std::to_string(offset(hit.span.begin)) + "\" endPosition=\"" +
           std::to_string(offset(hit.span.end)) + "\" creatingUser=\"" + user_guid({}) + "\"><Coding guid=\"" +
           refi_guid("coding/" + name) + "\" creatingUser=\"" + user_guid({}) + "\"><CodeRef targetGUID=\"" +
           refi_code_guid(hit.codebook(), hit.code()) + "\"/></Coding></PlainTextSelection>\n";
  }
  ExportPart made;
  for (const auto& [field, value] : document.metadata.all()) {
    made.fields.insert(field);
    out += "   <VariableValue><VariableRef targetGUID=\"" + variable_guid(field) + "\"/><TextValue>" +
           escaped_xml(on_one_line(value)) + "</TextValue></VariableValue>\n";
  }
  made.files.emplace_back("sources/" + guid + ".txt", document.text);
  made.texts.push_back(out + "  </TextSource>\n");
  return made;
}

/// The codes of several books in one tree: below the name of their book, if there are several. The schema asks for one
/// code at least.
std::string codes(const ExportContext& context) {
  if (context.books.empty() && context.others.empty()) return {};
  std::string out = " <CodeBook>\n  <Codes>\n";
  for (const Codebook* book : context.books) {
    const bool several = context.books.size() > 1;
    const std::string all = refi_codes(*book, "  ");
    // Without the element around them.
    const std::size_t begin = all.find('\n') + 1;
    const std::size_t end = all.rfind("  </Codes>");
    if (several)
      out += "  <Code guid=\"" + refi_guid("book/" + book->id) + "\" name=\"" + escaped_xml(book->id) +
             "\" isCodable=\"false\">\n";
    out.append(all, begin, end - begin);
    if (several) out += "  </Code>\n";
  }
  for (const auto& [book, code] : context.others)
    out += "   <Code guid=\"" + refi_code_guid(book, code) + "\" name=\"" + escaped_xml(on_one_line(code)) +
           "\" isCodable=\"true\"/>\n";
  return out + "  </Codes>\n </CodeBook>\n";
}

/// Metadata are variables of texts.
std::string variables(const ExportContext& context) {
  if (context.fields.empty()) return {};
  std::string out = " <Variables>\n";
  for (const std::string& field : context.fields)
    out += "  <Variable guid=\"" + variable_guid(field) + "\" name=\"" + escaped_xml(on_one_line(field)) +
           "\" typeOfVariable=\"Text\"/>\n";
  return out + " </Variables>\n";
}

std::vector<SharedFile> shared(const ExportContext& context) {
  return {{"project.qde",
           "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"topos\" "
           "origin=\"topos\" creatingUserGUID=\"" +
               user_guid({}) + "\">\n <Users>\n  <User guid=\"" + user_guid({}) + "\" name=\"topos\"/>\n </Users>\n" +
               codes(context) + variables(context) + (context.empty ? "" : " <Sources>\n"),
           context.empty ? "</Project>\n" : " </Sources>\n</Project>\n"}};
}

}  // namespace

const ExportFormat refi_qda{"refi-qda",
                            "REFI-QDA project (.qdpx) for MAXQDA, NVivo, ATLAS.ti and others",
                            "weights, negation, quotation, voice, modality, holders",
                            ExportShape::archive,
                            shared,
                            part};

}  // namespace topos::exports
