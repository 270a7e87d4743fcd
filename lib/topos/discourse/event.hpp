// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/text/dates.hpp"

namespace topos {

/// When something is said to have been: a stretch of days, open or unknown at either end.
struct EventTime {
  std::optional<Date> first;  ///< full dates
  std::optional<Date> last;
  std::string precision;  ///< day, week, month …; empty: the text gives no time, or only an order
  std::string relation;   ///< at, range, since, until, before, after, duration; empty: the text gives no time
  std::string anchor;     ///< calendar, document, none

  /// Whether the text gives a time, be it an order alone: "long before the war".
  [[nodiscard]] bool told() const noexcept { return !relation.empty(); }
  [[nodiscard]] bool dated() const noexcept { return first.has_value() || last.has_value(); }
  /// Whether it only says from when or up to when.
  [[nodiscard]] bool delimits() const noexcept { return first.has_value() != last.has_value(); }
  /// The days of the time that is named: of "since 2013" those of 2013, of "by June 2023" those of that month.
  /// Domain: dated().
  [[nodiscard]] Date named_first() const;
  [[nodiscard]] Date named_last() const;
};

/// A place where a text tells an event: the clause of a date, or an end of a cause without one.
struct EventMention {
  std::string id;  ///< of the record of the date or cause; an effect's has "e" behind it
  std::string document;
  std::string source;          ///< who tells it
  std::uint32_t sentence = 0;  ///< in the document, from 1
  std::uint32_t line = 0;
  std::uint32_t begin = 0;  ///< bytes: of the date, or of the phrase
  std::uint32_t end = 0;
  EventTime time;
  std::string words;  ///< the date as it is written
  std::string clause;
  std::shared_ptr<const std::string> text;  ///< the sentence
  std::vector<std::string> actors;          ///< codes in text order, each once
  std::vector<std::string> domains;         ///< likewise
  std::vector<std::string> cases;           ///< likewise
  std::string action;                       ///< code of the action nearest to the date
  std::string name;                         ///< that people gave the event; empty: none
  bool projected = false;                   ///< told as what may or shall come
  bool denied = false;                      ///< told as what was not
  std::uint32_t analysis_sentence = 0;      ///< in the analysis text, from 1; 0 outside it
  std::uint32_t group = 0;                  ///< number in the groups of --by
};

/// A sentence that gives one event as the cause of another; numbers of mentions.
struct EventLink {
  std::uint32_t cause = 0;
  std::uint32_t effect = 0;
  std::string marker;
  bool negated = false;
  bool supposed = false;      ///< asked, or made a condition: neither affirmed nor negated
  bool before_cause = false;  ///< the marker is followed by the cause: "because of", not "led to"
};

/// What one document tells, in text order.
struct DocumentEvents {
  std::vector<EventMention> mentions;
  std::vector<EventLink> links;
};

/// Longest text of a clause and of a sentence that is kept, in bytes.
inline constexpr std::size_t longest_clause = 400;
inline constexpr std::size_t longest_sentence = 2000;

}  // namespace topos
