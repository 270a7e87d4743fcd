// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/codebook/pattern.hpp"

/// A pattern tree in one line: words with their wildcards, groups as (a|b), sequences as [a b].
inline std::string shown(const topos::Word& word) {
  return (word.case_sensitive ? "=" : "") + topos::filled(word, "{*}", "{?}");
}

inline std::string shown(const topos::Node& node) {
  using Kind = topos::Node::Kind;
  std::string inside;
  for (const auto& child : node.children) {
    inside += inside.empty() ? "" : node.kind == Kind::choice ? "|" : " ";
    inside += shown(child);
  }
  switch (node.kind) {
    case Kind::word:
      return shown(node.word);
    case Kind::clitic:
      return "'s";
    case Kind::number:
      return "#NUM";
    case Kind::year:
      return "#YEAR";
    case Kind::capital:
      return "#CAP";
    case Kind::acronym:
      return "#ACRO";
    case Kind::punctuation:
      return "#PUNCT";
    case Kind::reference:
      return "@" + node.text;
    case Kind::regex:
      return "/" + node.text + "/";
    case Kind::gap:
      return std::string("<")
          .append(std::to_string(node.least))
          .append("-")
          .append(std::to_string(node.most))
          .append(">");
    case Kind::sequence:
      return inside.insert(0, 1, '[').append("]");
    case Kind::choice:
      return inside.insert(0, 1, '(').append(")");
    case Kind::optional:
      return inside.insert(0, 1, '(').append(")?");
  }
  return {};
}
