// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/error.hpp"

namespace topos {

/// A place in the file of a pattern.
struct Spot {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// One word of a pattern: literal text with wildcards.
struct Word {
  /// Bytes that stand for wildcards, `*` and `?`: UTF-8 has no use for them.
  static constexpr char any_run = '\xFF';  ///< any run of characters
  static constexpr char any_one = '\xFE';  ///< exactly one character
  [[nodiscard]] static constexpr bool is_wildcard(char byte) noexcept { return byte == any_run || byte == any_one; }

  std::string text;             ///< UTF-8 and wildcards; no two `any_run` stand side by side
  bool case_sensitive = false;  ///< written with "="
  Spot where;
};

/// Calls `visit` for each wildcard, and each run of text between them, of a word's text.
template <class Visit>
void for_each_piece(std::string_view text, Visit&& visit) {
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    end = begin + 1;
    if (!Word::is_wildcard(text[begin]))
      while (end < text.size() && !Word::is_wildcard(text[end])) ++end;
    visit(text.substr(begin, end - begin));
  }
}

/// The text of a word with `run` and `one` for its wildcards.
[[nodiscard]] std::string filled(const Word& word, std::string_view run, std::string_view one);

/// A node of a parsed pattern (grammar.md 3). Macros are expanded; hyphens have become word boundaries.
/// Invariant: sequences and choices have two children or more; a group of one alternative is that alternative. No more
/// than 65536 nodes, no deeper than 200. Every regex compiles within `regex_memory`.
struct Node {
  enum class Kind : std::uint8_t {
    word,         ///< `word`
    clitic,       ///< "'s"
    number,       ///< #NUM
    year,         ///< #YEAR
    capital,      ///< #CAP
    acronym,      ///< #ACRO
    punctuation,  ///< #PUNCT
    reference,    ///< @id in `text`
    regex,        ///< /re2/ in `text`
    gap,          ///< <least-most>
    sequence,     ///< `children`, one after the other
    choice,       ///< one of `children`
    optional      ///< `children[0]`, or nothing
  };
  Kind kind = Kind::sequence;
  Word word;
  std::string text;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  std::vector<Node> children;
  Spot where;  ///< inside a macro, where the pattern names it
};

/// The value of a macro, or null if there is none of that name.
using MacroLookup = std::function<const std::string*(std::string_view name)>;

/// Parses a pattern string. `language` is a primary subtag: character languages refuse `= # * ? 's`, English knows the
/// clitic; empty means "any" (patterns of `-e`). `at` is where the pattern string begins; columns of errors are counted
/// from there. Errors: Errc::pattern.
[[nodiscard]] Node parse_pattern(std::string_view pattern, std::string_view language, const MacroLookup& macros,
                                 const Location& at);

/// Checks the value of macro `name` by itself; what depends on the language of a pattern is checked where the macro is
/// used. Returns the number of nodes of its expansion. Errors: Errc::pattern.
std::size_t check_macro(std::string_view name, const std::string& value, const MacroLookup& macros, const Location& at);

/// Nodes of a tree.
[[nodiscard]] std::size_t node_count(const Node& root) noexcept;

/// Parses the words of a guard entry (wildcards, no groups).
[[nodiscard]] std::vector<Word> parse_phrase(std::string_view phrase, std::string_view language, const Location& at);

}  // namespace topos
