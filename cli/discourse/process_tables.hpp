// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "discourse/process_maps.hpp"
#include "topos/report/table.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// The tables of maps; each prints the warnings that belong to it. `by`: the fields of --by.
[[nodiscard]] Table event_nodes(const EventMaps& maps, const std::vector<std::string>& by);
[[nodiscard]] Table event_edges(const EventMaps& maps, const std::vector<std::string>& by);
/// The mentions of each node.
[[nodiscard]] Table event_evidence(const EventMaps& maps, const std::vector<std::string>& by);
/// The sentences of each because edge.
[[nodiscard]] Table event_causes(const EventMaps& maps, const std::vector<std::string>& by);
[[nodiscard]] Table mechanism_nodes(const MechanismMaps& maps, const std::vector<std::string>& by);
[[nodiscard]] Table mechanism_edges(const MechanismMaps& maps, const std::vector<std::string>& by);
/// The sentences of each edge.
[[nodiscard]] Table mechanism_evidence(const MechanismMaps& maps, const std::vector<std::string>& by);

/// When an event was, as its text has it: "June 2018", "By June 2023"; empty without a time.
[[nodiscard]] const std::string& when_of(const EventMap& map, const EventNode& node);
/// What happened: the name that people gave, else the clause; where documents differ in their words, actors and action,
/// called by `name_of`.
[[nodiscard]] std::string words_of(const EventMap& map, const EventNode& node,
                                   const std::function<std::string(const std::string&)>& name_of);
[[nodiscard]] std::string_view to_string(EventNode::Kind kind) noexcept;

/// The flags of a group's rows.
template <class Map>
[[nodiscard]] WarningFlags flags_of_group(const MapOfGroup<Map>& group) {
  WarningFlags flags;
  flags.raise_few_documents(group.documents);
  flags.raise(group.twins, "W12");
  flags.raise(group.draft, "W13");
  return flags;
}

/// The flags of a row, which become those of the table.
[[nodiscard]] inline Cell flags_cell(const WarningFlags& flags, std::set<std::string>& raised) {
  WarningFlags::gather(flags.text(), raised);
  return flags.text().empty() ? Cell() : Cell(flags.text());
}

/// Who decided about any of some ids, each once.
[[nodiscard]] std::string coders_of(const ProcessDecisions& decisions, const std::vector<std::string>& ids);
/// Says what was raised, and that decisions concern what was not found.
void tell(std::set<std::string> raised, const ProcessDecisions& decisions);

/// Items as texts with something between.
template <class Items, class Text>
[[nodiscard]] std::string joined(const Items& items, const char* between, const Text& text) {
  std::string out;
  for (const auto& one : items) {
    if (!out.empty()) out += between;
    out += text(one);
  }
  return out;
}

}  // namespace topos::cli
