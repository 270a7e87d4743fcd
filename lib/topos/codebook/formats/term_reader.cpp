// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/term_reader.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "topos/codebook/regex_check.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::string_view folded = "(?i)";
constexpr std::string_view letter = "[\\pL\\pM\\pN]";

bool is_ascii_mark(char c) {
  return static_cast<unsigned char>(c) < 0x80 &&
         !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

/// The word for the pattern language: what is special there and is not meant so gets a backslash.
std::string escaped(std::string_view text, const TermStyle& style) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool special =
        std::string_view("()|<>\\").find(c) != std::string_view::npos || (c == '?' && !style.question_mark);
    const bool opening = at == 0 && std::string_view("=@$#/'").find(c) != std::string_view::npos;
    if (special || opening) out += '\\';
    out += c;
  }
  return out;
}

std::string regex_of(std::string_view text, const TermStyle& style) {
  std::string out(folded);
  for (const char c : text) {
    if (c == '*') {
      out += std::string(letter) + '*';
    } else if (c == '?' && style.question_mark) {
      out += letter;
    } else {
      if (is_ascii_mark(c)) out += '\\';
      out += c;
    }
  }
  return out;
}

std::vector<std::string> words_of(std::string_view term, const TermStyle& style) {
  std::vector<std::string> words(1);
  for (const char c : term) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || (c == '_' && style.underscore_joins);
    if (!blank) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

TermReader::TermReader(std::string language, Losses& losses)
    : language_(std::move(language)), characters_(is_character_language(language_)), tester_(language_),
      losses_(losses) {}

void TermReader::lose(Loss::Fate fate, std::string_view construct, std::string_view term, std::string note,
                      const TermPlace& place) {
  losses_.add(
      {fate, std::string(construct), std::string(place.category), std::string(term), std::move(note), place.line});
}

bool TermReader::can_match(const std::string& pattern) {
  bool fine = true;
  const auto visit = [&](const auto& self, const Node& node) -> void {
    if (node.kind == Node::Kind::word && tester_.fault(node.word)) fine = false;
    for (const Node& child : node.children) self(self, child);
  };
  try {
    visit(visit, parse_pattern(pattern, language_, {}, {}));
  } catch (const Error&) {
    return false;
  }
  return fine;
}

std::string TermReader::word(std::string_view text, const TermStyle& style, bool with_regex, bool& as_regex) {
  std::string plain(text);
  // Where characters are matched, a word may go on anyhow.
  if (characters_) std::erase(plain, '*');
  std::string pattern = escaped(plain, style);
  if (!pattern.empty() && can_match(pattern)) return pattern;
  const std::string regex = regex_of(text, style);
  if (!with_regex || regex_fault(regex)) return {};
  as_regex = true;
  return '/' + regex + '/';
}

std::string TermReader::read(std::string_view term, const TermStyle& style, const TermPlace& place, bool with_regex) {
  std::string pattern;
  bool as_regex = false;
  for (const std::string& one : words_of(term, style)) {
    const std::string next = word(one, style, with_regex, as_regex);
    if (next.empty()) {
      lose(Loss::Fate::left_out, "term", term, "'" + printable(one) + "' can equal no word of a text", place);
      return {};
    }
    pattern += (pattern.empty() ? "" : " ") + next;
  }
  if (pattern.empty()) return {};
  try {
    (void)parse_pattern(pattern, language_, {}, {});
  } catch (const Error& problem) {
    lose(Loss::Fate::left_out, "term", term, problem.message(), place);
    return {};
  }
  if (as_regex)
    lose(Loss::Fate::changed, "term", term,
         "marks stand in it: looked for as a regular expression, in the spelling of the text", place);
  if (characters_ && term.find('*') != std::string_view::npos)
    lose(Loss::Fate::translated, "wildcard", term,
         "dropped: this language is matched on characters, where a word may go on anyhow", place);
  return pattern;
}

std::string TermReader::pattern(std::string_view term, const TermStyle& style, const TermPlace& place) {
  return read(term, style, place, true);
}
std::string TermReader::phrase(std::string_view term, const TermStyle& style, const TermPlace& place) {
  return read(term, style, place, false);
}

std::string TermReader::expression(std::string_view regex, const TermPlace& place) {
  std::string slashed = "/" + std::string(regex.starts_with(folded) ? "" : folded);
  for (std::size_t at = 0; at < regex.size(); ++at) {
    if (regex[at] == '\\' && at + 1 < regex.size()) {
      slashed += regex[at++];
    } else if (regex[at] == '/') {
      slashed += '\\';
    }
    slashed += regex[at];
  }
  slashed += '/';
  try {
    (void)parse_pattern(slashed, language_, {}, {});
  } catch (const Error& problem) {
    lose(Loss::Fate::left_out, "regex", regex, problem.message(), place);
    return {};
  }
  lose(Loss::Fate::changed, "regex", regex, "matched from the beginning of a word to the end of one", place);
  return slashed;
}

std::string word_of_expression(std::string_view regex) {
  if (!regex.starts_with(folded)) return {};
  regex.remove_prefix(folded.size());
  std::string word;
  while (!regex.empty()) {
    if (regex.starts_with(letter)) {
      regex.remove_prefix(letter.size());
      const bool run = regex.starts_with("*");
      if (run) regex.remove_prefix(1);
      word += run ? '*' : '?';
      continue;
    }
    // TermReader makes backslashes before marks, and nowhere else.
    const bool escape = regex[0] == '\\';
    if (escape) regex.remove_prefix(1);
    if (regex.empty() || is_ascii_mark(regex[0]) != escape) return {};
    word += regex[0];
    regex.remove_prefix(1);
  }
  return word;
}

}  // namespace topos
