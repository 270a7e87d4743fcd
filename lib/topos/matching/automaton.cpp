// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/automaton.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr std::size_t most_places = 20'000;
constexpr std::size_t most_steps = 1'000'000;

/// A part of a pattern: where it may begin and end, with the gaps that lead in and out, and whether it may be empty.
struct Part {
  bool empty = true;
  std::vector<Step> first;
  std::vector<Step> last;
};

Gap operator+(const Gap& a, const Gap& b) { return {a.present || b.present, a.least + b.least, a.most + b.most}; }

class Builder {
 public:
  Builder(bool case_sensitive, bool by_characters, const Folder& folder, Elements& elements, const AutomatonNames& names)
      : case_sensitive_(case_sensitive), by_characters_(by_characters), folder_(folder), elements_(elements), names_(names) {}

  Automaton build(const Node& root) {
    const Part whole = part(root);
    for (const Step& step : whole.first) automaton_.first.push_back(step.to);
    for (const Step& step : whole.last) {
      Place& place = automaton_.places[step.to];
      place.accepts = true;
      if (step.gap.present && (!place.trailing.present || step.gap.most > place.trailing.most)) place.trailing = step.gap;
    }
    return std::move(automaton_);
  }

 private:
  Part part(const Node& node) {
    switch (node.kind) {
      case Node::Kind::sequence: return sequence(node);
      case Node::Kind::choice: return choice(node);
      case Node::Kind::optional: {
        Part inner = part(node.children.at(0));
        inner.empty = true;
        return inner;
      }
      case Node::Kind::gap: return {};  // handled by `sequence`
      case Node::Kind::word: return word(node.word);
      case Node::Kind::clitic: return place(Place::Kind::clitic, 0, node.where);
      case Node::Kind::punctuation: return place(Place::Kind::punctuation, 0, node.where);
      case Node::Kind::reference: return place(Place::Kind::reference, names_.reference(node.text), node.where);
      case Node::Kind::regex: return place(Place::Kind::regex, names_.regex(node.text), node.where);
      default: return place(Place::Kind::words, elements_.add({}, {*word_class(node.kind)}), node.where);
    }
  }

  static std::optional<WordClass> word_class(Node::Kind kind) {
    switch (kind) {
      case Node::Kind::number: return WordClass::number;
      case Node::Kind::year: return WordClass::year;
      case Node::Kind::capital: return WordClass::capital;
      case Node::Kind::acronym: return WordClass::acronym;
      default: return std::nullopt;
    }
  }

  Part sequence(const Node& node) {
    Part all;
    Gap lead;
    for (const Node& child : node.children) {
      if (child.kind == Node::Kind::gap) {
        const Gap gap{true, child.least, child.most};
        for (Step& step : all.last) step.gap = step.gap + gap;
        if (all.empty) lead = lead + gap;
        continue;
      }
      Part next = part(child);
      for (const Step& from : all.last)
        for (const Step& to : next.first) connect(from.to, {to.to, from.gap + to.gap}, child.where);
      if (all.empty)
        for (const Step& to : next.first) all.first.push_back({to.to, lead + to.gap});
      if (!next.empty) {
        all.last = std::move(next.last);
        lead = {};
      } else {
        all.last.insert(all.last.end(), next.last.begin(), next.last.end());
      }
      all.empty = all.empty && next.empty;
    }
    return all;
  }

  Part choice(const Node& node) {
    if (const auto merged = merged_words(node)) return place(Place::Kind::words, *merged, node.where);
    Part all;
    all.empty = false;
    for (const Node& child : node.children) {
      Part one = part(child);
      all.empty = all.empty || one.empty;
      std::move(one.first.begin(), one.first.end(), std::back_inserter(all.first));
      std::move(one.last.begin(), one.last.end(), std::back_inserter(all.last));
    }
    return all;
  }

  /// Alternatives that are single words or classes become one element set: one place instead of many.
  std::optional<ElementId> merged_words(const Node& node) {
    if (by_characters_) return std::nullopt;
    std::vector<FoldedWord> words;
    std::vector<WordClass> classes;
    for (const Node& child : node.children) {
      const Node* only = &child;
      while ((only->kind == Node::Kind::sequence || only->kind == Node::Kind::choice) && only->children.size() == 1) only = &only->children[0];
      if (only->kind == Node::Kind::word)
        words.push_back(fold_word(only->word, case_sensitive_, folder_));
      else if (const auto one = word_class(only->kind))
        classes.push_back(*one);
      else
        return std::nullopt;
    }
    return elements_.add(words, classes);
  }

  Part word(const Word& word) {
    if (!by_characters_) return place(Place::Kind::words, only(fold_word(word, case_sensitive_, folder_)), word.where);
    // A literal of a character language is a run of places, one a code point; `*` at its ends adds nothing to a substring.
    Part run;
    for (const Word::Piece& piece : fold_word(word, false, folder_).pieces) {
      if (piece.kind == Word::Piece::Kind::any_run) continue;
      if (piece.kind == Word::Piece::Kind::any_one) {
        append(run, place(Place::Kind::words, elements_.add({}, {WordClass::any}), word.where), word.where);
        continue;
      }
      for (std::size_t at = 0; at < piece.text.size();) {
        std::size_t end = at + 1;
        while (end < piece.text.size() && (static_cast<unsigned char>(piece.text[end]) & 0xC0) == 0x80) ++end;
        append(run, place(Place::Kind::words, only({{{Word::Piece::Kind::text, piece.text.substr(at, end - at)}}, false}), word.where), word.where);
        at = end;
      }
    }
    return run;
  }

  /// The element set of one word.
  ElementId only(FoldedWord&& word) {
    one_word_.clear();
    one_word_.push_back(std::move(word));
    return elements_.add(one_word_, {});
  }

  void append(Part& run, Part&& next, const Location& where) {
    for (const Step& from : run.last)
      for (const Step& to : next.first) connect(from.to, {to.to, {}}, where);
    if (run.empty) run.first = next.first;
    run.last = std::move(next.last);
    run.empty = false;
  }

  Part place(Place::Kind kind, std::uint32_t value, const Location& where) {
    if (automaton_.places.size() == most_places) throw Error(Errc::pattern, "the pattern is too big", where, "split it into several patterns");
    const auto number = static_cast<std::uint32_t>(automaton_.places.size());
    Place& made = automaton_.places.emplace_back();
    made.kind = kind;
    made.value = value;
    return {false, {{number, {}}}, {{number, {}}}};
  }

  void connect(std::uint32_t from, const Step& step, const Location& where) {
    if (++steps_ > most_steps) throw Error(Errc::pattern, "the pattern is too big", where, "split it into several patterns");
    automaton_.places[from].next.push_back(step);
  }

  bool case_sensitive_;
  bool by_characters_;
  const Folder& folder_;
  Elements& elements_;
  const AutomatonNames& names_;
  Automaton automaton_;
  std::size_t steps_ = 0;
  std::vector<FoldedWord> one_word_;
};

}  // namespace

Automaton build_automaton(const Node& root, bool case_sensitive, bool by_characters, const Folder& folder, Elements& elements,
                          const AutomatonNames& names) {
  return Builder(case_sensitive, by_characters, folder, elements, names).build(root);
}

}  // namespace topos
