// SPDX-License-Identifier: Apache-2.0
#include "words/token_table.hpp"

#include <bit>
#include <span>
#include <string_view>
#include <utility>

#include "topos/report/delimited_writer.hpp"
#include "topos/text/code_points.hpp"
#include "words/viewed_rows.hpp"

namespace topos::cli {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

std::string_view kind_text(TokenKind kind) {
  if (kind == TokenKind::word) return "word";
  return kind == TokenKind::clitic ? "clitic" : "punctuation";
}

/// What the file says of the token that begins at or around `begin`, if it had tokens.
void read_file_columns(const Document& document, std::uint32_t begin, const FileColumns& more,
                       std::vector<std::string>& values) {
  for (std::string& value : values) value.clear();
  const GivenTokens* const given = document.given.get();
  if (given == nullptr) return;
  std::size_t token = given->first_from(begin);
  if (token == given->tokens.size() || given->tokens[token].begin != begin) --token;
  if (token < given->tokens.size() && begin < given->tokens[token].end) more.read(*given, token, values);
}

/// What all sentences of a region have.
template <class Rows>
class RegionCells {
 public:
  RegionCells(const Document& document, const Rows& rows) : document_(document), rows_(rows) {}

  typename Rows::Kept name;
  typename Rows::Kept section;

  /// Makes the cells those of another region, which often has the same name and stands in the same section.
  void move_to(std::uint32_t region) {
    if (region == region_) return;
    const Region* const before = region_ == none ? nullptr : &document_.regions[region_];
    const Region& now = document_.regions[region];
    region_ = region;
    if (before == nullptr || before->name != now.name) name = rows_.keep(to_string(now.name));
    if (before != nullptr && before->section == now.section) return;
    const std::string_view number = document_.sections[now.section];
    section = rows_.keep(number.empty() ? CellView() : CellView(number));
  }

 private:
  const Document& document_;
  const Rows& rows_;
  std::uint32_t region_ = none;
};

template <class Rows>
void write_sentences(const DocumentTokens& one, Rows& rows) {
  const Document& document = one.annotated.document;
  const std::string_view text = document.text;
  const typename Rows::Kept id = rows.keep(std::string_view(document.id));
  RegionCells region(document, rows);
  for (const ShownSentence& sentence : one.sentences) {
    region.move_to(sentence.region);
    auto&& line = rows.line();
    line.put(id);
    line.put(std::int64_t{sentence.number});
    line.put(std::int64_t{sentence.analysis});
    line.put(region.name);
    line.put(region.section);
    line.put(std::int64_t{sentence.span.begin});
    line.put(std::int64_t{sentence.span.end});
    line.put(std::int64_t{sentence.words});
    line.put(sentence.span.in(text));
    rows.end_row(line);
  }
}

template <class Rows>
void write_each_token(const DocumentTokens& one, const FileColumns& more, Rows& rows) {
  const Document& document = one.annotated.document;
  const std::string_view text = document.text;
  std::vector<std::string> values(more.table_columns().size());
  const typename Rows::Kept id = rows.keep(std::string_view(document.id));
  RegionCells region(document, rows);
  for (const ShownSentence& sentence : one.sentences) {
    region.move_to(sentence.region);
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const Token& token = one.tokens[at];
      if (!values.empty()) read_file_columns(document, token.begin, more, values);
      auto&& line = rows.line();
      line.put(id);
      line.put(std::int64_t{sentence.number});
      line.put(std::int64_t{at} - sentence.tokens.begin + 1);
      line.put(std::int64_t{token.begin});
      line.put(std::int64_t{token.end});
      line.put(text.substr(token.begin, token.end - token.begin));
      line.put(kind_text(token.kind));
      line.put(one.forms[token.type].in(one.form_bytes));
      line.put(region.name);
      for (const std::string& value : values) {
        if (value.empty())
          line.put_nothing();
        else
          line.put(std::string_view(value));
      }
      rows.end_row(line);
    }
  }
}

template <class Rows>
void write_rows(const DocumentTokens& one, TokenView view, const FileColumns& more, Rows& rows) {
  if (view == TokenView::sentences)
    write_sentences(one, rows);
  else
    write_each_token(one, more, rows);
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
  bool analysis = false;
  bool passes = false;
  const std::string_view text = annotated.document.text;
  const bool selected = query.selects_document(annotated.document);
  if (selected) {
    result.sentences.reserve(cut.sentences.size());
    if (view != TokenView::sentences) result.tokens.reserve(tokens.size());
  }
  for (std::size_t i = 0; selected && i < cut.sentences.size(); ++i) {
    const Sentence& sentence = cut.sentences[i];
    if (sentence.region != region) {
      region = sentence.region;
      analysis = annotated.analysis[region];
      passes = analysis && query.selects_region(annotated.document, region);
    }
    analysed += analysis;
    if (!passes) continue;
    const auto first = static_cast<std::uint32_t>(result.tokens.size());
    const TokenRange range = view == TokenView::units ? sentence.units : sentence.tokens;
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
    const TokenRange shown{first, static_cast<std::uint32_t>(result.tokens.size())};
    result.sentences.push_back(
        {sentence.span, shown, region, sentence.words, analysed, static_cast<std::uint32_t>(i) + 1});
  }
  result.annotated = std::move(annotated);
  return result;
}

void write_tokens(const DocumentTokens& one, TokenView view, const FileColumns& more, TableOutput& out) {
  if (DelimitedWriter* const rows = out.by_cells()) return write_rows(one, view, more, *rows);
  ViewedRows rows(out);
  write_rows(one, view, more, rows);
}

}  // namespace topos::cli
