// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// What an English word is to a quantity.
struct NumberWord {
  enum class Kind : std::uint8_t {
    none,
    digits,        ///< 19; 20,000; 2.5; 5bn
    small,         ///< zero to nineteen
    tens,          ///< twenty to ninety
    scale,         ///< hundred, thousand, million, dozen
    scale_plural,  ///< hundreds, dozens: no value
    share,         ///< half
    fraction,      ///< third, thirds, quarter: parts of one
    times,         ///< double, twice, tripled, tenfold
    vague,         ///< several
    article        ///< a: one, beside a hedge and a unit
  };
  Kind kind = Kind::none;
  double value = 0;
  std::string_view unit;  ///< of digits that carry one: "%", "km"
};

/// Domain: a match form.
[[nodiscard]] NumberWord number_word(std::string_view folded) noexcept;

/// "percent", "km", "USD": the unit that a word names, in one spelling; empty if it names none.
[[nodiscard]] std::string_view unit_of(std::string_view folded) noexcept;

/// Whether a word looks like a noun in the plural, or is one of those that count without it: people, troops, trade.
[[nodiscard]] bool looks_plural(std::string_view folded) noexcept;

/// Whether a word ends as adjectives do.
[[nodiscard]] bool looks_adjective(std::string_view folded) noexcept;

/// "USD" for "$": the currency that a sign stands for; empty if it is none.
[[nodiscard]] std::string_view currency_of(std::string_view mark) noexcept;

}  // namespace topos
