// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/automaton.hpp"

#include <optional>
#include <string>
#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr std::size_t most_places = 20'000;
constexpr std::size_t most_steps = 1'000'000;

constexpr std::uint32_t none = ~std::uint32_t{0};

/// Steps in a chain, which a list of them costs no allocation to become part of.
struct Chain {
  std::uint32_t head = none;
  std::uint32_t tail = none;
};

/// A part of a pattern: where it may begin and end, with the gaps that lead in and out, and whether it may be empty.
struct Part {
  bool empty = true;
  Chain first;
  Chain last;
};

Gap operator+(const Gap& a, const Gap& b) { return {a.present || b.present, a.least + b.least, a.most + b.most}; }

}  // namespace

struct AutomatonBuilder::Impl {
  Impl(bool characters, const Folder& folds, Elements& sets, const AutomatonNames& numbers)
      : by_characters_(characters), folder_(folds), elements_(sets), names_(numbers) {}

  Automaton build(const Node& root, bool case_sensitive) {
    case_sensitive_ = case_sensitive;
    return finish(part(root));
  }

  Automaton build(const std::vector<Word>& words) {
    case_sensitive_ = false;
    Part whole;
    for (const Word& one : words)
      if (const Part next = word(one); !next.empty) append(whole, next, one.where);
    return finish(whole);
  }

 private:
  Part part(const Node& node) {
    switch (node.kind) {
      case Node::Kind::sequence:
        return sequence(node);
      case Node::Kind::choice:
        return choice(node);
      case Node::Kind::optional: {
        Part inner = part(node.children.at(0));
        inner.empty = true;
        return inner;
      }
      case Node::Kind::gap:
        return {};  // handled by `sequence`
      case Node::Kind::word:
        return word(node.word);
      case Node::Kind::clitic:
        return place(Place::Kind::clitic, 0, node.where);
      case Node::Kind::punctuation:
        return place(Place::Kind::punctuation, 0, node.where);
      case Node::Kind::reference:
        return place(Place::Kind::reference, names_.reference(node.text), node.where);
      case Node::Kind::regex:
        return place(Place::Kind::regex, names_.regex(node.text), node.where);
      default:
        return place(Place::Kind::words, elements_.add({}, {*word_class(node.kind)}), node.where);
    }
  }

  static std::optional<WordClass> word_class(Node::Kind kind) {
    switch (kind) {
      case Node::Kind::number:
        return WordClass::number;
      case Node::Kind::year:
        return WordClass::year;
      case Node::Kind::capital:
        return WordClass::capital;
      case Node::Kind::acronym:
        return WordClass::acronym;
      default:
        return std::nullopt;
    }
  }

  Part sequence(const Node& node) {
    Part all;
    Gap lead;
    for (const Node& child : node.children) {
      if (child.kind == Node::Kind::gap) {
        const Gap gap{true, child.least, child.most};
        add_gap(all.last, gap);
        if (all.empty) lead = lead + gap;
        continue;
      }
      const Part next = part(child);
      connect(all.last, next.first, child.where);
      if (all.empty) {
        add_gap(next.first, lead);
        join(all.first, next.first);
      }
      if (!next.empty) {
        all.last = next.last;
        lead = {};
      } else {
        join(all.last, next.last);
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
      const Part one = part(child);
      all.empty = all.empty || one.empty;
      join(all.first, one.first);
      join(all.last, one.last);
    }
    return all;
  }

  /// Alternatives that are single words or classes become one element set: one place instead of many.
  std::optional<ElementId> merged_words(const Node& node) {
    if (by_characters_) return std::nullopt;
    words_.clear();
    std::vector<WordClass> classes;
    for (const Node& child : node.children) {
      const Node* only = &child;
      while ((only->kind == Node::Kind::sequence || only->kind == Node::Kind::choice) && only->children.size() == 1)
        only = &only->children[0];
      if (only->kind == Node::Kind::word)
        words_.push_back(fold_word(only->word, case_sensitive_, folder_));
      else if (const auto one = word_class(only->kind))
        classes.push_back(*one);
      else
        return std::nullopt;
    }
    return elements_.add(words_, classes);
  }

  Part word(const Word& word) {
    if (!by_characters_) return place(Place::Kind::words, only(fold_word(word, case_sensitive_, folder_)), word.where);
    // A literal of a character language is a run of places, one a code point; `*` at its ends adds nothing to a
    // substring.
    Part run;
    const std::string text = fold_word(word, false, folder_).text;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
      end = at + 1;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
      if (text[at] == Word::any_run) continue;
      const bool any = text[at] == Word::any_one;
      const ElementId element = any ? elements_.add({}, {WordClass::any}) : only({text.substr(at, end - at), false});
      append(run, place(Place::Kind::words, element, word.where), word.where);
    }
    return run;
  }

