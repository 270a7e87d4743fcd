// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_map.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "topos/discourse/event_merger.hpp"

namespace topos {
namespace {

/// Nodes that because edges join.
class Joined {
 public:
  explicit Joined(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[root(b)] = root(a); }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace

std::vector<std::string> NameCounts::by_number() const {
  std::vector<std::pair<std::string, std::uint32_t>> sorted = counts_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> names;
  for (auto& one : sorted) names.push_back(std::move(one.first));
  return names;
}

std::string NameCounts::most() const {
  const auto most = std::max_element(counts_.begin(), counts_.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts_.end() ? std::string() : most->first;
}

void EventMap::add(DocumentEvents&& document) {
  const auto first = static_cast<std::uint32_t>(mentions_.size());
  for (EventMention& one : document.mentions) mentions_.push_back(std::move(one));
  for (EventLink& link : document.links)
    links_.push_back({link.cause + first, link.effect + first, std::move(link.marker), link.negated, link.supposed,
                      link.before_cause});
}

void EventMap::finish() {
  merge_mentions();
  for (EventNode& node : nodes_) describe(node);
  choose();
  order();
  if (options_.before) draw_before();
  if (options_.because) draw_because();
}

void EventMap::keep_most_told(std::size_t most) {
  if (nodes_.size() <= most) return;
  const auto key = [](const EventNode& node) {
    return std::tuple(node.kind == EventNode::Kind::dated, node.sources, node.mentions.size());
  };
  std::stable_sort(nodes_.begin(), nodes_.end(),
                   [&](const EventNode& a, const EventNode& b) { return key(b) < key(a); });
  nodes_.resize(most);
  edges_.clear();
  order();
  if (options_.before) draw_before();
  if (options_.because) draw_because();
}

void EventMap::merge_mentions() {
  EventMerger merger;
  node_of_.resize(mentions_.size());
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
    const bool apart = !options_.merge && mentions_[i].name.empty();
    const std::uint32_t group =
        apart ? static_cast<std::uint32_t>(nodes_.size())
              : merger.group_of(mentions_[i], options_.lanes == "source" ? mentions_[i].source : std::string());
    if (group >= nodes_.size()) nodes_.emplace_back();
    nodes_[group].mentions.push_back(i);
    node_of_[i] = group;
  }
}

std::string EventMap::lane_of(const EventNode& node) const {
  if (options_.lanes == "actor") return node.actors.empty() ? std::string() : node.actors.front();
  if (options_.lanes == "source") return mentions_[node.mentions.front()].source;
  NameCounts counts;
  for (const std::uint32_t one : node.mentions)
    for (const std::string& code : options_.lanes == "domain" ? mentions_[one].domains : mentions_[one].cases)
      counts.add(code);
  return counts.most();
}

void EventMap::describe(EventNode& node) const {
  NameCounts actors;
  NameCounts actions;
  std::set<std::string_view> documents;
  std::set<std::string_view> sources;
  std::optional<Date> least;
  std::optional<Date> most;
  node.kind = EventNode::Kind::undated;
  node.projected = true;
  for (const std::uint32_t number : node.mentions) {
    const EventMention& one = mentions_[number];
    for (const std::string& actor : one.actors) actors.add(actor);
    if (!one.action.empty() && !one.time.delimits()) actions.add(one.action);
    documents.insert(one.document);
    sources.insert(one.source);
    node.projected = node.projected && one.projected;
    if (node.name.empty()) node.name = one.name;
    if (!one.time.dated()) {
      if (one.time.told() && node.kind == EventNode::Kind::undated) node.kind = EventNode::Kind::relative;
      continue;
    }
    const Date first = one.time.named_first();
    const Date last = one.time.named_last();
    if (node.kind != EventNode::Kind::dated) node.first = first, node.last = last;
    node.kind = EventNode::Kind::dated;
    node.first = std::max(node.first, first);
    node.last = std::min(node.last, last);
    least = least ? std::min(*least, first) : first;
    most = most ? std::max(*most, last) : last;
  }
  if (node.first > node.last) node.first = *least, node.last = *most;  // people joined what does not overlap
  choose_words(node);
  node.id = mentions_[node.mentions.front()].id;
  node.actors = actors.by_number();
  node.action = actions.most();
  if (node.action.empty()) node.action = mentions_[node.shown].action;
  node.documents = static_cast<std::uint32_t>(documents.size());
  node.sources = static_cast<std::uint32_t>(sources.size());
  node.lane = lane_of(node);
  list_wordings(node);
}

void EventMap::list_wordings(EventNode& node) const {
  std::set<std::string_view> known;
  for (const std::uint32_t number : node.mentions)
    if (known.insert(mentions_[number].clause).second) node.wordings.push_back(number);
  const std::string& first = mentions_[node.wordings.front()].document;
  const bool several = std::any_of(node.wordings.begin(), node.wordings.end(),
                                   [&](std::uint32_t one) { return mentions_[one].document != first; });
  node.neutral = node.name.empty() && several && !node.actors.empty();
}

/// The date is that of the first mention that names the shortest stretch of days, the clause that of the one with most
/// actors; who only says from or up to when is heard if nobody else is.
void EventMap::choose_words(EventNode& node) const {
  node.when = node.shown = node.mentions.front();
  const auto rank = [&](std::uint32_t number) {
    const EventMention& one = mentions_[number];
    return std::tuple(!one.time.delimits(), std::min<std::size_t>(one.actors.size(), 3), one.time.dated());
  };
  const auto exact = [&](std::uint32_t number) {
    const EventTime& time = mentions_[number].time;
    if (!time.dated()) return 0;
    return 1 + (time.named_first() == node.first && time.named_last() == node.last ? 1 : 0) + (time.delimits() ? 0 : 1);
  };
  for (const std::uint32_t number : node.mentions) {
    if (rank(number) > rank(node.shown)) node.shown = number;
    if (exact(number) > exact(node.when)) node.when = number;
  }
}

/// Leaves out nodes that are told too rarely or lie outside the time, and undated ones that nothing joins to a dated
/// one.
void EventMap::choose() {
  std::vector<bool> wanted(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const EventNode& node = nodes_[i];
    wanted[i] = node.mentions.size() >= options_.least;
    if (node.kind != EventNode::Kind::dated)
      wanted[i] = wanted[i] && !options_.since && !options_.until;
    else
      wanted[i] = wanted[i] && !(options_.since && node.last < *options_.since) &&
                  !(options_.until && node.first > *options_.until);
  }
  if (options_.since || options_.until)  // what a dated event that is wanted causes, or is caused by, goes with it
    for (const EventLink& link : links_)
      for (const auto& [one, other] : {std::pair(node_of_[link.cause], node_of_[link.effect]),
                                       std::pair(node_of_[link.effect], node_of_[link.cause])})
        if (nodes_[one].kind == EventNode::Kind::dated && wanted[one] && nodes_[other].kind == EventNode::Kind::undated)
          wanted[other] = nodes_[other].mentions.size() >= options_.least;
  Joined joined(nodes_.size());
  for (const EventLink& link : links_)
    if (options_.because && wanted[node_of_[link.cause]] && wanted[node_of_[link.effect]])
      joined.join(node_of_[link.cause], node_of_[link.effect]);
  std::vector<bool> anchored(nodes_.size());
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    if (wanted[i] && nodes_[i].kind == EventNode::Kind::dated) anchored[joined.root(i)] = true;
  std::vector<EventNode> kept;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (!wanted[i] || (nodes_[i].kind == EventNode::Kind::undated &&
                       !(options_.because && (options_.undated || anchored[joined.root(i)]))))
      continue;
    kept.push_back(std::move(nodes_[i]));
  }
  nodes_ = std::move(kept);
}

void EventMap::order() {
  const auto key = [](const EventNode& node) {
    return std::tuple(node.kind != EventNode::Kind::dated, node.first, node.last, node.mentions.front());
  };
  std::sort(nodes_.begin(), nodes_.end(), [&](const EventNode& a, const EventNode& b) { return key(a) < key(b); });
  std::fill(node_of_.begin(), node_of_.end(), ~std::uint32_t{0});
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    for (const std::uint32_t mention : nodes_[i].mentions) node_of_[mention] = i;
}

/// From each dated node to the one that begins next in its lane; of two that overlap neither is before the other.
void EventMap::draw_before() {
  std::map<std::string_view, std::vector<std::uint32_t>> lanes;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].kind == EventNode::Kind::dated) lanes[nodes_[i].lane].push_back(i);
  for (const auto& lane : lanes) {
    std::vector<std::uint32_t> ended = lane.second;
    std::stable_sort(ended.begin(), ended.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return nodes_[a].last < nodes_[b].last; });
    std::optional<std::uint32_t> latest;  // to begin, of those that have ended
    auto next = ended.begin();
    for (const std::uint32_t node : lane.second) {
      for (; next != ended.end() && nodes_[*next].last < nodes_[node].first; ++next)
        if (!latest || *next > *latest) latest = *next;
      if (latest) edges_.push_back({*latest, node, EventEdge::Kind::before, {}, 0, 0, {}, 0, false});
    }
  }
}

void EventMap::draw_because() {
  std::map<std::pair<std::uint32_t, std::uint32_t>, EventEdge> found;
  for (std::uint32_t i = 0; i < links_.size(); ++i) {
    const std::uint32_t from = node_of_[links_[i].cause];
    const std::uint32_t to = node_of_[links_[i].effect];
    if (from == ~std::uint32_t{0} || to == ~std::uint32_t{0} || from == to) continue;
    EventEdge& edge =
        found.try_emplace({from, to}, EventEdge{from, to, EventEdge::Kind::because, {}, 0, 0, {}, 0, false})
            .first->second;
    ++(links_[i].supposed ? edge.supposed : links_[i].negated ? edge.negated : edge.affirmed);
    edge.links.push_back(i);
  }
  for (auto& one : found) {
    NameCounts markers;
    for (const std::uint32_t link : one.second.links) markers.add(links_[link].marker);
    one.second.label = markers.most();
    for (const std::uint32_t link : one.second.links) {
      if (links_[link].marker != one.second.label) continue;
      one.second.before_cause = links_[link].before_cause;
      break;
    }
    edges_.push_back(std::move(one.second));
  }
}

}  // namespace topos
