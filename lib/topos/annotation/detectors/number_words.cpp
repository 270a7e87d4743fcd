// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/number_words.hpp"

#include <algorithm>
#include <string>

#include "topos/annotation/detectors/word_list.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

using Kind = NumberWord::Kind;

struct Entry {
  std::string_view word;
  Kind kind;
  double value;
};
constexpr Entry entries[] = {{"zero", Kind::small, 0},
                             {"one", Kind::small, 1},
                             {"two", Kind::small, 2},
                             {"three", Kind::small, 3},
                             {"four", Kind::small, 4},
                             {"five", Kind::small, 5},
                             {"six", Kind::small, 6},
                             {"seven", Kind::small, 7},
                             {"eight", Kind::small, 8},
                             {"nine", Kind::small, 9},
                             {"ten", Kind::small, 10},
                             {"eleven", Kind::small, 11},
                             {"twelve", Kind::small, 12},
                             {"thirteen", Kind::small, 13},
                             {"fourteen", Kind::small, 14},
                             {"fifteen", Kind::small, 15},
                             {"sixteen", Kind::small, 16},
                             {"seventeen", Kind::small, 17},
                             {"eighteen", Kind::small, 18},
                             {"nineteen", Kind::small, 19},
                             {"twenty", Kind::tens, 20},
                             {"thirty", Kind::tens, 30},
                             {"forty", Kind::tens, 40},
                             {"fifty", Kind::tens, 50},
                             {"sixty", Kind::tens, 60},
                             {"seventy", Kind::tens, 70},
                             {"eighty", Kind::tens, 80},
                             {"ninety", Kind::tens, 90},
                             {"hundred", Kind::scale, 1e2},
                             {"thousand", Kind::scale, 1e3},
                             {"million", Kind::scale, 1e6},
                             {"billion", Kind::scale, 1e9},
                             {"trillion", Kind::scale, 1e12},
                             {"dozen", Kind::scale, 12},
                             {"bn", Kind::scale, 1e9},
                             {"mn", Kind::scale, 1e6},
                             {"hundreds", Kind::scale_plural, 0},
                             {"thousands", Kind::scale_plural, 0},
                             {"millions", Kind::scale_plural, 0},
                             {"billions", Kind::scale_plural, 0},
                             {"dozens", Kind::scale_plural, 0},
                             {"scores", Kind::scale_plural, 0},
                             {"tens", Kind::scale_plural, 0},
                             {"half", Kind::share, 0.5},
                             {"third", Kind::fraction, 1.0 / 3},
                             {"thirds", Kind::fraction, 1.0 / 3},
                             {"quarter", Kind::fraction, 0.25},
                             {"quarters", Kind::fraction, 0.25},
                             {"fifth", Kind::fraction, 0.2},
                             {"fifths", Kind::fraction, 0.2},
                             {"tenth", Kind::fraction, 0.1},
                             {"tenths", Kind::fraction, 0.1},
                             {"double", Kind::times, 2},
                             {"doubled", Kind::times, 2},
                             {"doubling", Kind::times, 2},
                             {"twice", Kind::times, 2},
                             {"triple", Kind::times, 3},
                             {"tripled", Kind::times, 3},
                             {"tripling", Kind::times, 3},
                             {"quadrupled", Kind::times, 4},
                             {"quadruple", Kind::times, 4},
                             {"tenfold", Kind::times, 10},
                             {"twofold", Kind::times, 2},
                             {"threefold", Kind::times, 3},
                             {"fourfold", Kind::times, 4},
                             {"fivefold", Kind::times, 5},
                             {"halved", Kind::times, 0.5},
                             {"several", Kind::vague, 0},
                             {"a", Kind::article, 1},
                             {"an", Kind::article, 1}};