  /// The element set of one word.
  ElementId only(FoldedWord&& word) {
    words_.clear();
    words_.push_back(std::move(word));
    return elements_.add(words_, {});
  }

  void append(Part& run, const Part& next, const Spot& where) {
    connect(run.last, next.first, where);
    if (run.empty) run.first = next.first;
    run.last = next.last;
    run.empty = false;
  }

  Part place(Place::Kind kind, std::uint32_t value, const Spot& where) {
    if (places_.size() == most_places) fail(where);
    const auto number = static_cast<std::uint32_t>(places_.size());
    Place& made = places_.emplace_back();
    made.kind = kind;
    made.value = value;
    return {false, chain_of(number), chain_of(number)};
  }

  Chain chain_of(std::uint32_t place) {
    const auto link = static_cast<std::uint32_t>(links_.size());
    links_.push_back({{place, {}}, none});
    return {link, link};
  }
  void add_gap(const Chain& chain, const Gap& gap) {
    for (std::uint32_t at = chain.head; at != none; at = links_[at].next)
      links_[at].step.gap = links_[at].step.gap + gap;
  }
  /// Hangs `more` on a chain. Neither is used apart afterwards.
  void join(Chain& chain, const Chain& more) {
    if (more.head == none) return;
    if (chain.head == none)
      chain.head = more.head;
    else
      links_[chain.tail].next = more.head;
    chain.tail = more.tail;
  }
  void connect(const Chain& from, const Chain& to, const Spot& where) {
    for (std::uint32_t a = from.head; a != none; a = links_[a].next)
      for (std::uint32_t b = to.head; b != none; b = links_[b].next) {
        if (edges_.size() == most_steps) fail(where);
        edges_.push_back({links_[a].step.to, {links_[b].step.to, links_[a].step.gap + links_[b].step.gap}});
      }
  }

  [[noreturn]] void fail(const Spot& where) {
    clear();
    throw Error(Errc::pattern, "the pattern is too big", {{}, where.line, where.column},
                "split it into several patterns");
  }

  void clear() {
    places_.clear();
    links_.clear();
    edges_.clear();
  }

  Automaton finish(const Part& whole) {
    Automaton made;
    for (std::uint32_t at = whole.first.head; at != none; at = links_[at].next)
      made.first.push_back(links_[at].step.to);
    for (std::uint32_t at = whole.last.head; at != none; at = links_[at].next) {
      const Step& step = links_[at].step;
      Place& place = places_[step.to];
      place.accepts = true;
      if (step.gap.present && (!place.trailing.present || step.gap.most > place.trailing.most))
        place.trailing = step.gap;
    }
    // The steps of a place stand together, in the order in which they were made.
    for (const Edge& edge : edges_) ++places_[edge.from].next_end;
    std::uint32_t begin = 0;
    for (Place& place : places_) {
      place.next = begin;
      begin += std::exchange(place.next_end, begin);
    }
    made.steps.resize(edges_.size());
    for (const Edge& edge : edges_) made.steps[places_[edge.from].next_end++] = edge.step;
    made.places.assign(places_.begin(), places_.end());
    clear();
    return made;
  }

  struct Link {
    Step step;
    std::uint32_t next;
  };
  struct Edge {
    std::uint32_t from;
    Step step;
  };

  bool case_sensitive_ = false;
  bool by_characters_;
  const Folder& folder_;
  Elements& elements_;
  const AutomatonNames& names_;
  std::vector<Place> places_;  ///< of the pattern at hand, as are the next two
  std::vector<Link> links_;
  std::vector<Edge> edges_;
  std::vector<FoldedWord> words_;
};

AutomatonBuilder::AutomatonBuilder(bool by_characters, const Folder& folder, Elements& elements,
                                   const AutomatonNames& names)
    : impl_(std::make_unique<Impl>(by_characters, folder, elements, names)) {}
AutomatonBuilder::~AutomatonBuilder() = default;

Automaton AutomatonBuilder::pattern(const Node& root, bool case_sensitive) {
  return impl_->build(root, case_sensitive);
}
Automaton AutomatonBuilder::phrase(const std::vector<Word>& words) { return impl_->build(words); }

}  // namespace topos
