// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/triad_tally.hpp"

namespace topos {

void TriadTally::add(const DocumentTriads& document) {
  if (!document.selected || !document.supported) return;
  for (const std::vector<std::string>& group : std::set(document.groups.begin(), document.groups.end()))
    ++documents_[group];
  add_actors(document);
  add_pairs(document);
}

std::uint64_t TriadTally::documents_of(const std::vector<std::string>& group) const {
  const auto found = documents_.find(group);
  return found == documents_.end() ? 0 : found->second;
}

void TriadTally::add_actors(const DocumentTriads& document) {
  std::set<std::tuple<const TriadActorCount*, bool, std::uint32_t>> clauses;
  std::set<std::pair<const TriadActorCount*, std::uint32_t>> sentences;
  std::set<const TriadActorCount*> met;
  for (const TriadRow& row : document.rows) {
    const bool directed = row.joins_actors() && !row.symmetric;
    const bool plain = !is_initiative_(row.source) && !is_initiative_(row.target);
    const auto add_end = [&](const std::string& actor, bool source) {
      if (actor.empty()) return;
      TriadActorCount& count = actors_[{document.groups[row.group], actor}];
      if (row.machine && directed) ++(source ? count.machine_source : count.machine_target);
      if (!row.kept) return;
      if (met.insert(&count).second) ++count.documents;
      if (sentences.emplace(&count, row.sentence).second) ++count.sentences;
      if (row.symmetric) {
        ++count.reciprocal;
        return;
      }
      if (clauses.emplace(&count, source, row.clause).second) ++(source ? count.acts : count.acted_on);
      if (!directed) return;
      ++(source ? count.source : count.target);
      if (plain) ++(source ? count.plain_source : count.plain_target);
    };
    add_end(row.source, true);
    add_end(row.target, false);
  }
}

void TriadTally::add_pairs(const DocumentTriads& document) {
  std::set<std::pair<const TriadPairCount*, std::uint32_t>> sentences;
  std::set<const TriadPairCount*> met;
  for (const TriadRow& row : document.rows) {
    if (!row.joins_actors()) continue;
    TriadPairCount& count = pairs_[{document.groups[row.group], row.source, row.action, row.target, row.symmetric}];
    if (row.machine) ++count.machine;
    if (!row.kept) continue;
    ++count.n;
    if (row.negated) ++count.negated;
    if (met.insert(&count).second) ++count.documents;
    if (sentences.emplace(&count, row.sentence).second) ++count.sentences;
  }
}

}  // namespace topos
