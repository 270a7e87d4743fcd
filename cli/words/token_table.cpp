// SPDX-License-Identifier: Apache-2.0
#include "words/token_table.hpp"

#include <bit>
#include <span>
#include <string_view>
#include <utility>

#include "topos/text/code_points.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t own_columns = 9;
constexpr std::uint32_t none = ~std::uint32_t{0};

void set_whole(CellView& cell, std::uint32_t value) { cell = std::int64_t{value}; }

std::string_view kind_text(TokenKind kind) {
  if (kind == TokenKind::word) return "word";
  return kind == TokenKind::clitic ? "clitic" : "punctuation";
}

/// Sets the cells of a sentence's row; the document, its region and section stand.
void set_sentence(const DocumentTokens& one, std::size_t index, std::span<CellView> cells) {
  const Document& document = one.annotated.document;
  const Sentence& sentence = one.sentences[index];
  set_whole(cells[1], one.numbers[index]);
  if (sentence.analysis == 0)
    cells[2] = CellView();
  else
    set_whole(cells[2], sentence.analysis);
  set_whole(cells[5], sentence.span.begin);
  set_whole(cells[6], sentence.span.end);
  set_whole(cells[7], sentence.words);
  cells[8] = sentence.span.in(document.text);
}

/// Sets the cells of a token's row that differ from token to token.
void set_token(const DocumentTokens& one, const Token& token, std::uint32_t number, std::span<CellView> cells) {
  set_whole(cells[2], number);
  set_whole(cells[3], token.begin);
  set_whole(cells[4], token.end);
  cells[5] = std::string_view(one.annotated.document.text).substr(token.begin, token.end - token.begin);
  cells[6] = kind_text(token.kind);
  cells[7] = one.forms[token.type].in(one.form_bytes);
}

/// Sets what the file says of the token that begins at or around `begin`, if it had tokens.
void set_file_columns(const Document& document, std::uint32_t begin, const FileColumns& more,
                      std::vector<std::string>& values, std::span<CellView> cells) {
  for (std::string& value : values) value.clear();
  if (const GivenTokens* const given = document.given.get()) {
    std::size_t token = given->first_from(begin);
    if (token == given->tokens.size() || given->tokens[token].begin != begin) --token;
    if (token < given->tokens.size() && begin < given->tokens[token].end) more.read(*given, token, values);
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    cells[own_columns + i] = values[i].empty() ? CellView() : CellView(std::string_view(values[i]));
}

/// Numbers types from 0, in the order in which they are asked for.
class RowNumbers {
 public:
  /// `most`: how many types there may be.
  explicit RowNumbers(std::size_t most) : slots_(std::bit_ceil(2 * most + 1)) {}

  TypeId of(TypeId type) {
    std::size_t at = (type * std::size_t{0x9E3779B1}) & (slots_.size() - 1);
    for (; slots_[at].type != type; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].type != none) continue;
      slots_[at] = {type, next_++};
      break;
    }
    return slots_[at].number;
  }

 private:
  struct Slot {
    TypeId type = none;
    TypeId number = 0;
  };
  std::vector<Slot> slots_;
  TypeId next_ = 0;
};

}  // namespace

std::vector<Column> token_columns(TokenView view, const FileColumns& more) {
  if (view == TokenView::sentences)
    return {{"document"},  {"sentence", true}, {"analysis_sentence", true},
            {"region"},    {"section"},        {"begin", true},
            {"end", true}, {"words", true},    {"text"}};
  std::vector<Column> columns{{"document"}, {"sentence", true}, {"number", true}, {"begin", true}, {"end", true},
                              {"token"},    {"kind"},           {"folded"},       {"region"}};
  for (Column& column : more.table_columns()) columns.push_back(std::move(column));
  return columns;
}

DocumentTokens document_tokens(const Query& query, AnnotatedDocument annotated, const Annotator& annotator,
                               TokenView view) {
  DocumentTokens result;
  const Segmentation& cut = annotator.segmentation();
  const std::vector<Token>& tokens = view == TokenView::units ? cut.units() : cut.tokens;
  RowNumbers numbers(view == TokenView::sentences ? 0 : tokens.size());
  std::uint32_t analysed = 0;
  std::uint32_t region = none;
  bool passes = false;
  const std::string_view text = annotated.document.text;
  const bool selected = query.selects_document(annotated.document);
  if (selected) {
    result.sentences.reserve(cut.sentences.size());
    result.numbers.reserve(cut.sentences.size());
    if (view != TokenView::sentences) result.tokens.reserve(tokens.size());
  }
  for (std::size_t i = 0; selected && i < cut.sentences.size(); ++i) {
    Sentence sentence = cut.sentences[i];
    if (!annotated.analysis[sentence.region]) continue;
    ++analysed;
    if (sentence.region != region) {
      region = sentence.region;
      passes = query.selects_region(annotated.document, region);
    }
    if (!passes) continue;
    sentence.analysis = analysed;
    const TokenRange range = view == TokenView::units ? sentence.units : sentence.tokens;
    sentence.tokens.begin = static_cast<std::uint32_t>(result.tokens.size());
    for (std::uint32_t at = range.begin; view != TokenView::sentences && at < range.end; ++at) {
      Token token = tokens[at];
      const TypeId form = numbers.of(token.type);
      if (form == result.forms.size()) {
        const auto begin = static_cast<std::uint32_t>(result.form_bytes.size());
        result.form_bytes += annotator.vocabulary()[token.type].folded;
        result.forms.push_back({begin, static_cast<std::uint32_t>(result.form_bytes.size())});
      }
      token.set_type(form);
      if (view == TokenView::units && cut.by_characters)
        token.kind =
            is_word_character(code_point_at(text, token.begin).value) ? TokenKind::word : TokenKind::punctuation;
      result.tokens.push_back(token);
    }
    sentence.tokens.end = static_cast<std::uint32_t>(result.tokens.size());
    result.sentences.push_back(sentence);
    result.numbers.push_back(static_cast<std::uint32_t>(i) + 1);
  }
  result.annotated = std::move(annotated);
  return result;
}

void write_tokens(const DocumentTokens& one, TokenView view, const FileColumns& more, TableOutput& out) {
  const Document& document = one.annotated.document;
  std::vector<std::string> values(more.table_columns().size());
  std::vector<CellView> cells(own_columns + values.size());
  cells[0] = document.id;
  for (std::size_t i = 0; i < one.sentences.size(); ++i) {
    const Sentence& sentence = one.sentences[i];
    const Region& region = document.regions[sentence.region];
    if (view == TokenView::sentences) {
      cells[3] = to_string(region.name);
      const std::string_view section = document.sections[region.section];
      cells[4] = section.empty() ? CellView() : CellView(section);
      set_sentence(one, i, cells);
      out.row_of_views(cells);
      continue;
    }
    set_whole(cells[1], one.numbers[i]);
    cells[8] = to_string(region.name);
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      set_token(one, one.tokens[at], at - sentence.tokens.begin + 1, cells);
      if (!values.empty()) set_file_columns(document, one.tokens[at].begin, more, values, cells);
      out.row_of_views(cells);
    }
  }
}

}  // namespace topos::cli
