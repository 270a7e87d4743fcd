// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/export_text.hpp"

namespace topos::exports {
namespace {

/// What a value of MISC cannot hold is written as a percent sign and two digits.
std::string misc_value(std::string_view text) {
  constexpr char hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || std::string_view("|=,%").find(c) != std::string_view::npos) {
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

void append_hit(const AnnotatedDocument& annotated, std::size_t number, std::string& out) {
  const Hit& hit = annotated.hits[number];
  const HitNotes notes = annotated.notes_of(hit);
  out += "# hit " + std::to_string(number + 1) + " = code=" + misc_value(hit.code()) + " id=" + hit_id(annotated, hit) +
         " begin=" + std::to_string(hit.span.begin) + " end=" + std::to_string(hit.span.end);
  if (hit.negated != Flag::unknown) out += std::string(" negated=") + (hit.negated == Flag::yes ? "1" : "0");
  if (hit.quoted != Flag::unknown) out += std::string(" quoted=") + (hit.quoted == Flag::yes ? "1" : "0");
  if (!notes.holder.empty()) out += " holder=" + misc_value(notes.holder);
  if (!notes.voice.empty()) out += " voice=" + misc_value(notes.voice);
  if (!notes.modality.empty()) out += " modality=" + misc_value(notes.modality);
  out += '\n';
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  const std::vector<Token>& tokens = in.segmentation.tokens;
  std::string out;
  CoveringHits covering(annotated.hits);
  std::size_t told = 0;
  std::uint32_t paragraph = ~std::uint32_t{0};
  for (std::size_t s = 0; s < in.segmentation.sentences.size(); ++s) {
    const Sentence& sentence = in.segmentation.sentences[s];
    if (sentence.tokens.empty()) continue;
    if (s == 0) {
      out += "# newdoc id = " + on_one_line(document.id) + '\n';
      for (const auto& [field, value] : document.metadata.all())
        out += "# meta::" + plain_name(field, "_-") + " = " + on_one_line(value) + '\n';
    }
    if (sentence.region != paragraph)
      out += "# newpar id = " + std::to_string(sentence.region + 1) + '\n' +
             "# region = " + std::string(to_string(document.regions[sentence.region].name)) + '\n';
    paragraph = sentence.region;
    out += "# sent_id = " + on_one_line(document.id) + '-' + std::to_string(s + 1) +
           "\n# text = " + on_one_line(sentence.span.in(document.text)) + '\n';
    for (; told < annotated.hits.size() && annotated.hits[told].span.begin < sentence.span.end; ++told)
      append_hit(annotated, told, out);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      std::string misc;
      for (const std::size_t hit : covering.of(tokens[t]))
        misc += (misc.empty() ? "Hits=" : ",") + std::to_string(hit + 1) + ':' + misc_value(annotated.hits[hit].code());
      const bool joined = t + 1 < sentence.tokens.end && tokens[t + 1].begin == tokens[t].end;
      if (joined) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
      out += std::to_string(t - sentence.tokens.begin + 1) + '\t' +
             on_one_line(std::string_view(document.text).substr(tokens[t].begin, tokens[t].end - tokens[t].begin)) +
             "\t_\t" + (tokens[t].kind == TokenKind::punctuation ? "PUNCT" : "_") + "\t_\t_\t_\t_\t_\t" +
             (misc.empty() ? "_" : misc) + '\n';
    }
    out += '\n';
  }
  return {{}, {std::move(out)}, {}, {}, {}};
}

std::vector<SharedFile> shared(const ExportContext&) { return {{"", "", ""}}; }

}  // namespace

const ExportFormat conllu{"conllu",
                          "CoNLL-U, hits in MISC and in comments",
                          "weights, patterns, spaces between tokens that are not one blank",
                          ExportShape::file,
                          shared,
                          part};

}  // namespace topos::exports
