// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/date_words.hpp"

#include <algorithm>
#include <charconv>

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

using Kind = DateWord::Kind;

struct Entry {
  std::string_view word;
  Kind kind;
  std::int16_t value;
  bool plural = false;
};

constexpr std::int16_t value_of(DateUnit unit) { return static_cast<std::int16_t>(unit); }

constexpr Entry entries[] = {{"january", Kind::month, 1},
                             {"february", Kind::month, 2},
                             {"march", Kind::month, 3},
                             {"april", Kind::month, 4},
                             {"may", Kind::month, 5},
                             {"june", Kind::month, 6},
                             {"july", Kind::month, 7},
                             {"august", Kind::month, 8},
                             {"september", Kind::month, 9},
                             {"october", Kind::month, 10},
                             {"november", Kind::month, 11},
                             {"december", Kind::month, 12},
                             {"jan", Kind::month, 1},
                             {"feb", Kind::month, 2},
                             {"mar", Kind::month, 3},
                             {"apr", Kind::month, 4},
                             {"jun", Kind::month, 6},
                             {"jul", Kind::month, 7},
                             {"aug", Kind::month, 8},
                             {"sep", Kind::month, 9},
                             {"sept", Kind::month, 9},
                             {"oct", Kind::month, 10},
                             {"nov", Kind::month, 11},
                             {"dec", Kind::month, 12},
                             {"sunday", Kind::weekday, 0},
                             {"monday", Kind::weekday, 1},
                             {"tuesday", Kind::weekday, 2},
                             {"wednesday", Kind::weekday, 3},
                             {"thursday", Kind::weekday, 4},
                             {"friday", Kind::weekday, 5},
                             {"saturday", Kind::weekday, 6},
                             {"spring", Kind::season, 3},
                             {"summer", Kind::season, 6},
                             {"autumn", Kind::season, 9},
                             {"fall", Kind::season, 9},
                             {"winter", Kind::season, 12},
                             {"q1", Kind::quarter, 1},
                             {"q2", Kind::quarter, 2},
                             {"q3", Kind::quarter, 3},
                             {"q4", Kind::quarter, 4},
                             {"early", Kind::part, 1},
                             {"beginning", Kind::part, 1},
                             {"start", Kind::part, 1},
                             {"mid", Kind::part, 2},
                             {"middle", Kind::part, 2},
                             {"late", Kind::part, 3},
                             {"end", Kind::part, 3},
                             {"long", Kind::distance, 0},
                             {"shortly", Kind::distance, 0},
                             {"soon", Kind::distance, 0},
                             {"immediately", Kind::distance, 0},
                             {"day", Kind::unit, value_of(DateUnit::day)},
                             {"days", Kind::unit, value_of(DateUnit::day), true},
                             {"week", Kind::unit, value_of(DateUnit::week)},
                             {"weeks", Kind::unit, value_of(DateUnit::week), true},
                             {"month", Kind::unit, value_of(DateUnit::month)},
                             {"months", Kind::unit, value_of(DateUnit::month), true},
                             {"quarter", Kind::unit, value_of(DateUnit::quarter)},
                             {"half", Kind::unit, value_of(DateUnit::half)},
                             {"year", Kind::unit, value_of(DateUnit::year)},
                             {"years", Kind::unit, value_of(DateUnit::year), true},
                             {"decade", Kind::unit, value_of(DateUnit::decade)},
                             {"decades", Kind::unit, value_of(DateUnit::decade), true},
                             {"century", Kind::unit, value_of(DateUnit::century)},
                             {"centuries", Kind::unit, value_of(DateUnit::century), true},
                             {"yesterday", Kind::near, -1},
                             {"tomorrow", Kind::near, 1},
                             {"first", Kind::ordinal, 1},
                             {"second", Kind::ordinal, 2},
                             {"third", Kind::ordinal, 3},
                             {"fourth", Kind::ordinal, 4},
                             {"fifth", Kind::ordinal, 5},
                             {"sixth", Kind::ordinal, 6},
                             {"seventh", Kind::ordinal, 7},
                             {"eighth", Kind::ordinal, 8},
                             {"ninth", Kind::ordinal, 9},
                             {"tenth", Kind::ordinal, 10},
                             {"eleventh", Kind::ordinal, 11},
                             {"twelfth", Kind::ordinal, 12},
                             {"thirteenth", Kind::ordinal, 13},
                             {"fourteenth", Kind::ordinal, 14},
                             {"fifteenth", Kind::ordinal, 15},
                             {"sixteenth", Kind::ordinal, 16},
                             {"seventeenth", Kind::ordinal, 17},
                             {"eighteenth", Kind::ordinal, 18},
                             {"nineteenth", Kind::ordinal, 19},
                             {"twentieth", Kind::ordinal, 20},
                             {"a", Kind::cardinal, 1},
                             {"one", Kind::cardinal, 1},
                             {"two", Kind::cardinal, 2},
                             {"three", Kind::cardinal, 3},
                             {"four", Kind::cardinal, 4},
                             {"five", Kind::cardinal, 5},
                             {"six", Kind::cardinal, 6},
                             {"seven", Kind::cardinal, 7},
                             {"eight", Kind::cardinal, 8},
                             {"nine", Kind::cardinal, 9},
                             {"ten", Kind::cardinal, 10},
                             {"eleven", Kind::cardinal, 11},
                             {"twelve", Kind::cardinal, 12},
                             {"fifteen", Kind::cardinal, 15},
                             {"twenty", Kind::cardinal, 20},
                             {"thirty", Kind::cardinal, 30},
                             {"forty", Kind::cardinal, 40},
                             {"fifty", Kind::cardinal, 50},
                             {"sixty", Kind::cardinal, 60},
                             {"several", Kind::cardinal, 0},
                             {"few", Kind::cardinal, 0},
                             {"many", Kind::cardinal, 0}};

constexpr WordFilter known(entries);

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 1990s, 15, 2022, 3rd.
DateWord in_digits(std::string_view folded) {
  int value = 0;
  const auto [end, error] =
      std::from_chars(folded.data(), folded.data() + std::min<std::size_t>(folded.size(), 5), value);
  const auto digits = static_cast<std::size_t>(end - folded.data());
  const std::string_view rest = folded.substr(digits);
  if (error != std::errc() || digits > 4) return {};
  const auto number = static_cast<std::int16_t>(value);
  if (rest.empty()) return {Kind::number, number, false, static_cast<std::uint8_t>(digits)};
  if (rest == "s" && digits == 4 && value % 10 == 0) return {Kind::decade, number, false, 4};
  if (digits <= 2 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th"))
    return {Kind::ordinal, number, false, static_cast<std::uint8_t>(digits)};
  return {};
}

}  // namespace

DateWord date_word(std::string_view folded, std::string_view written) noexcept {
  if (folded.empty()) return {};
  if (is_digit(folded[0])) return in_digits(folded);
  if (!known.may_hold(folded)) return {};
  const auto* found =
      std::find_if(std::begin(entries), std::end(entries), [&](const Entry& one) { return one.word == folded; });
  if (found == std::end(entries)) return {};
  // may, march, sun, sat: names of times are capitalised.
  const bool name = found->kind == Kind::month || found->kind == Kind::weekday;
  if (name && (written[0] < 'A' || written[0] > 'Z')) return {};
  return {found->kind, found->value, found->plural, 0};
}

}  // namespace topos
