// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/discourse/event_map.hpp"
#include "topos/discourse/mechanism.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

[[nodiscard]] Table event_nodes(const EventMap& map);
[[nodiscard]] Table event_edges(const EventMap& map);
/// The mentions of each node.
[[nodiscard]] Table event_node_evidence(const EventMap& map);
/// The sentences of each because edge.
[[nodiscard]] Table event_edge_evidence(const EventMap& map);
[[nodiscard]] Table mechanism_nodes(const Mechanism& mechanism);
[[nodiscard]] Table mechanism_edges(const Mechanism& mechanism);
[[nodiscard]] Table mechanism_evidence(const Mechanism& mechanism);

/// When an event was, as its text has it: "June 2018", "By June 2023"; empty without a time.
[[nodiscard]] const std::string& when_of(const EventMap& map, const EventNode& node);
/// What happened: the name that people gave, else the clause.
[[nodiscard]] const std::string& words_of(const EventMap& map, const EventNode& node);
[[nodiscard]] std::string_view to_string(EventNode::Kind kind) noexcept;

}  // namespace topos::cli
