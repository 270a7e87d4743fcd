// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/mechanism.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace topos {
namespace {

/// 0: it may be so, 1: it will, 2: it ought to; −1: it is said to be.
int modal_kind(std::string_view modality) {
  if (modality == "none") return -1;
  if (modality == "high") return 1;
  return modality == "deontic" ? 2 : 0;
}

}  // namespace

std::uint32_t MechanismEdge::sources() const {
  std::set<std::string_view> all(affirmed_by.begin(), affirmed_by.end());
  all.insert(negated_by.begin(), negated_by.end());
  return static_cast<std::uint32_t>(all.size());
}

void Mechanism::add(std::vector<Relation>&& relations) {
  for (Relation& one : relations) relations_.push_back(std::move(one));
}

void Mechanism::finish(std::uint32_t least) {
  std::map<std::tuple<std::string_view, std::string_view, RelationClass>, std::vector<std::uint32_t>> found;
  for (std::uint32_t i = 0; i < relations_.size(); ++i)
    found[{relations_[i].source, relations_[i].target, relations_[i].kind}].push_back(i);
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::set<std::string_view>> tellers;
  const auto number_of = [&](std::string_view code) {
    const auto [place, added] = numbers.try_emplace(std::string(code), static_cast<std::uint32_t>(nodes_.size()));
    if (added) {
      nodes_.push_back({std::string(code)});
      tellers.emplace_back();
    }
    return place->second;
  };
  for (auto& [key, relations] : found) {
    MechanismEdge edge;
    std::set<std::pair<std::string_view, std::uint32_t>> affirming;
    std::set<std::pair<std::string_view, std::uint32_t>> negating;
    std::set<std::pair<std::string_view, std::uint32_t>> supposing;
    std::array<std::set<std::pair<std::string_view, std::uint32_t>>, 3> modal;
    std::set<std::string> affirmed_by;
    std::set<std::string> negated_by;
    std::set<std::string_view> documents;
    for (const std::uint32_t number : relations) {
      const Relation& one = relations_[number];
      (one.supposed ? supposing : one.negated ? negating : affirming).insert({one.document, one.sentence});
      if (const int kind = modal_kind(one.modality); kind >= 0 && !one.supposed)
        modal[static_cast<std::size_t>(kind)].insert({one.document, one.sentence});
      if (!one.supposed) (one.negated ? negated_by : affirmed_by).insert(one.teller);
      documents.insert(one.document);
    }
    edge.affirmed = static_cast<std::uint32_t>(affirming.size());
    edge.negated = static_cast<std::uint32_t>(negating.size());
    affirming.merge(negating);
    edge.asserted = static_cast<std::uint32_t>(affirming.size());
    edge.supposed = static_cast<std::uint32_t>(supposing.size());
    edge.hedged = static_cast<std::uint32_t>(modal[0].size());
    edge.future = static_cast<std::uint32_t>(modal[1].size());
    edge.deontic = static_cast<std::uint32_t>(modal[2].size());
    affirming.merge(supposing);
    edge.sentences = static_cast<std::uint32_t>(affirming.size());
    if (edge.sentences < least) continue;
    edge.kind = std::get<2>(key);
    edge.documents = static_cast<std::uint32_t>(documents.size());
    edge.affirmed_by.assign(affirmed_by.begin(), affirmed_by.end());
    edge.negated_by.assign(negated_by.begin(), negated_by.end());
    edge.relations = std::move(relations);
    edge.from = number_of(std::get<0>(key));
    edge.to = number_of(std::get<1>(key));
    nodes_[edge.from].acts += edge.sentences;
    nodes_[edge.to].acted_on += edge.sentences;
    for (const std::uint32_t node : {edge.from, edge.to})
      for (const std::uint32_t number : edge.relations) tellers[node].insert(relations_[number].teller);
    edges_.push_back(std::move(edge));
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i].sources = static_cast<std::uint32_t>(tellers[i].size());
  // Nodes by code, edges by weight.
  std::vector<std::uint32_t> place(nodes_.size());
  std::uint32_t next = 0;
  std::vector<MechanismNode> sorted;
  for (const auto& one : numbers) {
    place[one.second] = next++;
    sorted.push_back(std::move(nodes_[one.second]));
  }
  nodes_ = std::move(sorted);
  for (MechanismEdge& edge : edges_) edge.from = place[edge.from], edge.to = place[edge.to];
  std::stable_sort(edges_.begin(), edges_.end(), [](const MechanismEdge& a, const MechanismEdge& b) {
    return std::tuple(b.weight(), a.from, a.to, a.kind) < std::tuple(a.weight(), b.from, b.to, b.kind);
  });
}

}  // namespace topos
