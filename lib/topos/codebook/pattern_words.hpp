// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "topos/codebook/pattern.hpp"
#include "topos/codebook/scanner.hpp"

namespace topos {

/// What a language lets a pattern contain.
struct PatternLanguage {
  /// `language`: primary subtag, or empty for any.
  explicit PatternLanguage(std::string_view language);
  bool characters;  ///< matched on characters: `= # * ? 's` are refused
  bool clitics;     ///< a final 's is a clitic
};

/// A word up to the next separator or special character, and whether a clitic ends it.
struct WordAndClitic {
  std::optional<Word> word;  ///< nothing if the atom is the clitic alone
  bool clitic = false;
};

/// Reads one word. Domain: the scanner stands before a word character.
/// Errors: Errc::pattern.
[[nodiscard]] WordAndClitic read_word(Scanner& scanner, const PatternLanguage& language, bool case_sensitive);

/// Whether `c` can stand in a word without a backslash.
[[nodiscard]] bool is_word_character(char32_t c, const PatternLanguage& language) noexcept;
/// White space or a hyphen; dashes separate too, as they equal a hyphen in match form, but not in a character language.
[[nodiscard]] bool is_separator(char32_t c, const PatternLanguage& language) noexcept;

}  // namespace topos
