// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/masks.hpp"

#include <algorithm>

namespace topos {

Masks::Masks(const CompiledBook& book, const TypeTable& types)
    : book_(book), types_(types), automaton_(book.masks(), types) {}

void Masks::prepare() {
  automaton_.prepare();
  if (generation_ != types_.generation()) {
    generation_ = types_.generation();
    codes_.clear();
  }
  for (std::size_t one = codes_.size(); one < types_.classes(); ++one) {
    std::uint64_t& codes = codes_.emplace_back(0);
    for (const ElementId element : types_.elements(static_cast<ClassId>(one)))
      for (const std::uint32_t place : book_.masks().first(element))
        codes |= book_.codes()[book_.facts(book_.masks().search_of(place)).code].mask_bit;
  }
}

/// What is asked: whether a mask of `code` overlaps `match`.
struct Masks::Look {
  std::uint32_t code;
  const Match& match;
  const Token* units;
  TokenRange sentence;
  std::vector<Match>* all;
};

bool Masks::touch(std::uint32_t code, const Match& match, const Segmentation& text, std::vector<Match>* all) {
  const CompiledCode& what = book_.codes().data()[code];
  const Look look{code, match, text.units().data(), text.sentences.data()[match.sentence].units, all};
  const ClassId* const class_of = types_.class_of();
  const std::uint64_t* const codes = codes_.data();
  const auto touches = [&](std::uint32_t at) {
    const ClassId one = class_of[look.units[at].type];
    return (codes[one] & what.mask_bit) != 0 && look.units[at].kind == TokenKind::word && follow(look, at, one);
  };
  bool touched = false;
  for (std::uint32_t at = match.units.end; at != match.units.begin;)
    if (touches(--at)) {
      touched = true;
      if (all == nullptr) return true;
    }
  // The last of a mask's words is to reach into the match.
  std::uint64_t words = what.mask_reach - 1;
  for (std::uint32_t at = match.units.begin; at != look.sentence.begin && words != 0;) {
    if (look.units[--at].kind != TokenKind::word) continue;
    --words;
    if (!touches(at)) continue;
    touched = true;
    if (all == nullptr) return true;
  }
  return touched;
}

/// Whether a mask that begins at unit `at` reaches into the match.
bool Masks::follow(const Look& look, std::uint32_t at, ClassId one) {
  bool touched = false;
  BundleAutomaton::State state = automaton_.start(one);
  for (std::uint32_t next = at + 1; state != BundleAutomaton::nothing; ++next) {
    if (next > look.match.units.begin)
      if (const std::span<const std::uint32_t> ended = automaton_.ended(state); !ended.empty())
        touched = reaches(look, at, next, ended) || touched;
    if (next == look.sentence.end || !automaton_.goes_on(state) || (touched && look.all == nullptr)) break;
    state = automaton_.after(state, look.units[next]);
  }
  return touched;
}

/// Whether one of `searches`, which match from `at` to `end`, is a mask of the code.
bool Masks::reaches(const Look& look, std::uint32_t at, std::uint32_t end, std::span<const std::uint32_t> searches) {
  bool touched = false;
  for (const std::uint32_t search : searches) {
    if (book_.facts(search).code != look.code) continue;
    touched = true;
    if (look.all == nullptr) break;
    const auto known = std::find_if(look.all->begin(), look.all->end(),
                                    [&](const Match& mask) { return mask.search == search && mask.units.begin == at; });
    if (known == look.all->end())
      look.all->push_back({search, look.match.sentence, {at, end}});
    else
      known->units.end = end;
  }
  return touched;
}

}  // namespace topos
