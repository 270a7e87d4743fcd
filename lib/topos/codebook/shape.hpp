// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos {

/// A word's characters in match form, with wildcards as symbols of their own.
using Glob = std::u32string;
inline constexpr char32_t glob_run = 0x110000;  ///< any run of characters
inline constexpr char32_t glob_one = 0x110001;  ///< exactly one

/// Whether every string of `narrow` is one of `wide`. A "no" may be wrong where wildcards of `narrow` meet text of
/// `wide`.
[[nodiscard]] bool covers(std::u32string_view wide, std::u32string_view narrow);
/// Whether some string is one of both.
[[nodiscard]] bool may_meet(std::u32string_view a, std::u32string_view b);

/// A pattern tree with its words in match form, for comparing patterns with each other.
struct Shape {
  Node::Kind kind = Node::Kind::sequence;
  Glob folded;
  Glob cased;
  bool case_sensitive = false;
  std::string text;  ///< of a reference or regex
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  std::vector<Shape> children;
};

/// `exact`: the key `case` of the pattern.
[[nodiscard]] Shape shape_of(const Node& node, const Folder& folder, bool exact);

/// One way through a pattern: elements without groups.
using Way = std::vector<const Shape*>;
/// All ways through a pattern, or nothing if there are more than `limit`.
[[nodiscard]] std::optional<std::vector<Way>> ways_of(const Shape& shape, std::size_t limit);

/// Whether whatever `way` matches, `wide` matches over the same words.
[[nodiscard]] bool covers(const Shape& wide, const Way& way);

/// The shape as text: equal for patterns that are equal after folding and expanding macros.
void append_text(const Shape& shape, std::string& out);

}  // namespace topos
