// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/pattern_text.hpp"

#include <string_view>

namespace topos {
namespace {

/// Whether the character at `at` means something else than itself in a pattern; `opens`: it is the first of a word.
bool needs_backslash(std::string_view text, std::size_t at, bool opens) {
  const std::string_view rest = text.substr(at);
  if (opens && std::string_view("=@$#/").find(text[at]) != std::string_view::npos) return true;
  // Spaces, hyphens, dashes and quotation marks beyond ASCII.
  return rest.starts_with("\xE2\x80") || rest.starts_with("\xC2\xA0") || rest.starts_with("\xE3\x80\x80") ||
         std::string_view(" \t()|<\\-*?'").find(text[at]) != std::string_view::npos;
}

void append_word(const Word& word, std::string& out) {
  if (word.case_sensitive) out += '=';
  bool first = !word.case_sensitive;
  for (std::size_t at = 0; at < word.text.size(); ++at) {
    const char c = word.text[at];
    if (Word::is_wildcard(c)) {
      out += c == Word::any_run ? '*' : '?';
    } else {
      if (needs_backslash(word.text, at, first)) out += '\\';
      out += c;
    }
    first = false;
  }
}

void append_regex(std::string_view regex, std::string& out) {
  out += '/';
  for (std::size_t at = 0; at < regex.size(); ++at) {
    if (regex[at] == '\\' && at + 1 < regex.size()) {
      out.append(regex.substr(at++, 2));
      continue;
    }
    if (regex[at] == '/') out += '\\';
    out += regex[at];
  }
  out += '/';
}

void append(const Node& node, std::string& out);

void append_children(const Node& node, std::string_view separator, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += separator;
    // A sequence has no sign of its own; inside another one it needs a group.
    const bool group = node.kind == Node::Kind::sequence && node.children[i].kind == Node::Kind::sequence;
    if (group) out += '(';
    append(node.children[i], out);
    if (group) out += ')';
  }
}

void append(const Node& node, std::string& out) {
  using Kind = Node::Kind;
  switch (node.kind) {
    case Kind::word:
      append_word(node.word, out);
      break;
    case Kind::clitic:
      out += "'s";
      break;
    case Kind::number:
      out += "#NUM";
      break;
    case Kind::year:
      out += "#YEAR";
      break;
    case Kind::capital:
      out += "#CAP";
      break;
    case Kind::acronym:
      out += "#ACRO";
      break;
    case Kind::punctuation:
      out += "#PUNCT";
      break;
    case Kind::reference:
      out += '@' + node.text;
      break;
    case Kind::regex:
      append_regex(node.text, out);
      break;
    case Kind::gap:
      out += '<' + std::to_string(node.least) + '-' + std::to_string(node.most) + '>';
      break;
    case Kind::sequence:
      append_children(node, " ", out);
      break;
    case Kind::choice:
      out += '(';
      append_children(node, "|", out);
      out += ')';
      break;
    case Kind::optional: {
      const bool choice = node.children[0].kind == Kind::choice;
      if (!choice) out += '(';
      append(node.children[0], out);
      if (!choice) out += ')';
      out += '?';
      break;
    }
  }
}

}  // namespace

std::string pattern_text(const Node& root) {
  std::string text;
  append(root, text);
  return text;
}

}  // namespace topos
