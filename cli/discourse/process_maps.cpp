// SPDX-License-Identifier: Apache-2.0
#include "discourse/process_maps.hpp"

#include <utility>

namespace topos::cli {
namespace {

template <class Found>
void archive_head(FieldArchive& archive, ProcessDocument<Found>& document) {
  archive.whole("selected", document.selected);
  archive.whole("draft", document.draft);
  archive_groups(archive, document.groups);
}

/// The events of each group of a document.
std::vector<DocumentEvents> split(DocumentEvents events, std::size_t groups) {
  std::vector<DocumentEvents> parts(groups);
  if (groups == 1) {
    parts.front() = std::move(events);
    return parts;
  }
  std::vector<std::uint32_t> group_of;
  std::vector<std::uint32_t> number;
  for (EventMention& one : events.mentions) {
    std::vector<EventMention>& own = parts[one.group].mentions;
    group_of.push_back(one.group);
    number.push_back(static_cast<std::uint32_t>(own.size()));
    own.push_back(std::move(one));
  }
  // What one sentence joins stands in one group.
  for (EventLink& link : events.links) {
    std::vector<EventLink>& own = parts[group_of[link.cause]].links;
    link.cause = number[link.cause];
    link.effect = number[link.effect];
    own.push_back(std::move(link));
  }
  return parts;
}

std::vector<std::vector<Relation>> split(std::vector<Relation> relations, std::size_t groups) {
  std::vector<std::vector<Relation>> parts(groups);
  for (Relation& one : relations) parts[one.group].push_back(std::move(one));
  return parts;
}

}  // namespace

void archive_fields(FieldArchive& archive, ProcessDocument<DocumentEvents>& document) {
  archive_head(archive, document);
  archive_events(archive, document.found, document.groups.size());
}

void archive_fields(FieldArchive& archive, ProcessDocument<std::vector<Relation>>& document) {
  archive_head(archive, document);
  archive_relations(archive, document.found, document.groups.size());
}

void EventMaps::add(ProcessDocument<DocumentEvents> document, bool twin) {
  if (!document.selected) return;
  count(document, twin, empty_);
  std::vector<DocumentEvents> parts = split(std::move(document.found), document.groups.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    MapOfGroup<EventMap>& group = groups_.at(document.groups[i]);
    if (group.machine) group.machine->add(DocumentEvents(parts[i]));
    decisions_.apply(parts[i]);
    group.map.add(std::move(parts[i]));
  }
}

void EventMaps::finish() {
  for (auto& [values, group] : groups_) {
    group.map.finish();
    if (group.machine) group.machine->finish();
  }
}

void MechanismMaps::add(ProcessDocument<std::vector<Relation>> document, bool twin) {
  if (!document.selected) return;
  count(document, twin, {});
  std::vector<std::vector<Relation>> parts = split(std::move(document.found), document.groups.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    MapOfGroup<Mechanism>& group = groups_.at(document.groups[i]);
    if (group.machine) group.machine->add(std::vector<Relation>(parts[i]));
    decisions_.apply(parts[i]);
    group.map.add(std::move(parts[i]));
  }
}

void MechanismMaps::finish(std::uint32_t least) {
  for (auto& [values, group] : groups_) {
    group.map.finish(least);
    if (group.machine) group.machine->finish(least);
  }
}

}  // namespace topos::cli
