// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// A rule of a WordStat dictionary: an item, and what has to stand or must not stand near it.
struct WordstatRule {
  enum class Relation : std::uint8_t { near, before, after };
  struct Clause {
    Relation relation = Relation::near;
    bool negative = false;
    bool plain_and = false;  ///< AND or AND NOT: the whole document unless a scope is said
    std::string item;        ///< a word or phrase, or #CATEGORY
  };
  std::string name;  ///< with its @
  std::string item;
  std::vector<Clause> clauses;
  std::string scope;  ///< "sentence", "paragraph", "document" or a number of words; empty: not said
};

/// Reads `@NAME [ITEM NEAR ITEM /S]`. Errors: Errc::codebook without a place, saying what cannot be translated.
[[nodiscard]] WordstatRule read_wordstat_rule(std::string_view text);

}  // namespace topos
