// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/export_text.hpp"
#include "topos/text/given_tokens.hpp"

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

/// A line that the text's own file has, with the hits in MISC in the place of those of an earlier export.
void append_row(std::string_view row, std::string_view hits, std::string& out) {
  const std::size_t begin = row.rfind('\t') + 1;
  out += row.substr(0, begin);
  std::string misc;
  for (std::string_view rest = row.substr(begin); !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    if (!one.empty() && one != "_" && !one.starts_with("Hits=")) (misc += misc.empty() ? "" : "|") += one;
  }
  if (!hits.empty()) (misc += misc.empty() ? "Hits=" : "|Hits=") += hits;
  out += misc.empty() ? "_" : misc;
  out += '\n';
}

/// The lines of a token that the text's own file has; the hits are told in the first.
void append_rows(std::string_view rows, std::string_view hits, std::string& out) {
  while (!rows.empty()) {
    const std::string_view row = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(row.size() + 1);
    append_row(row, hits, out);
    hits = {};
  }
}

/// The line of a token that rules found. `joined`: no space stands behind it.
void append_word(std::uint32_t number, std::string_view form, TokenKind kind, bool joined, const std::string& hits,
                 std::string& out) {
  std::string misc = hits.empty() ? hits : "Hits=" + hits;
  if (joined) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  out += std::to_string(number) + '\t' + on_one_line(form) + "\t_\t" +
         (kind == TokenKind::punctuation ? "PUNCT" : "_") + "\t_\t_\t_\t_\t_\t" + (misc.empty() ? "_" : misc) + '\n';
}

ExportPart part(const ExportDocument& in) {
  const AnnotatedDocument& annotated = in.annotated;
  const Document& document = annotated.document;
  const std::vector<Token>& tokens = in.segmentation.tokens;
  const GivenTokens* const given = document.given.get();
  const bool parsed = given != nullptr && given->form == GivenTokens::Form::conllu;
  ExportPart made;
  if (given != nullptr && given->form == GivenTokens::Form::vrt)
    made.lost["words whose columns of verticalized text CoNLL-U has no names for"] = tokens.size();
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
      std::string hits;
      for (const std::size_t hit : covering.of(tokens[t]))
        hits += (hits.empty() ? "" : ",") + std::to_string(hit + 1) + ':' + misc_value(annotated.hits[hit].code());
      if (parsed) {
        append_rows(given->rows_of(given->first_from(tokens[t].begin)), hits, out);
        continue;
      }
      const bool joined = t + 1 < sentence.tokens.end && tokens[t + 1].begin == tokens[t].end;
      append_word(t - sentence.tokens.begin + 1, ByteSpan{tokens[t].begin, tokens[t].end}.in(document.text),
                  tokens[t].kind, joined, hits, out);
    }
    out += '\n';
  }
  made.texts.push_back(std::move(out));
  return made;
}

std::vector<SharedFile> shared(const ExportContext&) { return {{"", "", ""}}; }

}  // namespace

const ExportFormat conllu{
    "conllu",
    "CoNLL-U, hits in MISC and in comments",
    "weights, patterns, spaces between tokens that are not one blank; of a text in CoNLL-U its comments",
    ExportShape::file,
    shared,
    part};

}  // namespace topos::exports
