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
        codes |= bit(book_.facts(book_.masks().search_of(place)).code);
  }
}

bool Masks::touch(std::uint32_t code, const Match& match, const Segmentation& text, std::vector<Match>* all) {
  const Token* const units = text.units().data();
  const ClassId* const class_of = types_.class_of();
  const std::uint64_t* const codes = codes_.data();
  const std::uint32_t sentence_begin = text.sentences[match.sentence].units.begin;
  std::uint64_t reach = book_.codes()[code].mask_reach;
  bool touched = false;
  for (std::uint32_t at = match.units.end; at-- > sentence_begin;) {
    if (units[at].kind != TokenKind::word) continue;
    if (at < match.units.begin && reach-- == 0) break;
    const ClassId one = class_of[units[at].type];
    if ((codes[one] & bit(code)) == 0 || !follow(code, at, one, match, text, all)) continue;
    touched = true;
    if (all == nullptr) break;
  }
  return touched;
}

/// Whether a mask that begins at unit `at` reaches into the match.
bool Masks::follow(std::uint32_t code, std::uint32_t at, ClassId one, const Match& match, const Segmentation& text,
                   std::vector<Match>* all) {
  const std::vector<Token>& units = text.units();
  const std::uint32_t sentence_end = text.sentences[match.sentence].units.end;
  bool touched = false;
  BundleAutomaton::State state = automaton_.start(one);
  for (std::uint32_t next = at + 1; state != BundleAutomaton::nothing; ++next) {
    if (next > match.units.begin)
      for (const std::uint32_t search : automaton_.ended(state)) {
        if (book_.facts(search).code != code) continue;
        touched = true;
        if (all == nullptr) return true;
        const auto known = std::find_if(all->begin(), all->end(), [&](const Match& mask) {
          return mask.search == search && mask.units.begin == at;
        });
        if (known == all->end())
          all->push_back({search, match.sentence, {at, next}});
        else
          known->units.end = next;
      }
    if (next == sentence_end || !automaton_.goes_on(state)) break;
    state = automaton_.after(state, units[next]);
  }
  return touched;
}

}  // namespace topos
