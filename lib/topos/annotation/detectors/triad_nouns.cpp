// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "topos/annotation/detectors/triad_nouns.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 8> to_whom{"with", "to", "toward", "towards", "against", "on", "upon", "over"};
constexpr std::uint32_t reach = 4;  ///< chunks behind a noun in which its phrases begin

bool is_presence(std::string_view noun) {
  return noun == "presence" || noun == "footprint" || noun == "influence" || noun == "foothold" ||
         noun == "investment" || noun == "investments";
}

/// Reads the nouns of action of one sentence.
class NounReader {
 public:
  NounReader(const TriadSentence& sentence, const TriadAntecedent& antecedent, std::vector<TriadEvent>& out)
      : sentence_(sentence), grammar_(sentence.grammar()), antecedent_(antecedent), out_(out) {}

  void read() {
    bool begun = false;  // what verbs say is looked at where a noun asks
    for (std::uint32_t chunk = 0; chunk < grammar_.chunks.size(); ++chunk) {
      const Hit* action = sentence_.action_of(chunk);
      if (action == nullptr) continue;
      if (!std::exchange(begun, true))
        for (const TriadEvent& one : out_) remember(one);
      // "position Norland as a bridge": of an action that holds a name, the name is no noun of action.
      if (!is_said(action) && !sentence_.is_actor(grammar_.chunks[chunk].head)) read_noun(chunk, *action);
    }
  }

 private:
  void remember(const TriadEvent& event) {
    if (!event.sources.empty() && !event.targets.empty()) said_.insert(event.action);
    if (event.action == nullptr) return;
    for (const TriadEnd& end : event.targets) acted_on_.insert(end.actor->code());
  }

  void push(TriadEvent&& event) {
    remember(event);
    out_.push_back(std::move(event));
  }

  /// Whether a verb has both ends of the same action.
  [[nodiscard]] bool is_said(const Hit* action) const { return said_.contains(action); }

  /// Without those that a verb of action has as its targets: "imposed sanctions on Cuba".
  const TriadEnds& drop_said(TriadEnds& ends) const {
    std::erase_if(ends, [&](const TriadEnd& one) { return acted_on_.contains(one.actor->code()); });
    return ends;
  }

  void read_noun(std::uint32_t chunk, const Hit& action) {
    const NounChunk& noun = grammar_.chunks[chunk];
    TriadEvent event;
    event.action = &action;
    event.verb = {noun.head, noun.head + 1};
    event.negated = action.negated == Flag::yes;
    event.confidence = Confidence::high;
    TriadEnds owners = sentence_.possessors_of(chunk);
    const bool possessed = !owners.empty();
    if (owners.empty()) owners = sentence_.modifiers_of(chunk);
    const std::uint32_t of =
        chunk + 1 < grammar_.chunks.size() && grammar_.chunks[chunk + 1].of == chunk ? chunk + 1 : no_index;
    const TriadEnds of_ends = of == no_index ? TriadEnds() : sentence_.ends_of_list(of);
    if (owners.size() > 1 && !possessed && is_reciprocal(&action))
      return add_together(std::move(owners), TriadRule::chain, event);
    if (owners.empty() && noun.coordinated != no_index) owners = sentence_.possessors_of(noun.coordinated);
    if (owners.empty()) owners = givers_behind(chunk);
    const std::uint32_t phrase = phrase_behind(chunk);
    const std::string_view preposition = phrase == no_index ? std::string_view() : sentence_.preposition_of(phrase);
    if (preposition == "between" || preposition == "among")
      return add_between(chunk, sentence_.ends_of_list(phrase), event);
    const bool own_actors = !owners.empty();
    if (owners.empty() && !of_ends.empty()) owners = of_ends;
    if (owners.empty() && noun.possessor != no_index && sentence_.folded(noun.possessor) == "its") {
      owners = antecedent_.ends;
      for (TriadEnd& end : owners) end.role = TriadRole::pronoun;
      event.confidence = Confidence::low;
    }
    TriadEnds others = phrase == no_index ? TriadEnds() : sentence_.ends_of_list(phrase);
    for (TriadEnd& end : others) end.role = TriadRole::phrase;
    if (others.empty() && own_actors) others = of_ends;
    drop_ends(owners, others);
    if (!owners.empty() && !others.empty()) {
      event.sources = std::move(owners);
      event.targets = std::move(others);
      event.rule = TriadRule::possessor;
      push(std::move(event));
    } else if (owners.empty() && is_or_below(action.code(), "action.coerce") && !drop_said(others).empty()) {
      // "the embargo against Cuba"
      event.targets = std::move(others);
      event.rule = TriadRule::event;
      event.agent_deleted = true;
      push(std::move(event));
    } else if (possessed && (is_or_below(action.code(), "action.appeal") || is_or_below(action.code(), "action.say"))) {
      // "Norland's call for reform"
      event.sources = std::move(owners);
      event.rule = TriadRule::alone;
      push(std::move(event));
    } else if (!own_actors && of_ends.size() > 1 && is_reciprocal(&action)) {
      add_together(of_ends, TriadRule::chain, event);
    } else if (!own_actors && !of_ends.empty() && is_or_below(action.code(), "action.coerce")) {
      event.targets = sentence_.ends_of(of);
      event.rule = TriadRule::event;
      event.agent_deleted = true;
      push(std::move(event));
    }
  }

