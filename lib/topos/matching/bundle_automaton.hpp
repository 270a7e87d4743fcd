// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/bundle.hpp"
#include "topos/matching/transitions.hpp"
#include "topos/matching/type_table.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// A word of a sentence as a bundle sees it.
struct SentenceWord {
  std::uint64_t signature;  ///< BundleAutomaton::signature of its class
  ClassId one;
  std::uint32_t unit;
};

/// Follows all matches of a bundle that begin at one word. A state is what they wait for, and which searches end there; states
/// and the ways between them are made when first needed and forgotten together when they fill their memory. One for each worker.
class BundleAutomaton {
 public:
  using State = std::uint32_t;
  static constexpr State nothing = 0;  ///< no match goes on or ends

  /// Both must outlive the automaton. `limit`: bytes.
  BundleAutomaton(const Bundle& bundle, const TypeTable& types, std::size_t limit = std::size_t{8} << 20);

  /// To be called after types were learned.
  void prepare();
  /// A bit for each element set of a class that a match may go on with; two sets may share a bit.
  [[nodiscard]] std::uint64_t signature(ClassId one) const noexcept { return classes_.data()[one].signature; }
  /// The state behind a first word of class `one`.
  [[nodiscard]] State start(ClassId one) {
    const State known = classes_.data()[one].start;
    return known != unknown ? known : make_start(one);
  }
  /// The state behind one more unit. A state is valid until the next call.
  [[nodiscard]] State after(State from, const Token& unit) {
    const Known& state = states_.data()[from];
    if (unit.kind != TokenKind::word) {
      const State known = state.after_mark[mark_number(unit)];
      return known != unknown ? known : make_after_mark(from, unit);
    }
    const ClassId one = types_.class_of(unit.type);
    if (!wants(state, one)) return state.after_other != unknown ? state.after_other : make_after_other(from);
    const State known = ways_.find(from, one);
    return known != unknown ? known : make_after_word(from, one);
  }
  /// Searches that have a match up to here.
  [[nodiscard]] std::span<const std::uint32_t> ended(State state) const noexcept {
    const Known* const known = states_.data() + state;
    return {ended_.data() + known[0].ended, ended_.data() + known[1].ended};
  }
  /// Whether a match may go on behind the word `first` of a sentence, as far as the words that follow tell without being followed.
  [[nodiscard]] bool may_go_on(State state, std::span<const SentenceWord> words, std::size_t first) const noexcept {
    const Known& known = states_.data()[state];
    if (known.marks) return true;
    const std::size_t last = std::min(words.size(), first + known.words + 1);
    for (std::size_t at = first + 1; at < last; ++at)
      if ((words.data()[at].signature & known.wanted) != 0 && wants(known, words.data()[at].one)) return true;
    return false;
  }
  /// Whether a match may go on.
  [[nodiscard]] bool goes_on(State state) const noexcept { return states_.data()[state].waiting != states_.data()[state + 1].waiting; }

 private:
  static constexpr State unknown = Transitions::none;
  static constexpr std::uint32_t no_bitmap = ~std::uint32_t{0};
  struct Known {
    std::uint64_t wanted = 0;  ///< bits of the element sets that are waited for
    std::uint32_t waiting = 0; ///< where what it waits for begins; it ends where the next state's begins
    std::uint32_t ended = 0;
    std::uint32_t hash = 0;
    std::uint16_t words = 0;   ///< after so many words, nothing that it waits for is waited for any more
    bool marks = false;        ///< it waits for punctuation
    std::uint32_t bitmap = no_bitmap;  ///< of the followers that it waits for, in bitmaps_; only if they are many
    State after_other = unknown;  ///< behind a word that nothing waits for
    State after_mark[4] = {unknown, unknown, unknown, unknown};
  };

  /// Whether a state waits for a word of class `one`; it may say so of a state that waits for little when it does not.
  [[nodiscard]] bool wants(const Known& state, ClassId one) const noexcept {
    const Class* const known = classes_.data() + one;
    if ((state.wanted & known[0].signature) == 0) return false;
    if (state.bitmap == no_bitmap) return true;
    const std::uint64_t* const bitmap = bitmaps_.data() + state.bitmap;
    for (std::uint32_t at = known[0].followers; at < known[0].followers_end; ++at) {
      const std::uint32_t follower = followers_.data()[at];
      if ((bitmap[follower / 64] >> (follower % 64) & 1) != 0) return true;
    }
    return false;
  }
  static std::size_t mark_number(const Token& unit) noexcept { return (unit.kind == TokenKind::punctuation ? 2U : 0U) + (unit.passable ? 1U : 0U); }
  void clear();
  void arrive(std::uint32_t place);
  void skip_word(std::span<const Waiting> all);
  State make_start(ClassId one);
  State make_after_word(State from, ClassId one);
  State make_after_other(State from);
  State make_after_mark(State from, const Token& unit);
  void drop_needless();
  State intern();
  [[nodiscard]] std::size_t memory() const noexcept;
  [[nodiscard]] std::size_t slot_of(std::uint32_t hash) const noexcept;
  State add(std::uint32_t hash);
  void add_bitmap(Known& state);
  [[nodiscard]] std::span<const Waiting> waiting(State state) const noexcept {
    return {waiting_.data() + states_[state].waiting, waiting_.data() + states_[state + 1].waiting};
  }

  const Bundle& bundle_;
  const TypeTable& types_;
  std::size_t limit_;
  std::uint64_t generation_ = 0;  ///< of the classes
  std::uint64_t clears_ = 0;
  struct Class {
    std::uint64_t signature = 0;
    State start = nothing;
    std::uint32_t followers = 0;  ///< where its own begin and end
    std::uint32_t followers_end = 0;
  };
  std::vector<Class> classes_;
  std::vector<std::uint32_t> followers_;  ///< Bundle::follower of the element sets of each class
  std::vector<Known> states_;        ///< the last one only ends the one before it
  std::vector<Waiting> waiting_;
  std::vector<std::uint64_t> bitmaps_;
  std::vector<std::uint32_t> ended_;
  Transitions ways_;
  std::vector<State> slots_;         ///< open addressing over the states' hashes; `nothing` where none is
  std::vector<Waiting> new_waiting_;
  std::vector<std::uint32_t> new_ended_;
};

}  // namespace topos
