// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/shares.hpp"
#include "topos/annotation/code_pairs.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/annotation/triad_rows.hpp"
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
/// Directed triads of two actors, from one to the other, in all groups together.
struct ActorTies {
  struct Tie {
    std::uint64_t n = 0;
    std::uint64_t cooperation = 0;  ///< by the action's class, turned round where it is denied
    std::uint64_t conflict = 0;
    std::uint64_t documents = 0;
    std::string last;  ///< document
  };
  std::map<std::pair<std::string, std::string>, Tie> ties;  ///< by source and target
  void add(const DocumentTriads& triads);
};
/// The network of them: a row for each tie, those with most triads first.
[[nodiscard]] Table actor_network_table(const ActorTies& ties);
/// The weightiest of its ties, as far as they join no more than 25 actors. Domain: it has some.
[[nodiscard]] Figure actor_network_figure(const Table& table);
/// In how many sentences actors and frames stand together: a row for each two that do.
[[nodiscard]] Table actor_frame_table(const CodePairs& pairs);
[[nodiscard]] Figure actor_frame_figure(const Table& table);
/// Of whom frames speak: a row for each frame and actor.
[[nodiscard]] Table holder_table(const Counts& counts);

}  // namespace topos::cli
