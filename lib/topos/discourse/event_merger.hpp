// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "topos/discourse/event.hpp"

namespace topos {

/// Decides which mentions tell one event (see EventMap::finish). Numbers groups from 0 in the order of their first
/// mentions.
class EventMerger {
 public:
  /// `within`: mentions of different values are never one.
  [[nodiscard]] std::uint32_t group_of(const EventMention& mention, const std::string& within);

 private:
  struct Group {
    Date first;
    Date last;
    std::string action;
    std::string document;  ///< of its last mention
    std::vector<std::string> actors;
    bool denied = false;
    bool delimits = true;  ///< its mentions only say from or up to when
  };
  [[nodiscard]] std::uint32_t open(const EventMention& mention);
  [[nodiscard]] static int closeness(const Group& group, const EventMention& mention);
  [[nodiscard]] std::uint32_t dated(const EventMention& mention, const std::string& within);
  void take(Group& group, const EventMention& mention) const;

  std::vector<Group> groups_;
  std::unordered_map<std::string, std::vector<std::uint32_t>>
      of_year_;                                           ///< dated groups by year, or stretch of years, and `within`
  std::unordered_map<std::string, std::uint32_t> named_;  ///< groups that one text tells
};

}  // namespace topos
