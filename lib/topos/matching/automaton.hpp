// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "topos/matching/elements.hpp"

namespace topos {

/// How many words may or must be skipped between two places of a pattern.
struct Gap {
  bool present = false;  ///< absent: the places are adjacent (grammar.md 4.1)
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

/// A way from one place to the next.
struct Step {
  std::uint32_t to = 0;
  Gap gap;
};

/// One place of a pattern that takes something of the text.
struct Place {
  enum class Kind : std::uint8_t { words, clitic, punctuation, reference, regex };
  Kind kind = Kind::words;
  std::uint32_t value = 0;  ///< element set, reference or regex, by kind
  std::uint32_t next = 0;   ///< where its steps begin and end in Automaton::steps
  std::uint32_t next_end = 0;
  bool accepts = false;  ///< the pattern may end here
  Gap trailing;          ///< words taken after it at the end of the pattern
};

/// A pattern as a position automaton (Glushkov 1961): a path through places that ends in an accepting one is a match.
struct Automaton {
  std::vector<Place> places;
  std::vector<Step> steps;           ///< by the place that they lead from; a step leads to a place with a higher number
  std::vector<std::uint32_t> first;  ///< places a match may begin with

  [[nodiscard]] std::span<const Step> next(const Place& place) const noexcept {
    return {steps.data() + place.next, steps.data() + place.next_end};
  }
};

/// Turns names into numbers while patterns are compiled.
struct AutomatonNames {
  std::function<std::uint32_t(std::string_view id)> reference;
  std::function<std::uint32_t(std::string_view expression)> regex;
};

/// Builds the automata of a book. Keeps scratch space.
class AutomatonBuilder {
 public:
  /// `by_characters`: literals become one place for each code point. All must outlive the builder.
  AutomatonBuilder(bool by_characters, const Folder& folder, Elements& elements, const AutomatonNames& names);
  AutomatonBuilder(const AutomatonBuilder&) = delete;
  AutomatonBuilder& operator=(const AutomatonBuilder&) = delete;
  ~AutomatonBuilder();

  /// Errors: Errc::pattern, if it has more than 20 000 places or 1 000 000 steps.
  [[nodiscard]] Automaton pattern(const Node& root, bool case_sensitive);
  /// Words one after the other. Its places are in the order of the text. Errors: as pattern().
  [[nodiscard]] Automaton phrase(const std::vector<Word>& words);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
