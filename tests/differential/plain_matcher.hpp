// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topos::test {

/// What a plain matcher sees of a text: one sentence, cut by hand.
struct PlainToken {
  enum class Kind { word, clitic, mark, passable_mark };
  Kind kind = Kind::word;
  std::string form;
};

/// A pattern as a tree, for the plain matcher.
struct PlainNode {
  enum class Kind { word, number, any_mark, clitic, gap, sequence, choice, optional };
  Kind kind = Kind::word;
  std::string word;  ///< may hold `*` and `?`
  int least = 0;
  int most = 0;
  std::vector<PlainNode> children;

  /// In how many ways a match may go through the pattern.
  [[nodiscard]] double ways() const;
  /// The pattern string that says the same (grammar.md 3).
  [[nodiscard]] std::string text() const;
};

/// Where the longest match of a pattern that begins at token `at` ends, exclusive, by trying every way through it.
/// Written from the definition (grammar.md 3 and 4), without regard to cost.
[[nodiscard]] std::optional<std::size_t> plainly_match(const PlainNode& pattern,
                                                       const std::vector<PlainToken>& sentence, std::size_t at);

}  // namespace topos::test
