// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/bundle_automaton.hpp"
#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"

namespace topos {

/// Tells whether a mask stands where a pattern has a match (grammar.md 6). Only words from which a mask of the match's
/// own code may reach it are looked at. Masks that a Walker must find are not known here.
class Masks {
 public:
  /// Both must outlive it.
  Masks(const CompiledBook& book, const TypeTable& types);

  /// To be called after types were learned.
  void prepare();
  /// Whether a mask of `code` overlaps `match`. `all`, if not null, receives all that do, begin by begin.
  [[nodiscard]] bool touch(std::uint32_t code, const Match& match, const Segmentation& text, std::vector<Match>* all);

 private:
  struct Look;
  bool follow(const Look& look, std::uint32_t at, ClassId one);
  bool reaches(const Look& look, std::uint32_t at, std::uint32_t end, std::span<const std::uint32_t> searches);

  const CompiledBook& book_;
  const TypeTable& types_;
  BundleAutomaton automaton_;
  std::uint64_t generation_ = 0;      ///< of the classes
  std::vector<std::uint64_t> codes_;  ///< by class: the mask_bit of each code with a mask that begins there
};

}  // namespace topos
