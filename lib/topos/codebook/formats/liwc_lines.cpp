// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/liwc_lines.hpp"

#include <algorithm>

#include "topos/base/error.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view digits_of(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return text.substr(0, end);
}

std::string number_of(std::string_view digits) {
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  return std::string(digits);
}

/// Cuts at white space outside of brackets.
std::vector<std::string_view> pieces_of(std::string_view line) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < line.size();) {
    if (is_blank(line[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool inside = false;
    for (; at < line.size() && (inside || !is_blank(line[at])); ++at) {
      // A bracket that never closes is a mark like others.
      if (line[at] == '(' && line.find(')', at) != std::string_view::npos) inside = true;
      if (line[at] == ')') inside = false;
    }
    pieces.push_back(line.substr(begin, at - begin));
  }
  return pieces;
}

/// Reads `125`, `125/464`, `<of>131/125` or `(02 134)125`; false if it is none of these.
bool read_choice(std::string_view text, LiwcChoice& choice) {
  choice.written = text;
  const char open = text.empty() ? '\0' : text[0];
  if (open == '<' || open == '(') {
    const std::size_t close = text.find(open == '<' ? '>' : ')');
    if (close == std::string_view::npos) return false;
    const std::string_view condition = text.substr(1, close - 1);
    if (open == '<') choice.next_word = trimmed(condition);
    if (open == '(')
      for (const std::string_view one : pieces_of(condition)) {
        if (digits_of(one).size() != one.size()) return false;
        choice.before.push_back(number_of(one));
      }
    if (!choice.conditional()) return false;
    text.remove_prefix(close + 1);
  }
  const std::string_view number = digits_of(text);
  if (number.empty()) return false;
  choice.number = number_of(number);
  text.remove_prefix(number.size());
  if (text.empty()) return true;
  if (text[0] != '/' || !choice.conditional()) return false;
  const std::string_view other = digits_of(text.substr(1));
  choice.otherwise = number_of(other);
  return !other.empty() && other.size() + 1 == text.size();
}

LiwcCategory read_category(std::string_view line, std::size_t number) {
  LiwcCategory category;
  category.line = number;
  category.depth = std::min(line.find_first_not_of(" \t"), line.size());
  const std::string_view rest = trimmed(line);
  const std::string_view digits = digits_of(rest);
  const bool numbered = !digits.empty() && (digits.size() == rest.size() || is_blank(rest[digits.size()]));
  if (numbered) category.number = number_of(digits);
  category.name = trimmed(numbered ? rest.substr(digits.size()) : rest);
  if (category.name.empty()) category.name = category.number;
  return category;
}

LiwcTerm read_term(std::string_view line, std::size_t number) {
  LiwcTerm term;
  term.line = number;
  // Behind a tab nothing belongs to the term; without one, it ends where categories begin.
  const std::string_view start = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  const std::size_t tab = start.find('\t');
  std::string_view rest = start;
  if (tab != std::string_view::npos) {
    term.term = trimmed(start.substr(0, tab));
    rest = start.substr(tab);
  }
  for (const std::string_view piece : pieces_of(rest)) {
    LiwcChoice choice;
    const bool named = !term.term.empty();
    if (named && read_choice(piece, choice)) {
      term.choices.push_back(std::move(choice));
    } else if (tab == std::string_view::npos && term.choices.empty()) {
      term.term += (named ? " " : "") + std::string(piece);
    } else {
      term.unknown.emplace_back(piece);
    }
  }
  return term;
}

}  // namespace

LiwcLines read_liwc_lines(std::string_view text) {
  LiwcLines lines;
  std::size_t number = 0;
  std::size_t marks = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = without_cr(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (is_blank_line(line)) continue;
    if (trimmed(line) == "%" && marks < 2) {
      ++marks;
    } else if (marks == 0) {
      throw Error(Errc::codebook, "a LIWC dictionary begins with a line of %", {{}, number, 0},
                  "say --from, if it is of another format");
    } else if (marks == 1) {
      lines.categories.push_back(read_category(line, number));
    } else {
      lines.terms.push_back(read_term(line, number));
    }
  }
  if (marks < 2)
    throw Error(Errc::codebook, "a LIWC dictionary lists its categories between two lines of %", {{}, number, 0},
                "say --from, if it is of another format");
  return lines;
}

}  // namespace topos
