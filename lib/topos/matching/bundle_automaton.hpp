// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "topos/matching/bundle.hpp"
#include "topos/matching/element_bits.hpp"
#include "topos/matching/transitions.hpp"
#include "topos/matching/type_table.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What a word that is looked at for beginnings of matches tells by its class, so that most words are passed by after
/// one look at what stands behind them in their sentence.
struct ClassFacts {
  static constexpr std::uint32_t near = 4;    ///< words
  static constexpr std::uint64_t always = 1;  ///< the bit of no anchor; all words have it

  std::uint64_t anchors = always;  ///< bits of the anchors that hold the word
  std::uint64_t wants_near = 0;    ///< a match may begin or end here if one of these is among the next `near` words
  std::uint64_t wants_far = 0;     ///< or one of these behind it
  std::uint32_t start = 0;         ///< state behind it
  std::uint32_t reach = 0;         ///< of the match's Outlook
};

/// Follows all matches of a bundle that begin at one word. A state is what they wait for, and which searches end there;
/// states and the ways between them are made when first needed and forgotten together when they fill their memory. One
/// for each worker.
class BundleAutomaton {
 public:
  using State = std::uint32_t;
  static constexpr State nothing = 0;  ///< no match goes on or ends

  /// Both must outlive the automaton. `limit`: bytes.
  BundleAutomaton(const Bundle& bundle, const TypeTable& types, std::size_t limit = std::size_t{8} << 20);

  /// To be called after types were learned.
  void prepare();
  /// By class. Valid until prepare().
  [[nodiscard]] const ClassFacts* facts() const noexcept { return classes_.data(); }
  /// The state behind a first word of class `one`.
  [[nodiscard]] State start(ClassId one) {
    const State known = classes_.data()[one].start;
    return known != unknown ? known : make_start(one);
  }
  /// Whether a match that begins with a word of class `first` may be known by one of class `other`. Domain: start() was
  /// called for `first`.
  [[nodiscard]] bool may_be_known_by(ClassId first, ClassId other) const noexcept {
    return (classes_.data()[first].wants_near & ~ClassFacts::always & classes_.data()[other].anchors) != 0 &&
           anchors_.data()[first].wanted.may_meet(anchors_.data()[other].own);
  }
  /// The state behind one more unit. A state is valid until the next call.
  [[nodiscard]] State after(State from, const Token& unit) {
    const Known& state = states_.data()[from];
    if (unit.kind != TokenKind::word) {
      const State known = state.after_mark[mark_number(unit)];
      return known != unknown ? known : make_after_mark(from, unit);
    }
    const ClassId one = types_.class_of(unit.type);
    if (!state.wanted.may_meet(followers_.data()[one]))
      return state.after_other != unknown ? state.after_other : make_after_other(from);
    const State known = ways_.find(from, one);
    return known != unknown ? known : make_after_word(from, one);
  }
  /// Searches that have a match up to here.
  [[nodiscard]] std::span<const std::uint32_t> ended(State state) const noexcept {
    const Known* const known = states_.data() + state;
    if (known->ends_some == 0) return {};
    return {ended_.data() + known[0].ended, ended_.data() + known[1].ended};
  }
  /// Whether a match may go on.
  [[nodiscard]] bool goes_on(State state) const noexcept { return states_.data()[state].goes_on != 0; }

 private:
  static constexpr State unknown = Transitions::none;
  /// One cache line: what a step asks of a state is in it.
  struct alignas(64) Known {
    ElementBits wanted;           ///< the element sets that the next word may be of
    State after_other = unknown;  ///< behind a word that nothing waits for
    State after_mark[4] = {unknown, unknown, unknown, unknown};
    std::uint32_t waiting = 0;  ///< where what it waits for begins; it ends where the next state's begins
    std::uint32_t ended = 0;
    std::uint32_t goes_on : 1 = 0;
    std::uint32_t ends_some : 1 = 0;
    std::uint32_t hash : 30 = 0;
  };

  /// What ClassFacts tell of anchors, told with more bits.
  struct alignas(64) Anchors {
    ElementBits own;
    ElementBits wanted;
  };

  static std::size_t mark_number(const Token& unit) noexcept {
    return (unit.kind == TokenKind::punctuation ? 2U : 0U) + (unit.passable ? 1U : 0U);
  }
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
  [[nodiscard]] std::span<const Waiting> waiting(State state) const noexcept {
    return {waiting_.data() + states_[state].waiting, waiting_.data() + states_[state + 1].waiting};
  }

  const Bundle& bundle_;
  const TypeTable& types_;
  std::size_t limit_;
  std::uint64_t generation_ = 0;  ///< of the classes
  std::uint64_t clears_ = 0;
  std::vector<ClassFacts> classes_;
  std::vector<Anchors> anchors_;        ///< by class
  std::vector<ElementBits> followers_;  ///< by class: its element sets that a match may go on with
  std::vector<Known> states_;           ///< the last one only ends the one before it
  std::vector<Waiting> waiting_;
  std::vector<std::uint32_t> ended_;
  Transitions ways_;
  std::vector<State> slots_;  ///< open addressing over the states' hashes; `nothing` where none is
  std::vector<Waiting> new_waiting_;
  std::vector<std::uint32_t> new_ended_;
};

}  // namespace topos
