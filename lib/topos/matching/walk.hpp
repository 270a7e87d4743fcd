// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What a walk needs to know about the document at hand.
class WalkSource {
 public:
  virtual ~WalkSource() = default;
  /// Whether element set `element` holds the type.
  [[nodiscard]] virtual bool holds(TypeId type, ElementId element) const = 0;
  /// Ends of the hits of reference `reference` that begin at unit `at`.
  virtual void reference_ends(std::uint32_t reference, std::uint32_t at, std::vector<std::uint32_t>& out) = 0;
};

/// Finds the longest match of a pattern that begins at a given unit (grammar.md 4). Keeps scratch space: one for each
/// thread.
class Walker {
 public:
  /// The end, exclusive, of the longest match of `automaton` that begins at unit `at`; nothing if there is none.
  /// Domain: `at` lies in `sentence`.
  [[nodiscard]] std::optional<std::uint32_t> longest(const CompiledBook& book, const Automaton& automaton,
                                                     std::string_view text, const std::vector<Token>& units,
                                                     const Sentence& sentence, std::uint32_t at, WalkSource& source);
  /// The unit behind the last one that the last walk took, whether or not it came to an end; 0 if it took none.
  [[nodiscard]] std::uint32_t reached() const noexcept;

 private:
  struct State {
    std::uint32_t place;
    std::uint32_t after;     ///< the unit behind what the place took
    std::uint32_t span_end;  ///< the same without clitics
  };
  struct Run;

  std::vector<State> stack_;
  std::vector<std::uint64_t> visited_;
  std::unordered_set<std::uint64_t> visited_many_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace topos
