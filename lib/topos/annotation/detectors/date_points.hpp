// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "topos/annotation/detectors/calendar.hpp"
#include "topos/annotation/detectors/date_mentions.hpp"
#include "topos/annotation/detectors/date_words.hpp"
#include "topos/annotation/detectors/sentence_words.hpp"
#include "topos/annotation/detectors/type_decisions.hpp"

namespace topos {

/// A time as one stretch of words names it; what they do not say is 0.
struct DatePoint {
  int begin = 0;  ///< tokens
  int end = 0;
  DateMention::Precision precision = DateMention::Precision::day;
  int year = 0;
  int month = 0;
  int day = 0;
  int part = 0;  ///< of what it names: 1 early, 2 mid, 3 late; of a quarter, half or season its number or first month
  bool bare = false;  ///< four digits and nothing else: may be no year
};

/// Its days; nothing for what the calendar does not have. Domain: the year is known.
[[nodiscard]] std::optional<DayRange> days_of(const DatePoint& point);

/// Reads times of the calendar in one English sentence.
class DatePoints {
 public:
  explicit DatePoints(const SentenceWords& words, TypeDecisions<DateWord>& known) : words_(words), known_(known) {}

  [[nodiscard]] DateWord word(int at) const { return words_.is_word(at) ? known_word(at) : DateWord(); }
  [[nodiscard]] bool is(int at, DateWord::Kind kind) const { return word(at).kind == kind; }
  /// The time that begins at a token, the longest reading of it.
  [[nodiscard]] std::optional<DatePoint> read(int at) const;
  /// A year of four digits; 0 if there is none. Any year: whether it is plausible is asked later.
  [[nodiscard]] int year(int at) const;

 private:
  [[nodiscard]] const DateWord& known_word(int at) const {
    return known_.of(words_.token(at).type, [&] { return decide(at); });
  }
  [[nodiscard]] DateWord decide(int at) const;
  [[nodiscard]] std::optional<DatePoint> after_month(int at) const;
  [[nodiscard]] std::optional<DatePoint> after_number(int at) const;
  [[nodiscard]] std::optional<DatePoint> after_ordinal(int at) const;
  [[nodiscard]] std::optional<DatePoint> after_part(int at) const;
  [[nodiscard]] std::optional<DatePoint> after_season(int at) const;
  [[nodiscard]] int day(int at) const;
  /// Behind "of", "in", "the" and a comma.
  [[nodiscard]] int skip(int at, bool comma) const;

  const SentenceWords& words_;
  TypeDecisions<DateWord>& known_;
};

}  // namespace topos
