// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_merger.hpp"

#include <algorithm>

namespace topos {
namespace {

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

/// More actors than these are a crowd that would swallow everything.
constexpr std::size_t most_merged = 24;

}  // namespace

/// How well a mention fits: 0 not at all.
int EventMerger::closeness(const Group& group, const EventMention& mention) {
  if (group.denied != mention.denied) return 0;
  const Date first = mention.time.named_first();
  const Date last = mention.time.named_last();
  const bool same_days = group.first == first && group.last == last;
  const bool inside = (group.first <= first && last <= group.last) || (first <= group.first && group.last <= last);
  if (!same_days && !inside) return 0;
  const bool same_document = group.document == mention.document;
  const bool actors = shares(group.actors, mention.actors);
  if (!actors && !(same_document && (group.actors.empty() || mention.actors.empty()))) return 0;
  const bool same_action = !group.action.empty() && group.action == mention.action;
  if (!same_days && (!same_action || mention.time.delimits() || group.delimits)) return 0;
  // Of two texts that tell of an actor in one year without a common action, nobody knows whether they tell of one
  // thing.
  const bool narrow = first.year == last.year && first.month == last.month;
  if (!same_document && !same_action && !narrow) return 0;
  const bool silent = group.action.empty() || mention.action.empty() || mention.time.delimits() || group.delimits;
  if (!same_action && !silent) return 0;
  return 1 + (same_action ? 4 : 0) + (actors ? 2 : 0) + (same_days ? 8 : 0);
}

std::uint32_t EventMerger::open(const EventMention& mention) {
  Group& group = groups_.emplace_back();
  group.denied = mention.denied;
  if (mention.time.dated()) {
    group.first = mention.time.named_first();
    group.last = mention.time.named_last();
  }
  return static_cast<std::uint32_t>(groups_.size() - 1);
}

void EventMerger::take(Group& group, const EventMention& mention) const {
  group.first = std::max(group.first, mention.time.named_first());
  group.last = std::min(group.last, mention.time.named_last());
  if (group.action.empty() || (group.delimits && !mention.time.delimits() && !mention.action.empty()))
    group.action = mention.action;
  group.delimits = group.delimits && mention.time.delimits();
  group.document = mention.document;
  for (const std::string& actor : mention.actors)
    if (group.actors.size() < most_merged &&
        std::find(group.actors.begin(), group.actors.end(), actor) == group.actors.end())
      group.actors.push_back(actor);
}

std::uint32_t EventMerger::dated(const EventMention& mention, const std::string& within) {
  const Date first = mention.time.named_first();
  const Date last = mention.time.named_last();
  std::string years = std::to_string(first.year);
  if (last.year != first.year) years += '-' + std::to_string(last.year);
  years += '\n' + within + '\n';
  // Groups are listed under each of their actors, so that a year that everybody speaks of is not walked through whole.
  std::uint32_t best = 0;
  int closest = 0;
  const auto look = [&](const std::string& key) {
    const auto listed = of_year_.find(key);
    if (listed == of_year_.end()) return;
    for (const std::uint32_t group : listed->second) {
      const int close = closeness(groups_[group], mention);
      if (close > closest || (close == closest && close > 0 && group < best)) {
        closest = close;
        best = group;
      }
    }
  };
  for (const std::string& actor : mention.actors) look(years + actor);
  const std::string in_document = years + '\n' + mention.document;
  if (mention.actors.empty())
    look(in_document);
  else
    look(in_document + '\n');
  if (closest == 0) best = open(mention);
  Group& group = groups_[best];
  const std::size_t known = group.actors.size();
  take(group, mention);
  const auto list = [&](const std::string& key) {
    std::vector<std::uint32_t>& listed = of_year_[key];
    if (listed.empty() || listed.back() != best) listed.push_back(best);
  };
  for (std::size_t i = known; i < group.actors.size(); ++i) list(years + group.actors[i]);
  list(in_document);
  if (group.actors.empty()) list(in_document + '\n');
  return best;
}

std::uint32_t EventMerger::group_of(const EventMention& mention, const std::string& within) {
  std::string key;
  if (!mention.name.empty()) {
    key = "n\n" + mention.name;
  } else if (mention.time.dated()) {
    return dated(mention, within);
  } else if (!mention.time.precision.empty()) {
    key = "r\n" + within + '\n' + mention.words + '\n' +
          (mention.actors.empty() ? mention.document : mention.actors.front());
  } else if (!mention.actors.empty() && !mention.action.empty() && !mention.denied && !mention.time.told()) {
    key = "u\n" + within + '\n' + mention.actors.front() + '\n' + mention.action;
  } else {
    key = "p\n" + within + '\n' + mention.document + '\n' + mention.clause;
  }
  const auto [found, added] = named_.try_emplace(key, static_cast<std::uint32_t>(groups_.size()));
  if (added) (void)open(mention);
  return found->second;
}

}  // namespace topos
