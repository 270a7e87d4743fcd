// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "topos/codebook/literals.hpp"
#include "topos/codebook/loss.hpp"

namespace topos {

/// How another program writes its terms. In all of them `*` is any run of characters.
struct TermStyle {
  bool question_mark = true;      ///< `?` is any one character
  bool underscore_joins = false;  ///< "civil_war" is two words
};

/// A place of a file that is imported, for the list of losses.
struct TermPlace {
  std::string_view category;
  std::size_t line = 0;
};

/// Makes pattern strings of the terms of other programs. What they cannot say as words becomes a regular expression, or
/// a loss.
class TermReader {
 public:
  /// `language`: primary subtag.
  TermReader(std::string language, Losses& losses);

  /// A pattern string for a term of one word or more; empty if it can match nothing, which is a loss then.
  [[nodiscard]] std::string pattern(std::string_view term, const TermStyle& style, const TermPlace& place);
  /// The same for an entry of a guard, which knows no regular expressions.
  [[nodiscard]] std::string phrase(std::string_view term, const TermStyle& style, const TermPlace& place);
  /// A regular expression of another program as a pattern string; empty, and a loss, if it does not compile.
  [[nodiscard]] std::string expression(std::string_view regex, const TermPlace& place);
  [[nodiscard]] bool characters() const noexcept { return characters_; }

 private:
  std::string read(std::string_view term, const TermStyle& style, const TermPlace& place, bool with_regex);
  std::string word(std::string_view text, const TermStyle& style, bool with_regex, bool& as_regex);
  bool can_match(const std::string& pattern);
  void lose(Loss::Fate fate, std::string_view construct, std::string_view term, std::string note,
            const TermPlace& place);

  std::string language_;
  bool characters_;
  LiteralTester tester_;
  Losses& losses_;
};

/// The word that TermReader has made this regular expression of; empty if it is none of those. `regex` without slashes.
[[nodiscard]] std::string word_of_expression(std::string_view regex);

}  // namespace topos
