// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/dependencies.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace topos {
namespace {

void collect(const Node& node, std::set<std::string_view>& ids) {
  if (node.kind == Node::Kind::reference) ids.insert(node.text);
  for (const Node& child : node.children) collect(child, ids);
}

void collect(const Pattern& pattern, std::set<std::string_view>& ids) {
  collect(pattern.root, ids);
  for (const Guard& guard : pattern.guards)
    for (const Guard::Entry& entry : guard.entries)
      for (const Guard::Target& target : entry.targets)
        if (!target.reference.empty()) ids.insert(target.reference);
}

/// Numbers the nodes of the graph: a code, or all codes of a group.
std::vector<std::vector<std::uint32_t>> make_nodes(const Codebook& book, std::vector<std::uint32_t>& node_of) {
  std::vector<std::vector<std::uint32_t>> nodes;
  std::map<std::string, std::uint32_t> groups;
  for (std::uint32_t code = 0; code < book.codes.size(); ++code) {
    const std::string& group = book.codes[code].group;
    auto node = static_cast<std::uint32_t>(nodes.size());
    if (!group.empty()) node = groups.try_emplace(group, node).first->second;
    if (node == nodes.size()) nodes.emplace_back();
    nodes[node].push_back(code);
    node_of.push_back(node);
  }
  return nodes;
}

const CodeLanguage& nothing() {
  static const CodeLanguage none;
  return none;
}

}  // namespace

std::array<const CodeLanguage*, 2> in_language(const Code& code, std::string_view language) {
  const auto side = [&](std::string_view key) {
    const auto at = code.languages.find(key);
    return at == code.languages.end() ? &nothing() : &at->second;
  };
  return {side(language), language.empty() ? &nothing() : side({})};
}

std::vector<std::vector<std::uint32_t>> evaluation_order(const Codebook& book, std::string_view language,
                                                         const std::vector<bool>& wanted) {
  std::vector<std::uint32_t> node_of;
  const std::vector<std::vector<std::uint32_t>> nodes = make_nodes(book, node_of);

  const auto needs = [&](std::uint32_t node) {
    std::set<std::string_view> ids;
    for (const std::uint32_t code : nodes[node])
      for (const CodeLanguage* side : in_language(book.codes[code], language)) {
        for (const Pattern& pattern : side->patterns) collect(pattern, ids);
        for (const Pattern& mask : side->masks) collect(mask, ids);
      }
    std::vector<std::uint32_t> needed;
    if (ids.empty()) return needed;
    for (std::uint32_t code = 0; code < book.codes.size(); ++code)
      if (node_of[code] != node && std::any_of(ids.begin(), ids.end(), [&](std::string_view id) {
            return is_or_below(book.codes[code].id, id);
          }))
        needed.push_back(node_of[code]);
    return needed;
  };

  // Depth first with a stack of our own: a node is put out once all that it needs is out.
  struct Visit {
    std::uint32_t node;
    std::vector<std::uint32_t> needed;
    std::size_t next = 0;
  };
  std::vector<std::vector<std::uint32_t>> order;
  std::vector<bool> seen(nodes.size(), false);
  for (std::uint32_t code = 0; code < book.codes.size(); ++code) {
    if (!wanted[code] || seen[node_of[code]]) continue;
    seen[node_of[code]] = true;
    std::vector<Visit> stack;
    stack.push_back({node_of[code], needs(node_of[code])});
    while (!stack.empty()) {
      Visit& top = stack.back();
      if (top.next == top.needed.size()) {
        order.push_back(nodes[top.node]);
        stack.pop_back();
        continue;
      }
      const std::uint32_t node = top.needed[top.next++];
      if (seen[node]) continue;
      seen[node] = true;
      stack.push_back({node, needs(node)});
    }
  }
  return order;
}

}  // namespace topos