struct Unit {
  std::string_view word;
  std::string_view unit;
};
constexpr Unit units[] = {
    {"km", "km"},          {"kilometer", "km"},    {"kilometers", "km"},     {"kilometre", "km"},
    {"kilometres", "km"},  {"mile", "mile"},       {"miles", "mile"},        {"m", "m"},
    {"meters", "m"},       {"metres", "m"},        {"metre", "m"},           {"tonnes", "tonne"},
    {"tons", "ton"},       {"tonne", "tonne"},     {"ton", "ton"},           {"kg", "kg"},
    {"mw", "MW"},          {"megawatts", "MW"},    {"megawatt", "MW"},       {"gw", "GW"},
    {"gigawatts", "GW"},   {"gigawatt", "GW"},     {"barrels", "barrel"},    {"hectares", "hectare"},
    {"dollars", "USD"},    {"dollar", "USD"},      {"usd", "USD"},           {"euro", "EUR"},
    {"euros", "EUR"},      {"eur", "EUR"},         {"yuan", "CNY"},          {"renminbi", "CNY"},
    {"roubles", "RUB"},    {"rubles", "RUB"},      {"rouble", "RUB"},        {"ruble", "RUB"},
    {"yen", "JPY"},        {"rupees", "INR"},      {"pounds", "GBP"},        {"year", "year"},
    {"years", "year"},     {"month", "month"},     {"months", "month"},      {"week", "week"},
    {"weeks", "week"},     {"day", "day"},         {"days", "day"},          {"hour", "hour"},
    {"hours", "hour"},     {"minutes", "minute"},  {"minute", "minute"},     {"decade", "decade"},
    {"decades", "decade"}, {"century", "century"}, {"centuries", "century"}, {"times", "times"},
    {"degrees", "degree"}, {"degree", "degree"},   {"fold", "times"}};

/// 20,000 and 1.5: commas of thousands away. Nothing for 4,5,6 or 1.2.3.
std::optional<double> value_of(std::string_view digits) {
  std::string plain;
  std::size_t since_comma = 0;
  bool commas = false;
  bool point = false;
  for (const char c : digits) {
    if (c == ',') {
      if (point || plain.empty() || (commas && since_comma != 3) || (!commas && plain.size() > 3)) return std::nullopt;
      commas = true;
      since_comma = 0;
    } else if (c == '.') {
      if (point || (commas && since_comma != 3)) return std::nullopt;
      point = true;
      plain += c;
    } else {
      plain += c;
      if (!point) ++since_comma;
    }
  }
  if ((commas && since_comma != 3) || plain.size() > 18) return std::nullopt;
  return parse_number(plain);
}

NumberWord in_digits(std::string_view folded) {
  const std::size_t end = std::min(folded.find_first_not_of("0123456789.,"), folded.size());
  const std::optional<double> value = value_of(folded.substr(0, end));
  const std::string_view rest = folded.substr(end);
  if (!value) return {};
  if (rest.empty()) return {Kind::digits, *value, {}};
  if (rest == "bn") return {Kind::digits, *value * 1e9, {}};
  if (rest == "mn") return {Kind::digits, *value * 1e6, {}};
  const std::string_view unit =
      rest == "km" || rest == "kg" || rest == "mw" || rest == "gw" ? unit_of(rest) : std::string_view();
  return unit.empty() ? NumberWord() : NumberWord{Kind::digits, *value, unit};
}

}  // namespace

NumberWord number_word(std::string_view folded) noexcept {
  if (folded.empty()) return {};
  if (folded[0] >= '0' && folded[0] <= '9') return in_digits(folded);
  constexpr WordFilter known(entries);
  if (!known.may_hold(folded)) return {};
  const auto* found =
      std::find_if(std::begin(entries), std::end(entries), [&](const Entry& one) { return one.word == folded; });
  return found == std::end(entries) ? NumberWord() : NumberWord{found->kind, found->value, {}};
}

std::string_view unit_of(std::string_view folded) noexcept {
  constexpr WordFilter known(units);
  if (!known.may_hold(folded)) return {};
  const auto* found =
      std::find_if(std::begin(units), std::end(units), [&](const Unit& one) { return one.word == folded; });
  return found == std::end(units) ? std::string_view() : found->unit;
}

bool looks_adjective(std::string_view folded) noexcept {
  constexpr std::string_view endings[] = {"al", "ic", "ive", "ous", "ary", "ern", "ian", "ese", "ful", "able"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

bool looks_plural(std::string_view folded) noexcept {
  constexpr WordList irregular({"children", "men", "people", "personnel", "troops", "women", "gdp", "population",
                                "media", "data", "economy", "trade", "territory"});
  return (folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss") && !folded.ends_with("us") &&
          !folded.ends_with("ous")) ||
         irregular.has(folded);
}

std::string_view currency_of(std::string_view mark) noexcept {
  constexpr Unit signs[] = {{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "CNY"}, {"₽", "RUB"}, {"₹", "INR"}};
  const auto* found =
      std::find_if(std::begin(signs), std::end(signs), [&](const Unit& one) { return one.word == mark; });
  return found == std::end(signs) ? std::string_view() : found->unit;
}

}  // namespace topos
