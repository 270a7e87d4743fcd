// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/base/span.hpp"
#include "topos/text/dates.hpp"

namespace topos {

/// A place where a text names a time (method.md B6).
struct DateMention {
  enum class Precision : std::uint8_t { day, week, month, quarter, season, half, part, year, decade, century, unknown };
  enum class Relation : std::uint8_t {
    at,       ///< in, on, during, or nothing
    range,    ///< from … to …, between … and …, 2015–2018
    since,    ///< and from, post-: no last day
    until,    ///< and till, through, by, up to: no first day
    before,   ///< and pre-: ends the day before
    after,    ///< begins the day behind
    duration  ///< five decades, its second decade: neither day
  };
  enum class Anchor : std::uint8_t {
    calendar,  ///< the text gives the year
    document,  ///< reckoned from the document's date
    none       ///< relative, and the document has no date, or not one that is precise enough; or to another event
  };
  ByteSpan span;                         ///< since, by and the like included
  Precision precision = Precision::day;  ///< unknown: long before, soon after
  Relation relation = Relation::at;
  Anchor anchor = Anchor::calendar;
  std::optional<Date> first;  ///< full dates; nothing where the time is open or not known
  std::optional<Date> last;
};

/// The date of a document's metadata, as far as it is known.
[[nodiscard]] std::optional<Date> document_date(const Document& document);

/// Appends the dates of one sentence in text order: all of them in English, those in digits in other languages. Days
/// that the calendar does not have, years outside 1000 to 2199, and years that are part of a name (Vision 2025) give
/// nothing. `today`: the document's date. Cost: linear.
void find_dates(const DetectorInput& input, const Sentence& sentence, const std::optional<Date>& today,
                std::vector<DateMention>& out);

/// "day", "week", …; empty if it is unknown.
[[nodiscard]] std::string_view to_string(DateMention::Precision precision) noexcept;
[[nodiscard]] std::string_view to_string(DateMention::Relation relation) noexcept;
[[nodiscard]] std::string_view to_string(DateMention::Anchor anchor) noexcept;

/// The dates of one sentence after the other, found when they are asked for.
class SentenceDates {
 public:
  /// Both must outlive it.
  SentenceDates(const DetectorInput& input, const std::optional<Date>& today) : input_(input), today_(today) {}

  void begin(const Sentence& sentence) { sentence_ = &sentence, found_.clear(), asked_ = false; }
  /// In text order. Domain: a sentence was begun.
  [[nodiscard]] const std::vector<DateMention>& get() {
    if (!std::exchange(asked_, true)) find_dates(input_, *sentence_, today_, found_);
    return found_;
  }

 private:
  const DetectorInput& input_;
  const std::optional<Date>& today_;
  const Sentence* sentence_ = nullptr;
  std::vector<DateMention> found_;
  bool asked_ = false;
};

}  // namespace topos
