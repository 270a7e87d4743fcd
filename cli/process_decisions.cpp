// SPDX-License-Identifier: Apache-2.0
#include "process_decisions.hpp"

#include <algorithm>

#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

ProcessDecisions::ProcessDecisions(const std::string& path) {
  if (path.empty()) return;
  const DecisionTable table = read_decisions(path);
  for (const DecisionRow& row : table.rows) {
    if (!row.decided()) continue;
    if (row.ids.empty()) throw Error(Errc::table, "the row has no id: events and relations cannot be added", {path, row.line}, "ids are those that topos process prints");
    for (const std::string& id : row.ids) {
      const Decision decision{row.keep == DecisionRow::Keep::no && row.code.empty(), row.code, false};
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
  std::erase_if(events.links, [&](const EventLink& link) { return number[link.cause] == gone || number[link.effect] == gone; });
  for (EventLink& link : events.links) link.cause = number[link.cause], link.effect = number[link.effect];
}

void ProcessDecisions::apply(std::vector<Relation>& relations) {
  if (decisions_.empty()) return;
  std::erase_if(relations, [&](const Relation& one) {
    const Decision* decision = find(one.id);
    return decision != nullptr && decision->drop;
  });
}

void ProcessDecisions::tell() const {
  if (std::any_of(decisions_.begin(), decisions_.end(), [](const auto& one) { return !one.second.met; })) WarningFlags::print({"W23"});
}

}  // namespace topos::cli
