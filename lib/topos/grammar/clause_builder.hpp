// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/grammar/elements.hpp"
#include "topos/grammar/sentence_grammar.hpp"
#include "topos/grammar/sentence_view.hpp"

namespace topos {

/// A clause that is being read: what it has, and what it still may get.
struct ClauseFrame {
  enum class Kind : std::uint8_t { main, relative, marked, bare, bracket };

  Kind kind = Kind::main;
  bool object_may_come = false;
  bool phrase_between = false;              ///< a phrase came between the verb and what may be its object
  bool expletive = false;                   ///< "there" stands where the subject would
  bool subject_may_follow = false;          ///< "there is", "said"
  std::uint32_t subject = no_index;         ///< chunk
  std::uint32_t pronoun = no_index;         ///< word: a relative pronoun
  std::uint32_t antecedent = no_index;      ///< chunk
  std::uint32_t clause = no_index;          ///< its last finite verb's
  std::uint32_t verb = no_index;            ///< the clause of its last verb of any form, which objects belong to
  std::uint32_t passive = no_index;         ///< clause that may get an agent
  std::uint32_t object_element = no_index;  ///< where that verb's object stands
};

/// Reads the elements of a sentence from left to right and gives each verb its subject, object and agent.
/// Clauses inside clauses are on a stack of limited depth; each element is visited once.
class ClauseBuilder {
 public:
  /// Fills `out.clauses`, one for each verb group.
  void build(const SentenceView& view, const std::vector<Element>& elements, SentenceGrammar& out);

 private:
  using Kind = Element::Kind;

  void read_element(std::uint32_t i);
  void read_noun(std::uint32_t i);
  void read_verb(std::uint32_t i);
  void read_mark(std::uint32_t i);
  void read_relative(std::uint32_t i);
  void read_comma();
  void read_close();

  bool coordinate(std::uint32_t i);
  void read_governed(std::uint32_t i);
  void read_object(std::uint32_t i);
  void read_loose_noun(std::uint32_t i);
  void push_bare_relative(std::uint32_t i, std::uint32_t antecedent);

  void find_subject(std::uint32_t i, Clause& clause);
  [[nodiscard]] std::uint32_t finite_verbs_behind(std::uint32_t i) const noexcept;
  [[nodiscard]] bool is_inverted_speech(std::uint32_t i) const noexcept;
  bool subject_of_waiting_frame(std::uint32_t i, Clause& clause);
  bool subject_of_second_verb(std::uint32_t i, Clause& clause);
  void take_frame_subject(std::uint32_t i, Clause& clause, GrammarRule rule);
  void share_agents();
  void infer_subject(std::uint32_t i, Clause& clause);
  void open_slots(std::uint32_t i);
  bool complete_question(std::uint32_t i, Clause& clause);

  [[nodiscard]] ClauseFrame& top() noexcept { return frames_.back(); }
  void push(ClauseFrame::Kind kind);
  [[nodiscard]] Kind kind_at(std::uint32_t i) const noexcept {
    return i < elements_->size() ? (*elements_)[i].kind : Kind::boundary;
  }
  /// Whether a conjunction stands before element `i`, with a comma at most between them.
  [[nodiscard]] bool is_joined(std::uint32_t i) const noexcept {
    return i > 0 && (kind_at(i - 1) == Kind::conjunction ||
                     (i > 1 && kind_at(i - 1) == Kind::comma && kind_at(i - 2) == Kind::conjunction));
  }
  [[nodiscard]] const Element& at(std::uint32_t i) const noexcept { return (*elements_)[i]; }
  [[nodiscard]] Argument argument(std::uint32_t chunk, GrammarRule rule, Confidence confidence) const noexcept;
  [[nodiscard]] bool head_is(const Clause& clause, GrammarClass one) const noexcept {
    return view_->is(out_->verbs[clause.verb].head, one);
  }
  [[nodiscard]] bool is_group(const Clause& clause, VerbForm form) const noexcept {
    return out_->verbs[clause.verb].form == form;
  }

  const SentenceView* view_ = nullptr;
  const std::vector<Element>* elements_ = nullptr;
  SentenceGrammar* out_ = nullptr;
  std::vector<ClauseFrame> frames_;
};

}  // namespace topos
