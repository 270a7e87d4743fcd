// SPDX-License-Identifier: Apache-2.0
#include "discourse/process_decisions.hpp"

#include <algorithm>

#include "topos/base/error.hpp"

namespace topos::cli {

namespace {

RelationClass class_called(const std::string& name) {
  for (std::size_t i = 1; i < relation_classes; ++i)
    if (to_string(static_cast<RelationClass>(i)) == name) return static_cast<RelationClass>(i);
  return RelationClass::none;
}

}  // namespace

ProcessDecisions::ProcessDecisions(const std::string& path) : decided_(!path.empty()), path_(path) {
  if (path.empty()) return;
  const DecisionTable table = read_decisions(path);
  for (const DecisionRow& row : table.rows) {
    if (!row.decided()) continue;
    if (row.ids.empty())
      throw Error(Errc::table, "the row has no id: events and relations cannot be added", {path, row.line},
                  "ids are those that topos process prints");
    for (const std::string& id : row.ids) {
      const Decision decision{row.keep == DecisionRow::Keep::no && row.code.empty(), row.code, row.coder, row.line,
                              false};
      const auto [known, added] = decisions_.try_emplace(id, decision);
      if (!added && (known->second.drop != decision.drop || known->second.name != decision.name))
        throw Error(Errc::table, "the id '" + printable(id) + "' is decided in two ways", {path, row.line});
    }
  }
}

ProcessDecisions::Decision* ProcessDecisions::find(const std::string& id) {
  const auto found = decisions_.find(id);
  if (found == decisions_.end()) return nullptr;
  found->second.met = true;
  return &found->second;
}

void ProcessDecisions::apply(DocumentEvents& events) {
  if (decisions_.empty()) return;
  constexpr std::uint32_t gone = ~std::uint32_t{0};
  std::vector<std::uint32_t> number(events.mentions.size(), gone);
  std::vector<EventMention> kept;
  for (std::size_t i = 0; i < events.mentions.size(); ++i) {
    const Decision* decision = find(events.mentions[i].id);
    if (decision != nullptr && decision->drop) continue;
    if (decision != nullptr) events.mentions[i].name = decision->name;
    number[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(events.mentions[i]));
  }
  events.mentions = std::move(kept);
  std::erase_if(events.links,
                [&](const EventLink& link) { return number[link.cause] == gone || number[link.effect] == gone; });
  for (EventLink& link : events.links) link.cause = number[link.cause], link.effect = number[link.effect];
}

void ProcessDecisions::apply(std::vector<Relation>& relations) {
  if (decisions_.empty()) return;
  std::erase_if(relations, [&](Relation& one) {
    const Decision* decision = find(one.id);
    if (decision == nullptr || decision->name.empty()) return decision != nullptr && decision->drop;
    one.kind = class_called(decision->name);
    if (one.kind == RelationClass::none)
      throw Error(Errc::table, "'" + printable(decision->name) + "' is no class of relations", {path_, decision->line},
                  "write enables, compels, constrains, causes or influences");
    return false;
  });
}

std::string ProcessDecisions::coder_of(const std::string& id) const {
  const auto found = decisions_.find(id);
  return found == decisions_.end() ? std::string() : found->second.coder;
}

bool ProcessDecisions::any_unmet() const {
  return std::any_of(decisions_.begin(), decisions_.end(), [](const auto& one) { return !one.second.met; });
}

}  // namespace topos::cli
