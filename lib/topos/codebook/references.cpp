// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/references.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "topos/base/suggest.hpp"

namespace topos {
namespace {

void visit_nodes(const Node& node, const Location& pattern,
                 const std::function<void(std::string_view, const Location&, bool)>& visit) {
  if (node.kind == Node::Kind::reference) visit(node.text, {pattern.path, node.where.line, node.where.column}, false);
  for (const Node& child : node.children) visit_nodes(child, pattern, visit);
}

/// Every id that may be referred to: codes and their ancestors.
std::set<std::string, std::less<>> known_ids(const Codebook& book) {
  std::set<std::string, std::less<>> known;
  for (const Code& code : book.codes) {
    for (std::size_t dot = code.id.find('.'); dot != std::string::npos; dot = code.id.find('.', dot + 1))
      known.insert(code.id.substr(0, dot));
    known.insert(code.id);
  }
  return known;
}

}  // namespace

void for_each_reference(const Pattern& pattern, std::string_view owner,
                        const std::function<void(std::string_view, const Location&, bool)>& visit) {
  visit_nodes(pattern.root, pattern.where, visit);
  for (const Guard& guard : pattern.guards) {
    for (const Guard::Entry& entry : guard.entries) {
      for (const Guard::Target& target : entry.targets) {
        if (!target.reference.empty()) visit(target.reference, pattern.where, target.reference == owner);
      }
    }
  }
}

void check_references(const Codebook& book, Findings& findings) {
  std::optional<std::set<std::string, std::less<>>> ids;  // most books of single expressions refer to nothing
  std::set<std::string, std::less<>> asked;
  for (const Code& code : book.codes) {
    for (const auto& [language, entries] : code.languages) {
      for (const auto* list : {&entries.patterns, &entries.masks}) {
        for (const Pattern& pattern : *list) {
          for_each_reference(pattern, code.id, [&](std::string_view reference, const Location& where, bool) {
            if (!ids) ids = known_ids(book);
            if (ids->contains(reference)) return;
            // The search for near names is worth its cost once for each unknown id.
            const bool first = asked.emplace(reference).second && asked.size() < 100;
            const std::string hint = first ? did_you_mean(reference, {ids->begin(), ids->end()}) : std::string();
            findings.error(Errc::codebook, code.id,
                           "@" + std::string(reference) + " is neither a code nor an ancestor of one", where, hint);
          });
        }
      }
    }
  }
}

}  // namespace topos
