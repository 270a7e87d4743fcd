// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/found_list.hpp"
#include "topos/matching/match.hpp"

namespace topos {

/// A pattern with a match in a document that neither a mask nor a guard refused.
struct PatternAtWork {
  std::uint32_t pattern = 0;
  bool alone = false;  ///< if it were left out, its own hits would be missing and all others stay as they are
};

/// Tells which patterns of a document stand alone. One does not if a match of another pattern gave way to one of its
/// matches, or if a code with a match in the document refers to the pattern's code.
class AtWork {
 public:
  explicit AtWork(const CompiledBook& book);

  void begin() { dropped_.clear(); }
  /// `dropped` gave way to a match of `winner`.
  void give_way(const Match& dropped, std::uint32_t winner) { dropped_.push_back({dropped.search, winner}); }
  /// `hits`: of the document; `found`: all matches of its patterns. In order of their numbers.
  [[nodiscard]] std::vector<PatternAtWork> patterns(std::span<const Match> hits, const FoundList& found) const;

 private:
  struct Dropped {
    std::uint32_t search;
    std::uint32_t winner;
  };
  [[nodiscard]] bool is_referred_to(std::uint32_t code, const FoundList& found) const;

  const CompiledBook& book_;
  std::vector<std::vector<std::uint32_t>> referrers_;  ///< by code: searches that refer to its hits
  std::vector<Dropped> dropped_;
};

}  // namespace topos
