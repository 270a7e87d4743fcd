// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// One thing in which two codebooks differ.
struct BookChange {
  enum class Kind : std::uint8_t { added, removed, changed, renumbered };
  Kind kind = Kind::changed;
  std::string part;    ///< "code", "macro", "pattern", "mask", "example", "counterexample", "language", or the key of a
                       ///< code or book
  std::string id;      ///< of the code, macro, pattern or language; the new one if it was renumbered
  std::string before;  ///< value before, as written; empty if added
  std::string after;   ///< value after; empty if removed
};

/// "added", "removed", "changed" or "renumbered".
[[nodiscard]] std::string_view to_string(BookChange::Kind kind) noexcept;

/// What has to be done to `before` to make `after` of it: first the book and its macros, then the codes in the order of
/// `after`, removed codes last. A pattern that only has another number is `renumbered`, with the ids before and after.
[[nodiscard]] std::vector<BookChange> book_difference(const Codebook& before, const Codebook& after);

/// A pattern with its guards and options, as one line.
[[nodiscard]] std::string pattern_line(const Pattern& pattern);

}  // namespace topos
