// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// What the rules ask of a word, as bits; a word may have several.
enum class GrammarClass : std::uint64_t {
  be = std::uint64_t{1} << 0,
  have = std::uint64_t{1} << 1,
  do_form = std::uint64_t{1} << 2,
  get = std::uint64_t{1} << 3,
  negation = std::uint64_t{1} << 4,           ///< not, never, n't
  linking = std::uint64_t{1} << 5,            ///< become, remain, seem: what follows is no object
  clause_taking = std::uint64_t{1} << 6,      ///< say, believe, ensure: a clause without that may follow
  giving = std::uint64_t{1} << 7,             ///< give, offer, grant: two objects
  speech = std::uint64_t{1} << 8,             ///< say, add, announce: its subject may follow it behind a quotation
  time_noun = std::uint64_t{1} << 9,          ///< year, Monday, today
  state_participle = std::uint64_t{1} << 10,  ///< committed, concerned: an adjective behind be
  subordinator = std::uint64_t{1} << 11,      ///< because, although, if
  subordinating_preposition = std::uint64_t{1} << 12,  ///< after, before, since: a clause or a noun may follow
  possessive = std::uint64_t{1} << 13,                 ///< my, its
  subject_pronoun = std::uint64_t{1} << 14,            ///< he, they: never an object
  object_pronoun = std::uint64_t{1} << 15,             ///< him, them: never a subject
  ing_modifier = std::uint64_t{1} << 16,               ///< growing, emerging: stands before a noun without an article
  intransitive = std::uint64_t{1} << 17,               ///< go, rise, happen: has no object
  by = std::uint64_t{1} << 18,
  that = std::uint64_t{1} << 19,
  person_relative = std::uint64_t{1} << 20,  ///< who, which, whom
  quantity = std::uint64_t{1} << 21,         ///< all, both, each, many: a noun by itself before of or a verb
  whose = std::uint64_t{1} << 22,
  content_noun = std::uint64_t{1} << 23,     ///< fact, view, claim: what that says follows
  preposition_ing = std::uint64_t{1} << 24,  ///< according, including: a preposition in the form of a verb
  comma = std::uint64_t{1} << 25,            ///< or a dash
  boundary = std::uint64_t{1} << 26,         ///< a mark that parts clauses: ; :
  open = std::uint64_t{1} << 27,             ///< a bracket
  close = std::uint64_t{1} << 28,
  short_be = std::uint64_t{1} << 29,  ///< 's, which may be has
  ago = std::uint64_t{1} << 30,       ///< ago, later, earlier: makes a noun before it a time
  as = std::uint64_t{1} << 31,
  day = std::uint64_t{1} << 34,         ///< today, yesterday: stands behind a noun without belonging to it
  floating = std::uint64_t{1} << 33,    ///< all, both, each: may stand behind a pronoun
  time_part = std::uint64_t{1} << 36,   ///< end, beginning: of a time, behind by no agent
  event_noun = std::uint64_t{1} << 35,  ///< invasion, adoption: what somebody does to somebody or something
  causative = std::uint64_t{1} << 32    ///< let, make, help: a plain form may follow its object
};

/// A set of word classes.
struct GrammarClasses {
  std::uint64_t bits = 0;

  [[nodiscard]] constexpr bool has(GrammarClass one) const noexcept {
    return (bits & static_cast<std::uint64_t>(one)) != 0;
  }
  constexpr void add(GrammarClass one) noexcept { bits |= static_cast<std::uint64_t>(one); }
  constexpr void add(GrammarClasses others) noexcept { bits |= others.bits; }
};

/// The classes of an English word, which is folded.
[[nodiscard]] GrammarClasses english_classes(std::string_view word) noexcept;

}  // namespace topos
