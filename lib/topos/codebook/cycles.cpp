// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "topos/codebook/references.hpp"

namespace topos {
namespace {

/// An edge, and the reference that draws it (null for the step from an ancestor to what lies below it).
struct Edge {
  std::size_t to = 0;
  const Pattern* pattern = nullptr;
  const Code* code = nullptr;
  Location where;
};

/// The dependencies of one language. Nodes are units of evaluation (a code alone, or a group) and ids: an id leads to
/// the ids one level below it and to its unit, so that "@actor" costs one edge however many codes it covers.
class Graph {
 public:
  Graph(const Codebook& book, const std::string& language) {
    for (const Code& code : book.codes) add_ids(code);
    for (const Code& code : book.codes) {
      const auto entries = code.languages.find(language);
      if (entries == code.languages.end()) continue;
      for (const auto* list : {&entries->second.patterns, &entries->second.masks}) {
        for (const Pattern& pattern : *list) add_references(code, pattern);
      }
    }
  }

  /// The edges of a cycle, in order, or nothing.
  std::optional<std::vector<const Edge*>> cycle() const;

 private:
  std::size_t node(const std::string& key, std::string name) {
    const auto [at, added] = nodes_.try_emplace(key, names_.size());
    if (added) {
      names_.push_back(std::move(name));
      edges_.emplace_back();
    }
    return at->second;
  }

  // The prefixes keep ids, units and groups apart.
  std::size_t unit(const Code& code) {
    return code.group.empty() ? node("c:" + code.id, code.id)
                              : node("g:" + code.group, "group '" + printable(code.group) + "'");
  }

  void add_ids(const Code& code) {
    const std::size_t evaluated = unit(code);
    std::size_t above = node("i:" + code.id, {});
    edges_[above].push_back({evaluated, nullptr, nullptr, {}});
    for (std::size_t dot = code.id.rfind('.'); dot != std::string::npos;
         dot = dot == 0 ? std::string::npos : code.id.rfind('.', dot - 1)) {
      const bool known = nodes_.contains("i:" + code.id.substr(0, dot));
      const std::size_t parent = node("i:" + code.id.substr(0, dot), {});
      edges_[parent].push_back({above, nullptr, nullptr, {}});
      if (known) return;
      above = parent;
    }
  }

  void add_references(const Code& code, const Pattern& pattern) {
    const std::size_t from = unit(code);
    for_each_reference(pattern, code.id, [&](std::string_view reference, const Location& where, bool exactly_itself) {
      const auto to = nodes_.find("i:" + std::string(reference));
      if (exactly_itself || to == nodes_.end()) return;
      edges_[from].push_back({to->second, &pattern, &code, where});
    });
  }

  std::map<std::string, std::size_t> nodes_;
  std::vector<std::string> names_;
  std::vector<std::vector<Edge>> edges_;
};

/// Depth-first with a stack of its own: the depth is the length of the longest chain of codes.
std::optional<std::vector<const Edge*>> Graph::cycle() const {
  enum class State : std::uint8_t { fresh, open, done };
  std::vector<State> state(edges_.size(), State::fresh);
  std::vector<std::pair<std::size_t, std::size_t>> stack;  // node, next edge
  for (std::size_t start = 0; start < edges_.size(); ++start) {
    if (state[start] != State::fresh) continue;
    stack.emplace_back(start, 0);
    state[start] = State::open;
    while (!stack.empty()) {
      auto& [node, next] = stack.back();
      if (next == edges_[node].size()) {
        state[node] = State::done;
        stack.pop_back();
        continue;
      }
      const std::size_t to = edges_[node][next++].to;
      if (state[to] == State::fresh) {
        state[to] = State::open;
        stack.emplace_back(to, 0);
      } else if (state[to] == State::open) {
        std::vector<const Edge*> circle;
        const auto first =
            std::find_if(stack.begin(), stack.end(), [&](const auto& frame) { return frame.first == to; });
        for (auto frame = first; frame != stack.end(); ++frame)
          circle.push_back(&edges_[frame->first][frame->second - 1]);
        return circle;
      }
    }
  }
  return std::nullopt;
}

/// Reports the cycle at its reference that comes first in reading order.
void report(const std::vector<const Edge*>& circle, const std::string& language, Findings& findings) {
  std::string path;
  const Edge* first = nullptr;
  std::size_t references = 0;
  for (const Edge* edge : circle) {
    if (edge->pattern == nullptr) continue;
    ++references;
    path += edge->code->id + " → ";
    if (first == nullptr || edge->where.line < first->where.line) first = edge;
  }
  const Code* start = nullptr;
  for (const Edge* edge : circle) {
    if (edge->code != nullptr && start == nullptr) start = edge->code;
  }
  path += start->id;
  const bool inside = references == 1;
  std::string message = inside && start->group.empty() ? "the code refers to itself: "
                        : inside ? "a code may not refer to a code of its own group '" + printable(start->group) + "': "
                                 : "codes refer to each other in a circle: ";
  findings.error(
      Errc::codebook, first->code->id, message + path + " (" + language + ")", first->where,
      inside && start->group.empty() ? "only near and not_near may name the code itself, by its exact id" : "");
}

}  // namespace

void check_cycles(const Codebook& book, Findings& findings) {
  for (const std::string& language : book.languages) {
    const Graph graph(book, language);
    if (const auto circle = graph.cycle()) return report(*circle, language, findings);
  }
}

}  // namespace topos
