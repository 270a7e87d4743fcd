// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "topos/annotation/offset_map.hpp"
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

/// Characters with a meaning in a cell get a backslash.
std::string cell(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (std::string_view("\\[]|_;*").find(c) != std::string_view::npos || text.substr(at).starts_with("->"))
      out += '\\';
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  return out;
}

/// The text of a sentence, a line for each of its lines.
void append_text(std::string_view text, std::string& out) {
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "#Text=";
    for (const char c : text.substr(0, end)) {
      if (c == '\\')
        out += "\\\\";
      else if (c == '\t')
        out += "\\t";
      else if (c == '\r')
        out += "\\r";
      else
        out += c;
    }
    out += '\n';
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const std::string& text = annotated.document.text;
  const OffsetMap offset(text, Offsets::utf16);
  std::string out = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.TextCode|code|hit\n\n";
  CoveringHits covering(annotated.hits);
  ExportPart made;
  std::vector<bool> met(annotated.hits.size());
  std::size_t number = 0;
  for (const Sentence& sentence : in.segmentation.sentences) {
    if (sentence.tokens.empty()) continue;
    out += '\n';
    append_text(sentence.span.in(text), out);
    ++number;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = in.segmentation.tokens[t];
      out += std::to_string(number) + '-' + std::to_string(t - sentence.tokens.begin + 1) + '\t' +
             std::to_string(offset(token.begin)) + '-' + std::to_string(offset(token.end)) + '\t' +
             cell(std::string_view(text).substr(token.begin, token.end - token.begin)) + '\t';
      std::string codes;
      std::string ids;
      for (const std::size_t hit : covering.of(token)) {
        const Hit& one = annotated.hits[hit];
        const std::string mark = '[' + std::to_string(hit + 1) + ']';
        codes += (codes.empty() ? "" : "|") + cell(one.code()) + mark;
        ids += (ids.empty() ? "" : "|") + cell(hit_id(annotated, one)) + mark;
        const bool inside = one.span.begin <= token.begin && token.end <= one.span.end;
        if (!inside && !met[hit]) ++made.lost["places inside of a token: the whole token is marked"];
        met[hit] = true;
      }
      out += (codes.empty() ? "_" : codes) + '\t' + (ids.empty() ? "_" : ids) + "\t\n";
    }
  }
  made.files.emplace_back(exported_name(annotated.document.id) + ".tsv", std::move(out));
  if (!annotated.document.metadata.all().empty()) made.lost["metadata"] = annotated.document.metadata.all().size();
  return made;
}

std::vector<SharedFile> shared(const ExportContext&) { return {}; }

/// INCEpTION has no files of layers that could be written here: it wants the layer made beforehand.
std::vector<std::pair<std::string, std::string>> fixed(const ExportContext& context) {
  std::string tags =
      "# The values of the feature code of the custom layer TextCode (webanno.custom.TextCode; string features code "
      "and hit).\n";
  for (const NamedCode& code : named_codes(context))
    tags += std::string(code.id) + '\t' + on_one_line(code.label) + '\n';
  return {{"codes.txt", std::move(tags)}};
}

}  // namespace

const ExportFormat webanno{"webanno",
                           "WebAnno TSV 3.3 for INCEpTION, a folder with a file for each document",
                           "everything about hits but codes and ids, metadata, white space between sentences",
                           ExportShape::folder,
                           shared,
                           part,
                           fixed};

}  // namespace topos::exports
