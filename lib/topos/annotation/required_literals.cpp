// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/required_literals.hpp"

#include <algorithm>
#include <utility>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

using Phrases = std::vector<RequiredPhrase>;
constexpr std::size_t most_phrases = 8;
/// Larger patterns may fail to compile, which documents that are not looked at would hide.
constexpr std::size_t most_nodes = 900;

bool is_folded_run_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The runs of letters and digits of an ASCII text in lower case.
std::vector<std::string> runs_of(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (const char c : text) {
    const char lower = ascii_lower(c);
    if (!is_folded_run_byte(lower)) {
      inside = false;
      continue;
    }
    if (!std::exchange(inside, true)) runs.emplace_back();
    runs.back() += lower;
  }
  return runs;
}

std::size_t letters(const RequiredPhrase& phrase) {
  std::size_t sum = 0;
  for (const std::string& word : phrase.words) sum += word.size();
  return sum;
}

/// How much a text must have of one of the phrases at least.
std::size_t worth(const Phrases& phrases) {
  std::size_t least = phrases.empty() ? 0 : ~std::size_t{0};
  for (const RequiredPhrase& phrase : phrases) least = std::min(least, letters(phrase));
  return least;
}

/// What one word requires, by itself. Nothing: no words.
RequiredPhrase of_word(const Word& word) {
  RequiredPhrase phrase;
  const std::string_view text = word.text;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return Word::is_wildcard(c) || is_ascii({&c, 1}); }))
    return phrase;
  const std::size_t wild = std::min(
      text.size(), static_cast<std::size_t>(std::find_if(text.begin(), text.end(), Word::is_wildcard) - text.begin()));
  if (wild > 0 && wild + 1 >= text.size()) {
    phrase.words = runs_of(text.substr(0, wild));
    phrase.open_end = wild < text.size();
    return phrase;
  }
  phrase.open_begin = phrase.open_end = true;
  for_each_piece(text, [&](std::string_view piece) {
    for (std::string& run : runs_of(piece))
      if (phrase.words.empty() || run.size() > phrase.words.front().size()) phrase.words = {std::move(run)};
  });
  return phrase;
}

Phrases of_node(const Node& node);

/// The best of what the parts of a sequence require; neighbouring words are one phrase.
Phrases of_sequence(const std::vector<Node>& children) {
  Phrases best;
  RequiredPhrase run;
  const auto offer = [&](Phrases phrases) {
    if (worth(phrases) > worth(best)) best = std::move(phrases);
  };
  const auto flush = [&] {
    if (!run.words.empty()) offer({std::exchange(run, {})});
  };
  for (const Node& child : children) {
    if (child.kind != Node::Kind::word) {
      flush();
      offer(of_node(child));
      continue;
    }
    RequiredPhrase word = of_word(child.word);
    if (word.open_begin || word.words.empty()) flush();
    if (word.open_begin) {
      offer({word});
      continue;
    }
    run.words.insert(run.words.end(), word.words.begin(), word.words.end());
    run.open_end = word.open_end;
    // What the wildcard stands for may hold more runs: the next word need not follow.
    if (run.open_end) flush();
  }
  flush();
  return best;
}

Phrases of_choice(const std::vector<Node>& children) {
  Phrases all;
  for (const Node& child : children) {
    Phrases one = of_node(child);
    if (one.empty()) return {};
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

Phrases of_node(const Node& node) {
  switch (node.kind) {
    case Node::Kind::word: {
      RequiredPhrase phrase = of_word(node.word);
      return phrase.words.empty() ? Phrases() : Phrases{std::move(phrase)};
    }
    case Node::Kind::sequence:
      return of_sequence(node.children);
    case Node::Kind::choice:
      return of_choice(node.children);
    default:
      return {};
  }
}

}  // namespace

std::optional<std::vector<RequiredPhrase>> required_literals(const std::vector<const Codebook*>& books,
                                                             const CodeSelection& selection) {
  Phrases all;
  for (const Codebook* book : books)
    for (const Code& code : book->codes) {
      if (code.borrowed || !selection.selects(code.id)) continue;
      for (const auto& [language, own] : code.languages)
        for (const Pattern& pattern : own.patterns) {
          Phrases phrases = node_count(pattern.root) > most_nodes ? Phrases() : of_node(pattern.root);
          if (worth(phrases) < 2 || all.size() + phrases.size() > most_phrases) return std::nullopt;
          all.insert(all.end(), phrases.begin(), phrases.end());
        }
    }
  if (all.empty()) return std::nullopt;
  return all;
}

}  // namespace topos
