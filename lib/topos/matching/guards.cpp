// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/guards.hpp"

#include <algorithm>

namespace topos {
namespace {

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

/// Whether at most `most` words stand strictly between two ranges of one sentence that do not overlap.
bool within_words(TokenRange a, TokenRange b, std::uint32_t most, const std::vector<Token>& units) {
  std::uint32_t words = 0;
  for (std::uint32_t at = std::min(a.end, b.end); at < std::max(a.begin, b.begin); ++at)
    if (units[at].kind == TokenKind::word && ++words > most) return false;
  return true;
}

bool in_scope(const CompiledEntry& entry, const Match& match, const Match& other, const Segmentation& segmentation) {
  switch (entry.scope) {
    case Guard::Scope::words: return match.sentence == other.sentence && within_words(match.units, other.units, entry.distance, segmentation.units());
    case Guard::Scope::sentence: return match.sentence == other.sentence;
    case Guard::Scope::sentences:
      return std::max(match.sentence, other.sentence) - std::min(match.sentence, other.sentence) <= entry.distance;
    case Guard::Scope::paragraph: return segmentation.sentences[match.sentence].region == segmentation.sentences[other.sentence].region;
    case Guard::Scope::document: return true;
  }
  return false;
}

/// Whether one of `all`, which are in text order, makes the entry hold.
bool one_is_near(const CompiledEntry& entry, const Match& match, std::span<const Match> all, const Segmentation& segmentation) {
  const auto is_near = [&](const Match& other) { return !overlap(match.units, other.units) && in_scope(entry, match, other, segmentation); };
  if (entry.scope == Guard::Scope::document || entry.scope == Guard::Scope::paragraph) return std::any_of(all.begin(), all.end(), is_near);
  // Only sentences within reach need a look.
  const std::uint32_t reach = entry.scope == Guard::Scope::sentences ? entry.distance : 0;
  const std::uint32_t first = match.sentence > reach ? match.sentence - reach : 0;
  const auto from = std::lower_bound(all.begin(), all.end(), first, [](const Match& one, std::uint32_t sentence) { return one.sentence < sentence; });
  const auto to = std::upper_bound(from, all.end(), std::uint64_t{match.sentence} + reach, [](std::uint64_t sentence, const Match& one) { return sentence < one.sentence; });
  return std::any_of(from, to, is_near);
}

/// Whether a phrase of the entry stands within a few sentences: only those are searched for it.
bool phrase_is_close(const CompiledEntry& entry, std::uint32_t reach, const Match& match, GuardSource& source) {
  const Segmentation& segmentation = source.segmentation();
  const std::uint32_t first = match.sentence > reach ? match.sentence - reach : 0;
  for (std::uint32_t sentence = first; sentence < segmentation.sentences.size() && sentence <= match.sentence + reach; ++sentence)
    for (const Match& other : source.phrases_in(sentence))
      if (std::binary_search(entry.phrases.begin(), entry.phrases.end(), other.search) && !overlap(match.units, other.units) &&
          in_scope(entry, match, other, segmentation))
        return true;
  return false;
}

bool near_holds(const CompiledEntry& entry, const Match& match, GuardSource& source) {
  constexpr std::uint32_t few = 3;
  for (const CompiledTarget& target : entry.targets)
    if (one_is_near(entry, match, source.hits_of(target), source.segmentation())) return true;
  if (entry.phrases.empty()) return false;
  const bool one_sentence = entry.scope == Guard::Scope::words || entry.scope == Guard::Scope::sentence;
  if (one_sentence) return phrase_is_close(entry, 0, match, source);
  if (entry.scope == Guard::Scope::sentences && entry.distance <= few) return phrase_is_close(entry, entry.distance, match, source);
  return std::any_of(entry.phrases.begin(), entry.phrases.end(),
                     [&](std::uint32_t phrase) { return one_is_near(entry, match, source.phrase_everywhere(phrase), source.segmentation()); });
}

/// Whether the phrase stands directly left (or right) of the match; punctuation and clitics between do not matter.
bool beside(const std::vector<ElementId>& words, const Match& match, bool left, const GuardSource& source) {
  const Segmentation& segmentation = source.segmentation();
  const TokenRange sentence = segmentation.sentences[match.sentence].units;
  std::size_t found = 0;
  std::uint32_t at = left ? match.units.begin : match.units.end;
  while (found < words.size()) {
    if (left ? at == sentence.begin : at == sentence.end) return false;
    const Token& unit = segmentation.units()[left ? --at : at++];
    if (unit.kind != TokenKind::word) continue;
    if (!source.holds(unit.type, words[left ? words.size() - 1 - found : found])) return false;
    ++found;
  }
  return true;
}

}  // namespace

bool guard_holds(const CompiledGuard& guard, const Match& match, GuardSource& source) {
  using Kind = Guard::Kind;
  const bool near = guard.kind == Kind::near || guard.kind == Kind::not_near;
  const bool left = guard.kind == Kind::left || guard.kind == Kind::not_left;
  const bool negative = guard.kind == Kind::not_near || guard.kind == Kind::not_left || guard.kind == Kind::not_right;
  const bool one = std::any_of(guard.entries.begin(), guard.entries.end(), [&](const CompiledEntry& entry) {
    if (near) return near_holds(entry, match, source);
    return std::any_of(entry.targets.begin(), entry.targets.end(),
                       [&](const CompiledTarget& target) { return beside(target.words, match, left, source); });
  });
  return one != negative;
}

}  // namespace topos