  /// "a balancing act between China and Russia" has a source, "cooperation between China and Russia" has none.
  void add_between(std::uint32_t chunk, TriadEnds ends, TriadEvent& event) {
    if (!is_or_below(event.action->code(), "action.balance"))
      return add_together(std::move(ends), TriadRule::between, event);
    event.sources = sentence_.possessors_of(chunk);
    if (event.sources.empty()) {
      event.sources = antecedent_.ends;
      for (TriadEnd& end : event.sources) end.role = TriadRole::pronoun;
      event.confidence = Confidence::low;
    }
    drop_ends(event.sources, ends);
    if (event.sources.empty() || ends.empty()) return;
    event.targets = std::move(ends);
    event.rule = TriadRule::between;
    push(std::move(event));
  }

  void add_together(TriadEnds ends, TriadRule rule, TriadEvent& event) {
    if (ends.size() < 2) return;
    event.sources = std::move(ends);
    event.rule = rule;
    event.symmetric = true;
    push(std::move(event));
  }

  /// "exports from Norland".
  [[nodiscard]] TriadEnds givers_behind(std::uint32_t chunk) const {
    const bool from = chunk + 1 < grammar_.chunks.size() && sentence_.preposition_of(chunk + 1) == "from" &&
                      grammar_.chunks[chunk + 1].preposition == grammar_.chunks[chunk].words.end;
    return from ? sentence_.ends_of_list(chunk + 1) : TriadEnds();
  }

  /// The first chunk behind the noun and what belongs to it by "of" that a preposition of ours governs, with nothing
  /// between that parts.
  [[nodiscard]] std::uint32_t phrase_behind(std::uint32_t chunk) const {
    std::uint32_t behind = grammar_.chunks[chunk].words.end;
    const std::uint32_t end = std::min(static_cast<std::uint32_t>(grammar_.chunks.size()), chunk + 1 + reach);
    for (std::uint32_t next = chunk + 1; next < end; ++next) {
      const NounChunk& noun = grammar_.chunks[next];
      for (std::uint32_t word = behind; word < noun.words.begin; ++word)
        if (sentence_.tag(word) == Tag::punc || is_verb(sentence_.tag(word))) return no_index;
      const std::string_view preposition = sentence_.preposition_of(next);
      const bool place =
          preposition == "in" && next == chunk + 1 && is_presence(sentence_.folded(grammar_.chunks[chunk].head));
      if (place || preposition == "between" || preposition == "among" ||
          std::find(to_whom.begin(), to_whom.end(), preposition) != to_whom.end())
        return next;
      if (preposition.empty() && noun.coordinated == no_index) return no_index;
      behind = noun.words.end;
    }
    return no_index;
  }

  const TriadSentence& sentence_;
  const SentenceGrammar& grammar_;
  const TriadAntecedent& antecedent_;
  std::vector<TriadEvent>& out_;
  std::set<const Hit*> said_;            ///< actions that have both ends
  std::set<std::string_view> acted_on_;  ///< codes of the targets of actions
};

}  // namespace

void read_triad_nouns(const TriadSentence& sentence, const TriadAntecedent& antecedent, std::vector<TriadEvent>& out) {
  NounReader(sentence, antecedent, out).read();
}

}  // namespace topos
