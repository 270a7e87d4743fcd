// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/shares.hpp"
#include "topos/annotation/code_pairs.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/report/report.hpp"

namespace topos::cli {

/// How often actors of groups act in directed triads of two actors, as a part of those that they take part in.
using ActorShares = std::map<std::pair<GroupKey, std::string>, Shares>;

/// The name under which a report shows the directed triads of an actor.
[[nodiscard]] std::string triads_of(const std::string& actor);
/// A code of an actor without what all of them begin with.
[[nodiscard]] std::string actor_name(const std::string& code);
/// The actors with most directed triads, in all groups together.
[[nodiscard]] std::vector<std::string> busiest_actors(const ActorShares& shares, std::size_t most);

/// Who acts, and who is acted on. Domain: there is an actor.
[[nodiscard]] Figure activation_figure(const ActorShares& shares, const std::vector<std::string>& actors);
/// Who acts on whom, of the table of pairs. Domain: as above.
[[nodiscard]] Figure actor_pair_figure(const Table& pairs, const std::vector<std::string>& actors);
/// In how many sentences actors and frames stand together: a row for each two that do.
[[nodiscard]] Table actor_frame_table(const CodePairs& pairs);
[[nodiscard]] Figure actor_frame_figure(const Table& table);
/// Of whom frames speak: a row for each frame and actor.
[[nodiscard]] Table holder_table(const Counts& counts);

}  // namespace topos::cli
