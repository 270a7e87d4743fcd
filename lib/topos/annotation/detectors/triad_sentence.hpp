// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/triads.hpp"

namespace topos {

/// An actor at one end of a triad.
struct TriadEnd {
  const Hit* actor = nullptr;
  TriadRole role = TriadRole::none;
};
using TriadEnds = std::vector<TriadEnd>;

/// A verb or noun of action with its ends, before they are paired.
struct TriadEvent {
  TriadEnds sources;
  TriadEnds targets;
  const Hit* action = nullptr;
  WordRange verb;
  TriadRule rule = TriadRule::alone;
  Confidence confidence = Confidence::low;
  bool symmetric = false;
  bool negated = false;
  bool agent_deleted = false;
  std::string_view modality = "none";
};

/// The actors and actions of one sentence by its grammar's words. Reused from sentence to sentence.
class TriadSentence {
 public:
  /// `hits`: those of the sentence; `actors`, parallel, says which are actors.
  void begin(DocumentGrammar& grammar, const SentenceGrammar& sentence, const Segmentation& segmentation,
             const std::vector<const Hit*>& hits, const std::vector<bool>& actors);

  [[nodiscard]] const SentenceGrammar& grammar() const noexcept { return *sentence_; }
  [[nodiscard]] Tag tag(std::uint32_t word) const noexcept {
    return word < sentence_->words.size() ? sentence_->words[word].tag : Tag::punc;
  }
  [[nodiscard]] std::string_view folded(std::uint32_t word) const {
    return word < sentence_->words.size() ? texts_->folded(*sentence_, word) : std::string_view();
  }
  [[nodiscard]] ByteSpan span_of(WordRange words) const { return texts_->span_of(*sentence_, words); }
  [[nodiscard]] bool has_actors() const noexcept { return !actors_.empty(); }

  /// Whether the hit of an actor covers a word.
  [[nodiscard]] bool is_actor(std::uint32_t word) const;
  /// The longest hit of an action that covers a word; null if none does.
  [[nodiscard]] const Hit* action_at(std::uint32_t word) const;
  /// The actors that a noun chunk stands for: those that are its head, else its possessor, else before its head, else
  /// behind "of".
  [[nodiscard]] TriadEnds ends_of(std::uint32_t chunk) const;
  /// The longest hit of an action that covers the head of a chunk, else that of a word before its head: "competitive
  /// dynamics".
  [[nodiscard]] const Hit* action_of(std::uint32_t chunk) const;
  /// Those of the chunk and of all that are joined with it by and or a comma; where there are none, those of its
  /// examples: "organizations such as ASEAN".
  [[nodiscard]] TriadEnds ends_of_list(std::uint32_t chunk) const;
  /// The actors before the head of a chunk, or only those that possess it.
  [[nodiscard]] TriadEnds modifiers_of(std::uint32_t chunk) const;
  [[nodiscard]] TriadEnds possessors_of(std::uint32_t chunk) const;
  /// The word that governs a chunk, folded; empty if none does.
  [[nodiscard]] std::string_view preposition_of(std::uint32_t chunk) const;

  /// A chunk that stands in a list behind its first.
  struct Joined {
    std::uint32_t chunk;
    std::uint32_t bracketed;  ///< the chunk before the bracket that parts it from its list; no_index without one
  };
  static constexpr std::uint32_t longest_list = 24;  ///< chunks
  /// Those that may be of the list that begins with a chunk: fewer than longest_list, however many the sentence has.
  [[nodiscard]] std::span<const Joined> joined_behind(std::uint32_t first) const;

 private:
  struct Mention {
    const Hit* hit;
    WordRange words;
  };
  struct Mentions {
    std::vector<Mention> all;   ///< by their first word
    std::uint32_t longest = 0;  ///< words
    void clear() { all.clear(), longest = 0; }
    [[nodiscard]] bool empty() const noexcept { return all.empty(); }
    void add(const Hit* hit, WordRange words);
    /// Calls `take` for each that shares a word with `range`.
    template <class Take>
    void each_in(WordRange range, const Take& take) const;
  };

  [[nodiscard]] WordRange words_of(ByteSpan span) const;
  void add_ends(WordRange words, TriadRole role, TriadEnds& out) const;
  [[nodiscard]] TriadEnds ends_or_examples_of(std::uint32_t chunk) const;
  [[nodiscard]] std::uint32_t example_of(std::uint32_t chunk) const;
  [[nodiscard]] std::uint32_t joined_before_bracket(std::uint32_t chunk) const;
  [[nodiscard]] bool is_of_list(const Joined& joined, std::uint32_t first, std::uint32_t chunk) const;

  DocumentGrammar* texts_ = nullptr;
  const SentenceGrammar* sentence_ = nullptr;
  const Segmentation* segmentation_ = nullptr;
  Mentions actors_;
  Mentions actions_;
  std::vector<Joined> joined_;  ///< in text order
};

/// Adds what is not there yet, up to sixteen.
void add_ends(const TriadEnds& more, TriadEnds& ends);
/// Removes the ends whose code is that of one of `others`.
void drop_ends(const TriadEnds& others, TriadEnds& ends);

}  // namespace topos
