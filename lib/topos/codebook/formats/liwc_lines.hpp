// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// A category that a term of a LIWC dictionary belongs to, perhaps on a condition.
struct LiwcChoice {
  std::string number;               ///< without zeros at its beginning; empty: none
  std::string otherwise;            ///< the category where the condition does not hold; empty: none
  std::string next_word;            ///< `<of>`: the word that has to follow
  std::vector<std::string> before;  ///< `(02 134)`: categories, a word of one of which has to stand before
  std::string written;
  [[nodiscard]] bool conditional() const noexcept { return !next_word.empty() || !before.empty(); }
};

/// A term and its categories.
struct LiwcTerm {
  std::string term;
  std::vector<LiwcChoice> choices;
  std::vector<std::string> unknown;  ///< what stands among the categories and is none
  std::size_t line = 0;
};

/// A category of the first part; `number` may be empty.
struct LiwcCategory {
  std::string number;
  std::string name;
  std::size_t depth = 0;  ///< columns of white space before it
  std::size_t line = 0;
};

/// A dictionary of LIWC as its lines say.
struct LiwcLines {
  std::vector<LiwcCategory> categories;
  std::vector<LiwcTerm> terms;
};

/// Reads the categories between two lines of `%`, and the terms below. Errors: Errc::codebook with the line.
[[nodiscard]] LiwcLines read_liwc_lines(std::string_view text);

}  // namespace topos
