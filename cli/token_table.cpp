// SPDX-License-Identifier: Apache-2.0
#include "token_table.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "topos/text/code_points.hpp"

namespace topos::cli {
namespace {

Cell text_or_nothing(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }

Cell whole(std::uint32_t value) { return std::int64_t{value}; }

std::string_view kind_name(TokenKind kind) {
  if (kind == TokenKind::word) return "word";
  return kind == TokenKind::clitic ? "clitic" : "punctuation";
}

void write_sentence(const DocumentTokens& one, std::size_t index, TableOutput& out) {
  const Document& document = one.annotated.document;
  const Sentence& sentence = one.sentences[index];
  const Region& region = document.regions[sentence.region];
  out.row({document.id, whole(one.numbers[index]), sentence.analysis == 0 ? Cell() : whole(sentence.analysis), std::string(to_string(region.name)),
           text_or_nothing(document.sections[region.section]), whole(sentence.span.begin), whole(sentence.span.end), whole(sentence.words),
           std::string(sentence.span.in(document.text))});
}

}  // namespace

std::vector<Column> token_columns(TokenView view) {
  if (view == TokenView::sentences)
    return {{"document"}, {"sentence", true}, {"analysis_sentence", true}, {"region"}, {"section"}, {"begin", true}, {"end", true}, {"words", true}, {"text"}};
  return {{"document"}, {"sentence", true}, {"number", true}, {"begin", true}, {"end", true}, {"token"}, {"kind"}, {"folded"}, {"region"}};
}

DocumentTokens document_tokens(const Query& query, AnnotatedDocument annotated, const Annotator& annotator, TokenView view) {
  DocumentTokens result;
  const Segmentation& cut = annotator.segmentation();
  const std::vector<Token>& tokens = view == TokenView::units ? cut.units() : cut.tokens;
  std::unordered_map<TypeId, TypeId> known;
  std::uint32_t analysed = 0;
  const std::string_view text = annotated.document.text;
  const bool selected = query.selects_document(annotated.document);
  for (std::size_t i = 0; selected && i < cut.sentences.size(); ++i) {
    Sentence sentence = cut.sentences[i];
    const bool analysis = annotated.analysis[sentence.region];
    if (analysis) ++analysed;
    if (!analysis || !query.selects_region(annotated.document, sentence.region)) continue;
    sentence.analysis = analysed;
    const TokenRange range = view == TokenView::units ? sentence.units : sentence.tokens;
    sentence.tokens.begin = static_cast<std::uint32_t>(result.tokens.size());
    for (std::uint32_t at = range.begin; view != TokenView::sentences && at < range.end; ++at) {
      Token token = tokens[at];
      const auto [found, added] = known.try_emplace(token.type, static_cast<TypeId>(result.forms.size()));
      if (added) result.forms.emplace_back(annotator.vocabulary()[token.type].folded);
      token.set_type(found->second);
      if (view == TokenView::units && cut.by_characters)
        token.kind = is_word_character(code_point_at(text, token.begin).value) ? TokenKind::word : TokenKind::punctuation;
      result.tokens.push_back(token);
    }
    sentence.tokens.end = static_cast<std::uint32_t>(result.tokens.size());
    result.sentences.push_back(sentence);
    result.numbers.push_back(static_cast<std::uint32_t>(i) + 1);
  }
  result.annotated = std::move(annotated);
  return result;
}

void write_tokens(const DocumentTokens& one, TokenView view, TableOutput& out) {
  const Document& document = one.annotated.document;
  for (std::size_t i = 0; i < one.sentences.size(); ++i) {
    if (view == TokenView::sentences) {
      write_sentence(one, i, out);
      continue;
    }
    const Sentence& sentence = one.sentences[i];
    const std::string region(to_string(document.regions[sentence.region].name));
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const Token& token = one.tokens[at];
      out.row({document.id, whole(one.numbers[i]), whole(at - sentence.tokens.begin + 1), whole(token.begin), whole(token.end),
               std::string(ByteSpan{token.begin, token.end}.in(document.text)), std::string(kind_name(token.kind)), one.forms[token.type], region});
    }
  }
}

}  // namespace topos::cli
