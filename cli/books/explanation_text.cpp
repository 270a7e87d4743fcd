// SPDX-License-Identifier: Apache-2.0
#include "books/explanation_text.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "topos/base/json.hpp"
#include "topos/report/display_width.hpp"

namespace topos::cli {
namespace {

using Outcome = ExplainedMatch::Outcome;

std::string_view kind_name(TokenKind kind) {
  return kind == TokenKind::word ? "word" : kind == TokenKind::clitic ? "clitic" : "punctuation";
}

/// "frame.hedging#en.1 'hedg*' in book.toml:12"
std::string name_of(const Pattern& pattern) {
  return pattern.id + " '" + printable(pattern.source) + "' in " + printable(pattern.where.path) + ':' +
         std::to_string(pattern.where.line);
}

std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

/// Rows of cells as lines with aligned columns, each behind `margin`.
std::string aligned(const std::vector<std::vector<std::string>>& rows, std::string_view margin) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], static_cast<std::size_t>(display_width(row[i])));
    }
  std::string text;
  for (const auto& row : rows) {
    std::string line(margin);
    for (std::size_t i = 0; i < row.size(); ++i)
      line +=
          (i == 0 ? "" : "  ") + row[i] + std::string(widths[i] - static_cast<std::size_t>(display_width(row[i])), ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

std::string tokens_text(const ExplainedText& explained) {
  std::vector<std::vector<std::string>> rows;
  std::uint32_t sentence = 0;
  std::string text;
  const auto flush = [&] {
    if (sentence != 0) text += "\nsentence " + std::to_string(sentence) + '\n' + aligned(rows, "  ");
    rows.clear();
  };
  for (const ExplainedToken& token : explained.told.tokens) {
    if (token.sentence != sentence) flush();
    sentence = token.sentence;
    std::string notes = token.cased != token.folded ? "=" + printable(token.cased) : "";
    if (!token.classes.empty()) notes += (notes.empty() ? "" : " ") + token.classes;
    if (token.passable) notes += "may be stepped over";
    rows.push_back({printable(token.span.in(explained.document->text)), std::string(kind_name(token.kind)),
                    token.kind == TokenKind::word ? printable(token.folded) : "", notes});
  }
  flush();
  return text;
}

/// Why a match is no hit, in words.
std::string reason(const ExplainedMatch& match, const Document& document) {
  const auto winner = [&] { return name_of(*match.by_pattern) + " on " + in_quotes(match.by_span.in(document.text)); };
  switch (match.outcome) {
    case Outcome::hit:
      return {};
    case Outcome::withheld:
      return "negated, and the policy is negation = 'drop'";
    case Outcome::masked:
      return "by the mask " + winner();
    case Outcome::guard:
      return "does not hold: " + printable(guard_text(*match.guard));
    case Outcome::overlapped:
      return "by " + winner() + ", which begins earlier, is longer or comes first";
    case Outcome::group:
      return "by " + winner() + ", in the exclusive group '" + printable(match.code->group) + "'";
  }
  return {};
}

std::string matches_text(const ExplainedText& explained) {
  std::map<std::string, std::vector<const ExplainedMatch*>> by_code;
  for (const ExplainedMatch& match : explained.told.matches) by_code[match.code->id].push_back(&match);
  std::string text;
  for (const auto& [code, matches] : by_code) {
    text += '\n' + code + '\n';
    std::string block;
    for (const ExplainedMatch* match : matches) {
      block += "  " + std::string(to_string(match->outcome)) + std::string(11 - to_string(match->outcome).size(), ' ') +
               in_quotes(match->span.in(explained.document->text)) + "  " + name_of(*match->pattern) + '\n';
      const std::string why = reason(*match, *explained.document);
      if (!why.empty()) block += std::string(13, ' ') + why + '\n';
    }
    text += block;
  }
  return text.empty() ? "\nno pattern matches" +
                            std::string(explained.told.begun.empty() ? "; --all shows those that began\n" : "\n")
                      : text;
}

std::string begun_text(const ExplainedText& explained) {
  std::vector<std::vector<std::string>> rows;
  for (const BegunPattern& one : explained.told.begun)
    rows.push_back({in_quotes(one.taken.in(explained.document->text)),
                    one.next.empty() ? "then the sentence ends" : "then " + in_quotes(one.next),
                    name_of(*one.pattern)});
  return rows.empty() ? "" : "\nbegan and came no further\n" + aligned(rows, "  ");
}

/// Writes the members of one JSON object.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }
  ~Object() { out_ += '}'; }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  std::string& raw(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    append_json_string(out_, name);
    return out_ += ':';
  }
  void text(std::string_view name, std::string_view value) { append_json_string(raw(name), value); }
  void number(std::string_view name, std::uint64_t value) { raw(name) += std::to_string(value); }
  void flag(std::string_view name, bool value) { raw(name) += value ? "true" : "false"; }
  void span(ByteSpan span, const Document& document) {
    number("begin", span.begin);
    number("end", span.end);
    text("text", span.in(document.text));
  }
  void pattern(const Pattern& pattern) {
    text("pattern", pattern.id);
    text("source", pattern.source);
    text("file", pattern.where.path);
    number("line", pattern.where.line);
    number("column", pattern.where.column);
  }

 private:
  std::string& out_;
};

template <class List, class Write>
void array(std::string& out, const List& list, Write write) {
  out += '[';
  for (const auto& item : list) {
    if (out.back() != '[') out += ',';
    Object object(out);
    write(object, item);
  }
  out += ']';
}

void write_match(Object& object, const ExplainedMatch& match, const Document& document, std::string& out) {
  object.text("code", match.code->id);
  object.span(match.span, document);
  object.pattern(*match.pattern);
  object.text("outcome", to_string(match.outcome));
  if (match.guard != nullptr) object.text("guard", guard_text(*match.guard));
  if (match.by_pattern == nullptr) return;
  object.raw("by");
  Object by(out);
  by.text("code", match.by_code->id);
  by.span(match.by_span, document);
  by.pattern(*match.by_pattern);
}

}  // namespace

std::string explanation_text(const ExplainedText& explained) {
  const Document& document = *explained.document;
  return in_quotes(document.text) + "\nlanguage " + printable(document.language) + ", codebook " + explained.book->id +
         ' ' + printable(explained.book->version) + '\n' + tokens_text(explained) + matches_text(explained) +
         begun_text(explained);
}

std::string explanation_json(const ExplainedText& explained) {
  const Document& document = *explained.document;
  std::string out;
  {
    Object whole(out);
    whole.text("text", document.text);
    whole.text("language", document.language);
    whole.text("codebook", explained.book->id);
    whole.text("version", explained.book->version);
    array(whole.raw("tokens"), explained.told.tokens, [&](Object& object, const ExplainedToken& token) {
      object.number("sentence", token.sentence);
      object.span(token.span, document);
      object.text("kind", kind_name(token.kind));
      object.flag("passable", token.passable);
      object.text("match_form", token.folded);
      object.text("case_form", token.cased);
      object.text("classes", token.classes);
    });
    array(whole.raw("matches"), explained.told.matches,
          [&](Object& object, const ExplainedMatch& match) { write_match(object, match, document, out); });
    array(whole.raw("begun"), explained.told.begun, [&](Object& object, const BegunPattern& one) {
      object.text("code", one.code->id);
      object.span(one.taken, document);
      object.pattern(*one.pattern);
      object.text("next", one.next);
    });
  }
  return out + '\n';
}

}  // namespace topos::cli
