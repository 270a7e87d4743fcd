// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "discourse/process_decisions.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query.hpp"
#include "topos/discourse/event_map.hpp"
#include "topos/discourse/kept_findings.hpp"
#include "topos/discourse/mechanism.hpp"

namespace topos::cli {

/// What is kept of one document: events or relations, and the groups of --by that it has.
template <class Found>
struct ProcessDocument {
  bool selected = false;
  bool draft = false;  ///< the patterns of its language are not validated
  std::vector<std::vector<std::string>> groups;
  Found found;
};
void archive_fields(FieldArchive& archive, ProcessDocument<DocumentEvents>& document);
void archive_fields(FieldArchive& archive, ProcessDocument<std::vector<Relation>>& document);

template <class Found>
[[nodiscard]] ProcessDocument<Found> process_document(const Query& query, const AnnotatedDocument& annotated,
                                                      Found found) {
  ProcessDocument<Found> document;
  const QueryParts parts = query.parts(annotated);
  document.selected = parts.selected;
  document.draft = annotated.draft_language;
  if (parts.selected)
    for (const QueryGroup& group : parts.groups) document.groups.push_back(group.values);
  document.found = std::move(found);
  return document;
}

/// The map of one group: what people left of it and, if they decided anything, what it was before.
template <class Map>
struct MapOfGroup {
  std::uint64_t documents = 0;
  bool twins = false;
  bool draft = false;
  Map map;
  std::optional<Map> machine;
};

/// The maps of a run by the values of --by.
template <class Map>
class GroupedMaps {
 public:
  using Groups = std::map<std::vector<std::string>, MapOfGroup<Map>>;
  /// `decisions` must outlive it.
  explicit GroupedMaps(ProcessDecisions& decisions) : decisions_(decisions) {}
  [[nodiscard]] const Groups& groups() const noexcept { return groups_; }
  [[nodiscard]] const ProcessDecisions& decisions() const noexcept { return decisions_; }

 protected:
  template <class Found>
  void count(const ProcessDocument<Found>& document, bool twin, const Map& empty) {
    for (const std::vector<std::string>& values : std::set(document.groups.begin(), document.groups.end())) {
      const auto [place, added] = groups_.try_emplace(values, MapOfGroup<Map>{0, false, false, empty, std::nullopt});
      MapOfGroup<Map>& group = place->second;
      if (added && decisions_.any()) group.machine.emplace(empty);
      ++group.documents;
      group.twins = group.twins || twin;
      group.draft = group.draft || document.draft;
    }
  }
  Groups groups_;
  ProcessDecisions& decisions_;
};

class EventMaps : public GroupedMaps<EventMap> {
 public:
  EventMaps(EventMap::Options options, ProcessDecisions& decisions)
      : GroupedMaps(decisions), empty_(std::move(options)) {}
  /// Documents in the order of the input.
  void add(ProcessDocument<DocumentEvents> document, bool twin);
  void finish();

 private:
  EventMap empty_;
};

class MechanismMaps : public GroupedMaps<Mechanism> {
 public:
  explicit MechanismMaps(ProcessDecisions& decisions) : GroupedMaps(decisions) {}
  /// Documents in the order of the input.
  void add(ProcessDocument<std::vector<Relation>> document, bool twin);
  /// `least`: sentences of an edge.
  void finish(std::uint32_t least);
};

}  // namespace topos::cli
