// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/at_work.hpp"

#include <algorithm>

namespace topos {

AtWork::AtWork(const CompiledBook& book) : book_(book), referrers_(book.codes().size()) {
  for (std::uint32_t number = 0; number < book.searches().size(); ++number) {
    const Search& search = book.searches()[number];
    const auto refer = [&](std::uint32_t code) {
      std::vector<std::uint32_t>& known = referrers_[code];
      if (known.empty() || known.back() != number) known.push_back(number);
    };
    const auto refer_to = [&](std::uint32_t reference) {
      for (const std::uint32_t code : book.references()[reference]) refer(code);
    };
    for (const Place& place : search.automaton.places)
      if (place.kind == Place::Kind::reference) refer_to(place.value);
    for (const CompiledGuard& guard : search.guards)
      for (const CompiledEntry& entry : guard.entries)
        for (const CompiledTarget& target : entry.targets)
          if (target.kind == CompiledTarget::Kind::reference)
            refer_to(target.value);
          else if (target.kind == CompiledTarget::Kind::itself)
            refer(search.code);
  }
}

/// What refers to the code matters if it was found, or may begin with what is not in the list; a mask that does, if its
/// code has matches.
bool AtWork::is_referred_to(std::uint32_t code, const FoundList& found) const {
  return std::any_of(referrers_[code].begin(), referrers_[code].end(), [&](std::uint32_t search) {
    const SearchFacts& facts = book_.facts(search);
    if (facts.begins_elsewhere || (!facts.pattern && book_.codes()[facts.code].begins_elsewhere)) return true;
    bool any = false;
    found.for_each(found.pattern_list(facts.code),
                   [&](const Match& match) { any = any || !facts.pattern || match.search == search; });
    return any;
  });
}

std::vector<PatternAtWork> AtWork::patterns(std::span<const Match> hits, const FoundList& found) const {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> winners;
  for (const Match& hit : hits) all.push_back(hit.search);
  for (const Dropped& one : dropped_) {
    all.push_back(one.search);
    if (one.search != one.winner) winners.push_back(one.winner);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::sort(winners.begin(), winners.end());
  std::vector<PatternAtWork> patterns;
  std::uint32_t last_code = ~std::uint32_t{0};
  bool referred = false;
  for (const std::uint32_t pattern : all) {
    if (const std::uint32_t code = book_.facts(pattern).code; code != last_code) {
      last_code = code;
      referred = is_referred_to(code, found);
    }
    patterns.push_back({pattern, !referred && !std::binary_search(winners.begin(), winners.end(), pattern)});
  }
  return patterns;
}

}  // namespace topos
