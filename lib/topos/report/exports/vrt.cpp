// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/report/exports/export_text.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos::exports {
namespace {

/// A set of values as CQP reads it: between bars, sorted.
std::string feature_set(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::string out = "|";
  for (const std::string& value : values) out += value + '|';
  return out;
}

/// An attribute's name: small letters, digits and low lines, as CWB demands.
std::string attribute_name(std::string_view field) {
  std::string name = plain_name(field, "_");
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name.empty() || !(name[0] >= 'a' && name[0] <= 'z') ? "m_" + name : name;
}

/// The columns that a token has in the text's own file, behind its word, each behind a tab: those of verticalized text
/// but for the sets of an earlier export, or lemma and tags of the first word in CoNLL-U.
std::string own_columns(const GivenTokens& given, std::size_t token) {
  std::string_view row = given.rows_of(token);
  const bool parsed = given.form == GivenTokens::Form::conllu;
  while (parsed && row.find('\n') + 1 < row.size() && row[row.find_first_of("-.\t")] != '\t')
    row.remove_prefix(row.find('\n') + 1);
  row = row.substr(0, row.find('\n'));
  std::string out;
  for (std::size_t column = 0; !row.empty(); ++column) {
    const std::string_view value = row.substr(0, row.find('\t'));
    row.remove_prefix(std::min(value.size() + 1, row.size()));
    const bool is_set = value.size() > 1 ? value.starts_with('|') && value.ends_with('|') : value == "|";
    if (parsed ? column >= 2 && column <= 5 : column >= 1 && !(is_set && column <= 2))
      (out += '\t') += parsed ? escaped_xml(value) : std::string(value);
  }
  return out;
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  std::string out = "<text id=\"" + escaped_xml(on_one_line(document.id)) + "\" language=\"" +
                    escaped_xml(on_one_line(document.language)) + '"';
  std::vector<std::string> names{"id", "language"};
  ExportPart made;
  for (const auto& [field, value] : document.metadata.all()) {
    std::string name = attribute_name(field);
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      ++made.lost["metadata whose names CWB cannot tell apart"];
      continue;
    }
    out += ' ' + name + "=\"" + escaped_xml(on_one_line(value)) + '"';
    names.push_back(std::move(name));
  }
  out += ">\n";
  const GivenTokens* const given = document.given.get();
  if (given != nullptr && given->form == GivenTokens::Form::conllu)
    made.lost["words whose heads and relations verticalized text has no columns for"] = given->tokens.size();
  CoveringHits covering(annotated.hits);
  const std::vector<Sentence>& sentences = in.segmentation.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Region& region = document.regions[sentences[s].region];
    if (s == 0 || sentences[s - 1].region != sentences[s].region)
      out += "<p n=\"" + std::to_string(sentences[s].region + 1) + "\" region=\"" +
             std::string(to_string(region.name)) + "\">\n";
    out += "<s n=\"" + std::to_string(s + 1) + "\">\n";
    for (std::uint32_t t = sentences[s].tokens.begin; t < sentences[s].tokens.end; ++t) {
      const Token& token = in.segmentation.tokens[t];
      std::vector<std::string> codes;
      std::vector<std::string> begun;
      for (const std::size_t hit : covering.of(token)) {
        const std::string code = escaped_xml(plain_name(annotated.hits[hit].code(), "._-"));
        if (annotated.hits[hit].span.begin >= token.begin) begun.push_back(code);
        codes.push_back(code);
      }
      append_xml(out, on_one_line(std::string_view(document.text).substr(token.begin, token.end - token.begin)));
      out += '\t' + feature_set(std::move(codes)) + '\t' + feature_set(std::move(begun));
      if (given != nullptr) out += own_columns(*given, given->first_from(token.begin));
      out += '\n';
    }
    out += "</s>\n";
    if (s + 1 == sentences.size() || sentences[s + 1].region != sentences[s].region) out += "</p>\n";
  }
  made.texts.push_back(out + "</text>\n");
  return made;
}

std::vector<SharedFile> shared(const ExportContext&) {
  return {{"", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corpus>\n", "</corpus>\n"}};
}

}  // namespace

const ExportFormat vrt{
    "vrt",
    "verticalized text for CWB, CQPweb and NoSketch Engine",
    "everything about hits but their codes, the spaces between words; of a text in this format other elements "
    "than p and s",
    ExportShape::file,
    shared,
    part};

}  // namespace topos::exports
