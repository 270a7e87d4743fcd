// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "topos/codebook/lint.hpp"
#include "topos/codebook/references.hpp"
#include "topos/codebook/shape.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// Codes with patterns in `language`, and their ancestors.
Ids active_ids(const Codebook& book, const std::string& language) {
  Ids active;
  for (const Code& code : book.codes) {
    const auto found = code.languages.find(language);
    if (found == code.languages.end() || found->second.patterns.empty()) continue;
    for (std::size_t dot = code.id.find('.'); dot != std::string::npos; dot = code.id.find('.', dot + 1))
      active.insert(code.id.substr(0, dot));
    active.insert(code.id);
  }
  return active;
}

void visit_references(const Node& node, std::vector<const Node*>& found) {
  if (node.kind == Node::Kind::reference) found.push_back(&node);
  for (const Node& child : node.children) visit_references(child, found);
}

void lint_references(const Code& code, const Pattern& pattern, const std::string& language, const Ids& active,
                     Findings& findings) {
  std::vector<const Node*> references;
  visit_references(pattern.root, references);
  for (const Node* node : references) {
    if (active.contains(node->text)) continue;
    findings.warning("idle_reference", code.id,
                     "@" + node->text + " never occurs: its codes have no patterns in '" + language + "'",
                     {pattern.where.path, node->where.line, node->where.column});
  }
  for (const Guard& guard : pattern.guards) {
    for (const Guard::Entry& entry : guard.entries) {
      for (const Guard::Target& target : entry.targets) {
        if (target.reference.empty() || active.contains(target.reference)) continue;
        findings.warning(
            "idle_guard", code.id,
            "the guard target @" + target.reference + " never occurs: its codes have no patterns in '" + language + "'",
            pattern.where);
      }
    }
  }
}

/// The words of a pattern; nothing is known (false) if it may also take other tokens.
bool collect_words(const Shape& shape, std::vector<const Shape*>& words) {
  switch (shape.kind) {
    case Node::Kind::word:
      words.push_back(&shape);
      return true;
    case Node::Kind::clitic:
      return true;
    case Node::Kind::sequence:
    case Node::Kind::choice:
    case Node::Kind::optional:
      return std::all_of(shape.children.begin(), shape.children.end(),
                         [&](const Shape& child) { return collect_words(child, words); });
    default:
      return false;
  }
}

bool may_touch(const std::vector<const Shape*>& mask, const std::vector<const Shape*>& words, bool by_characters) {
  return std::any_of(mask.begin(), mask.end(), [&](const Shape* a) {
    return std::any_of(words.begin(), words.end(), [&](const Shape* b) {
      return by_characters ? a->folded.find_first_of(b->folded) != Glob::npos : may_meet(a->folded, b->folded);
    });
  });
}

void lint_masks(const Code& code, const CodeLanguage& entries, const std::string& language, const Folder& folder,
                Findings& findings) {
  std::vector<Shape> shapes;
  for (const Pattern& pattern : entries.patterns) shapes.push_back(shape_of(pattern.root, folder, false));
  std::vector<const Shape*> words;
  const bool known =
      std::all_of(shapes.begin(), shapes.end(), [&](const Shape& shape) { return collect_words(shape, words); });
  for (const Pattern& mask : entries.masks) {
    const Shape shape = shape_of(mask.root, folder, false);
    std::vector<const Shape*> own;
    const bool both_known = collect_words(shape, own) && known;
    if (!shapes.empty() && (!both_known || may_touch(own, words, is_character_language(language)))) continue;
    findings.warning("idle_mask", code.id,
                     "the mask '" + printable(mask.source) + "' shares no word with any pattern of the code in '" +
                         language + "', so it never touches a match",
                     mask.where);
  }
}

}  // namespace

void lint_idleness(const Codebook& book, Findings& findings) {
  for (const std::string& language : book.languages) {
    const Ids active = active_ids(book, language);
    const Folder folder(language);
    for (const Code& code : book.codes) {
      const auto found = code.languages.find(language);
      if (found == code.languages.end()) continue;
      for (const auto* list : {&found->second.patterns, &found->second.masks}) {
        for (const Pattern& pattern : *list) lint_references(code, pattern, language, active, findings);
      }
      lint_masks(code, found->second, language, folder, findings);
    }
  }
}

}  // namespace topos
