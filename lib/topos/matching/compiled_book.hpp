// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/matching/automaton.hpp"
#include "topos/matching/bundle.hpp"
#include "topos/matching/elements.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

struct CompileOptions {
  CodeSelection selection;     ///< codes whose hits are wanted; what they depend on is evaluated too
  std::set<std::string> skip;  ///< pattern ids left out (grammar.md 12)
  std::optional<CodeSelection> also =
      {};  ///< codes that are looked for, too: attributes of the wanted hits rest on theirs
};

/// A guard target with its names resolved.
struct CompiledTarget {
  enum class Kind : std::uint8_t { reference, itself, words };
  Kind kind = Kind::words;
  std::uint32_t value = 0;       ///< reference
  std::vector<ElementId> words;  ///< of left and right guards: one element set for each word
};

struct CompiledEntry {
  std::vector<CompiledTarget> targets;  ///< of near guards without the phrases
  std::vector<std::uint32_t> phrases;   ///< of near guards: searches, ascending
  Guard::Scope scope = Guard::Scope::sentence;
  std::uint32_t distance = 0;
};

struct CompiledGuard {
  Guard::Kind kind = Guard::Kind::near;
  std::vector<CompiledEntry> entries;
};

/// Something that is looked for: a pattern, a mask, or a phrase that a near guard names.
struct Search {
  enum class Role : std::uint8_t { pattern, mask, phrase };
  Automaton automaton;
  Role role = Role::phrase;
  const Pattern* pattern = nullptr;  ///< null for a guard's phrase
  std::uint32_t code = 0;
  std::vector<CompiledGuard> guards;
};

/// What is asked about a search for each of its matches.
struct SearchFacts {
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::uint32_t code = 0;
  std::uint32_t needs = none;     ///< a reference without whose hits a walked pattern has no match
  bool plain = false;             ///< only masks stand between what the bundle finds and a hit: none of the below
  bool pattern = false;           ///< neither a mask nor a phrase
  bool walked = false;            ///< a Walker must find its matches: the bundles know only where they may begin
  bool begins_elsewhere = false;  ///< a match may begin with a hit of another code, or at any token
  bool refers_to_itself = false;
  bool guarded = false;
  bool in_some_regions = false;  ///< the pattern runs only there
  bool is_reference = false;     ///< the pattern is `needs` and nothing else: it matches where that has its hits
};

/// A code ready to be evaluated.
struct CompiledCode {
  const Code* code = nullptr;
  bool wanted = true;                ///< its hits are emitted
  bool selected = true;              ///< its hits are shown; else they only serve attributes of others
  bool begins_elsewhere = false;     ///< one of its patterns does
  std::uint32_t rank = 0;            ///< among the ids of the book
  std::uint32_t step = 0;            ///< of the evaluation
  std::uint64_t mask_reach = 0;      ///< the most words that a mask takes, of those that no Walker must find
  std::uint64_t mask_bit = 0;        ///< one bit if there are such masks; many codes may share it
  std::vector<std::uint32_t> masks;  ///< searches
  std::vector<std::uint32_t> walked_masks;
  std::vector<std::uint32_t> patterns;
  std::vector<std::uint32_t> self_referring;
};

/// A step of the evaluation: a code. Those of an exclusive group stand together as one item.
struct CodeStep {
  std::uint32_t code = 0;
  std::uint32_t item = 0;
};

/// A codebook compiled for one language: only the codes that were selected and what they depend on. Immutable; shared
/// by threads.
class CompiledBook {
 public:
  /// `book` must outlive the compiled book. `language`: primary subtag.
  /// Errors: Errc::pattern for a pattern that is too big.
  CompiledBook(const Codebook& book, std::string_view language, const CompileOptions& options);
  CompiledBook(const CompiledBook&) = delete;
  CompiledBook& operator=(const CompiledBook&) = delete;
  ~CompiledBook();

  [[nodiscard]] const Codebook& book() const noexcept { return book_; }
  [[nodiscard]] const std::vector<CompiledCode>& codes() const noexcept { return codes_; }
  [[nodiscard]] const std::vector<Search>& searches() const noexcept { return searches_; }
  [[nodiscard]] const SearchFacts& facts(std::uint32_t search) const noexcept { return facts_.data()[search]; }
  [[nodiscard]] const Elements& elements() const noexcept { return elements_; }
  /// Codes in the order of evaluation.
  [[nodiscard]] const std::vector<CodeStep>& steps() const noexcept { return steps_; }
  /// Codes that each reference stands for.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& references() const noexcept { return references_; }
  /// Patterns, and walked masks: what is looked for everywhere.
  [[nodiscard]] const Bundle& patterns() const noexcept { return patterns_; }
  /// The other masks: looked for where a match is.
  [[nodiscard]] const Bundle& masks() const noexcept { return masks_; }
  /// The phrases of near guards: looked for in sentences where a match asks for them.
  [[nodiscard]] const Bundle& phrases() const noexcept { return phrases_; }
  /// Bytes that regex `number` matches from the beginning of `text` on, longest first; 0 if it does not.
  [[nodiscard]] std::size_t match_regex(std::uint32_t number, std::string_view text) const;

 private:
  class Compiler;
  struct Regexes;

  const Codebook& book_;
  Elements elements_;
  std::vector<CompiledCode> codes_;
  std::vector<Search> searches_;
  std::vector<SearchFacts> facts_;  ///< by search
  std::vector<CodeStep> steps_;
  std::vector<std::vector<std::uint32_t>> references_;
  Bundle patterns_;
  Bundle masks_;
  Bundle phrases_;
  std::unique_ptr<Regexes> regexes_;
};

}  // namespace topos
