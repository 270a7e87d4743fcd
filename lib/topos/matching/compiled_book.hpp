// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
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
  CodeSelection selection;           ///< codes whose hits are wanted; what they depend on is evaluated too
  std::set<std::string> skip;        ///< pattern ids left out (grammar.md 12)
};

/// A guard target with its names resolved.
struct CompiledTarget {
  enum class Kind : std::uint8_t { reference, itself, words };
  Kind kind = Kind::words;
  std::uint32_t value = 0;            ///< reference
  std::vector<ElementId> words;       ///< of left and right guards: one element set for each word
};

struct CompiledEntry {
  std::vector<CompiledTarget> targets;    ///< of near guards without the phrases
  std::vector<std::uint32_t> phrases;     ///< of near guards: searches, ascending
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
  bool walked = false;                ///< a Walker must find its matches: the bundles know only where they may begin
  bool begins_elsewhere = false;      ///< a match may begin with a hit of another code, or at any token
  const Pattern* pattern = nullptr;   ///< null for a guard's phrase
  std::uint32_t code = 0;
  std::vector<CompiledGuard> guards;
};

/// A code ready to be evaluated.
struct CompiledCode {
  const Code* code = nullptr;
  bool wanted = true;                 ///< its hits are emitted
  bool begins_elsewhere = false;      ///< one of its patterns does
  std::uint32_t rank = 0;             ///< among the ids of the book
  std::vector<std::uint32_t> masks;   ///< searches
  std::vector<std::uint32_t> patterns;
  std::vector<std::uint32_t> self_referring;
};

/// A codebook compiled for one language: only the codes that were selected and what they depend on. Immutable; shared by threads.
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
  [[nodiscard]] const Elements& elements() const noexcept { return elements_; }
  /// Codes in the order of evaluation; those of an exclusive group stand together as one item.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& order() const noexcept { return order_; }
  /// Codes that each reference stands for.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& references() const noexcept { return references_; }
  /// Patterns, and walked masks: what is looked for everywhere.
  [[nodiscard]] const Bundle& patterns() const noexcept { return patterns_; }
  /// The other masks and the phrases of guards: what is looked for in sentences where it may matter.
  [[nodiscard]] const Bundle& surroundings() const noexcept { return surroundings_; }
  /// Bytes that regex `number` matches from the beginning of `text` on, longest first; 0 if it does not.
  [[nodiscard]] std::size_t match_regex(std::uint32_t number, std::string_view text) const;

 private:
  class Compiler;
  struct Regexes;

  const Codebook& book_;
  Elements elements_;
  std::vector<CompiledCode> codes_;
  std::vector<Search> searches_;
  std::vector<std::vector<std::uint32_t>> order_;
  std::vector<std::vector<std::uint32_t>> references_;
  Bundle patterns_;
  Bundle surroundings_;
  std::unique_ptr<Regexes> regexes_;
};

}  // namespace topos
