// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "topos/discourse/event.hpp"

namespace topos {

/// One event, told once or more.
struct EventNode {
  enum class Kind : std::uint8_t {
    dated,
    relative,  ///< its time has no day: five decades, the second decade
    undated    ///< an end of a cause without a time
  };
  std::string id;    ///< of its first mention
  std::string name;  ///< that people gave it; empty: none
  Kind kind = Kind::dated;
  Date first;  ///< the shortest stretch of days that a mention names. Domain: dated
  Date last;
  std::uint32_t when = 0;   ///< number of the mention whose date stands for all
  std::uint32_t shown = 0;  ///< and of the one whose clause does, unless it is called neutrally
  bool projected = false;   ///< every mention tells it as what may come
  std::string lane;
  std::string action;
  std::vector<std::string> actors;  ///< by falling number of mentions
  std::vector<std::uint32_t> mentions;
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;
  std::vector<std::uint32_t> wordings;  ///< mentions whose clauses differ, the first of each wording
  bool neutral =
      false;  ///< documents tell it in different words: it is called by actors and action, not by the words of one
};

/// What joins two events.
struct EventEdge {
  enum class Kind : std::uint8_t { before, because };
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Kind kind = Kind::before;
  std::string label;           ///< the marker that most sentences have; of equals the first
  std::uint32_t affirmed = 0;  ///< sentences
  std::uint32_t negated = 0;
  std::vector<std::uint32_t> links;
  std::uint32_t supposed = 0;  ///< sentences that only ask or suppose it
  bool before_cause = false;   ///< the label is followed by the cause in the text: it is read against the edge
};

/// The events of all documents and what joins them.
class EventMap {
 public:
  struct Options {
    std::string lanes = "actor";  ///< actor, domain, case or source
    bool merge = true;
    bool before = true;
    bool because = true;
    bool undated = false;       ///< also causes of which no end is joined to a dated event
    std::uint32_t least = 1;    ///< mentions of a node
    std::optional<Date> since;  ///< full dates: nodes that end before, or begin behind, are left out
    std::optional<Date> until;
  };

  explicit EventMap(Options options) : options_(std::move(options)) {}

  /// Documents in the order of the input.
  void add(DocumentEvents&& document);
  /// Merges mentions into nodes, leaves out what is not wanted, and draws edges.
  /// Mentions are one event if they name the same days, share an actor, neither is denied alone, and their actions do
  /// not differ; a mention that names no action, or only says from or up to when, has none; of different documents,
  /// events without a common action are one only within a month. A day or month is one with the year that holds it, if
  /// action and an actor are the same. Within one document a mention without actors goes with any. With lanes of
  /// sources, only mentions of one source are merged. A node that several documents tell in different words is called
  /// by its actors and action, and lists the wordings. Cost: n log n; for mentions of the same year, as many steps as
  /// it has nodes that share an actor or have none.
  void finish();
  /// Leaves only the nodes that most mentions and sources tell, `most` of them, and what joins these.
  /// Domain: after finish().
  void keep_most_told(std::size_t most);

  [[nodiscard]] const std::vector<EventMention>& mentions() const noexcept { return mentions_; }
  [[nodiscard]] const std::vector<EventLink>& links() const noexcept { return links_; }
  /// Dated ones by first day, last day and place, then the others by place.
  [[nodiscard]] const std::vector<EventNode>& nodes() const noexcept { return nodes_; }
  [[nodiscard]] const std::vector<EventEdge>& edges() const noexcept { return edges_; }

 private:
  void merge_mentions();
  void describe(EventNode& node) const;
  void choose_words(EventNode& node) const;
  void list_wordings(EventNode& node) const;
  void choose();
  void order();
  void draw_before();
  void draw_because();
  [[nodiscard]] std::string lane_of(const EventNode& node) const;

  Options options_;
  std::vector<EventMention> mentions_;
  std::vector<EventLink> links_;
  std::vector<EventNode> nodes_;
  std::vector<std::uint32_t> node_of_;  ///< by mention
  std::vector<EventEdge> edges_;
};

/// Counts names and lists them by falling number, those of one number in the order in which they came.
class NameCounts {
 public:
  void add(const std::string& name) {
    const auto [place, added] = numbers_.try_emplace(name, counts_.size());
    if (added) counts_.emplace_back(name, 0);
    ++counts_[place->second].second;
  }
  [[nodiscard]] std::vector<std::string> by_number() const;
  /// Empty if nothing was counted.
  [[nodiscard]] std::string most() const;

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::pair<std::string, std::uint32_t>> counts_;
};

}  // namespace topos
