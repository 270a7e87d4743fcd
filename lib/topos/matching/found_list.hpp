// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"

namespace topos {

/// What the bundle of patterns found in a document, in one list with a chain through it for each code. Of a walked
/// search only the beginnings are found. What is cleared and visited is what was found, not what the book holds.
class FoundList {
 public:
  explicit FoundList(const CompiledBook& book)
      : book_(book), chain_of_(book.searches().size()), latest_(book.searches().size()),
        chains_(2 * book.steps().size()), always_((book.steps().size() + 63) / 64), touched_(always_) {
    for (std::uint32_t search = 0; search < chain_of_.size(); ++search) {
      const SearchFacts& facts = book.facts(search);
      chain_of_[search] = facts.pattern ? pattern_list(facts.code) : mask_list(facts.code);
    }
    for (std::size_t step = 0; step < book.steps().size(); ++step)
      if (book.codes()[book.steps()[step].code].begins_elsewhere) always_[step / 64] |= std::uint64_t{1} << (step % 64);
  }

  void clear() {
    for (const std::uint32_t chain : used_) chains_[chain] = {};
    used_.clear();
    all_.clear();
    touched_ = always_;
  }

  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
  /// Clears it and gives its memory back.
  void release() {
    clear();
    all_.shrink_to_fit();
  }
  /// Adds a match; a longer one takes the place of the one before of the same search and beginning. Domain: in text
  /// order.
  void add(const Match& match) {
    std::uint32_t& latest = latest_.data()[match.search];
    if (latest < all_.size()) {
      Match& known = all_.data()[latest].match;
      if (known.search == match.search && known.units.begin == match.units.begin) {
        known.units.end = match.units.end;
        return;
      }
    }
    latest = static_cast<std::uint32_t>(all_.size());
    const std::uint32_t number = chain_of_.data()[match.search];
    Chain& chain = chains_.data()[number];
    if (chain.first == none) {
      chain.first = latest;
      used_.push_back(number);
      if (number < book_.steps().size()) touched_.data()[number / 64] |= std::uint64_t{1} << (number % 64);
    } else {
      all_.data()[chain.last].next = latest;
    }
    chain.last = latest;
    all_.push_back({match, none});
  }

  /// Number of the chain of a code's patterns, and of its walked masks.
  [[nodiscard]] std::uint32_t pattern_list(std::uint32_t code) const noexcept {
    return book_.codes().data()[code].step;
  }
  [[nodiscard]] std::uint32_t mask_list(std::uint32_t code) const noexcept {
    return static_cast<std::uint32_t>(book_.steps().size()) + book_.codes().data()[code].step;
  }

  /// Calls `visit` with the matches of a chain, in text order.
  template <class Visit>
  void for_each(std::uint32_t chain, Visit&& visit) const {
    const Entry* const all = all_.data();
    for (std::uint32_t at = chains_.data()[chain].first; at != none; at = all[at].next) visit(all[at].match);
  }

  /// Calls `visit(step, last_of_item)` for each step of the evaluation whose code may have a match, in order.
  template <class Visit>
  void for_each_step(Visit&& visit) const {
    const CodeStep* const steps = book_.steps().data();
    std::uint32_t before = none;
    for (std::size_t word = 0; word < touched_.size(); ++word)
      for (std::uint64_t bits = touched_[word]; bits != 0; bits &= bits - 1) {
        const auto step = static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        if (before != none) visit(before, steps[before].item != steps[step].item);
        before = step;
      }
    if (before != none) visit(before, true);
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Entry {
    Match match;
    std::uint32_t next;  ///< in its chain
  };
  struct Chain {
    std::uint32_t first = none;
    std::uint32_t last = none;
  };

  const CompiledBook& book_;
  std::vector<Entry> all_;
  std::vector<std::uint32_t> chain_of_;  ///< by search: a look at its code would be one at much more memory
  std::vector<std::uint32_t> latest_;    ///< by search: its latest match
  std::vector<Chain> chains_;            ///< patterns by step, then walked masks by step
  std::vector<std::uint32_t> used_;      ///< chains that are not empty
  std::vector<std::uint64_t> always_;   ///< a bit for each step whose code may have matches that the bundle cannot find
  std::vector<std::uint64_t> touched_;  ///< and for those that have some in the document
};

}  // namespace topos
