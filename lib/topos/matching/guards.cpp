// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/guards.hpp"

#include <algorithm>

namespace topos {
namespace {

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

/// Words strictly between two ranges of one sentence that do not overlap.
std::uint32_t words_between(TokenRange a, TokenRange b, const std::vector<Token>& units) {
  std::uint32_t words = 0;
  for (std::uint32_t at = std::min(a.end, b.end); at < std::max(a.begin, b.begin); ++at)
    if (units[at].kind == TokenKind::word) ++words;
  return words;
}

bool in_scope(const CompiledEntry& entry, const Match& match, const Match& other, const GuardContext& context) {
  switch (entry.scope) {
    case Guard::Scope::words:
      return match.sentence == other.sentence && words_between(match.units, other.units, context.units) <= entry.distance;
    case Guard::Scope::sentence: return match.sentence == other.sentence;
    case Guard::Scope::sentences:
      return std::max(match.sentence, other.sentence) - std::min(match.sentence, other.sentence) <= entry.distance;
    case Guard::Scope::paragraph: return context.sentences[match.sentence].region == context.sentences[other.sentence].region;
    case Guard::Scope::document: return true;
  }
  return false;
}

bool near_holds(const CompiledEntry& entry, const Match& match, const GuardContext& context) {
  return std::any_of(entry.targets.begin(), entry.targets.end(), [&](const CompiledTarget& target) {
    const std::span<const Match> all = context.occurrences(target);
    // Only sentences within reach need a look; occurrences are in text order.
    const std::uint32_t reach = entry.scope == Guard::Scope::sentences ? entry.distance : 0;
    auto at = all.begin();
    if (entry.scope != Guard::Scope::document && entry.scope != Guard::Scope::paragraph) {
      const std::uint32_t first = match.sentence > reach ? match.sentence - reach : 0;
      at = std::lower_bound(all.begin(), all.end(), first, [](const Match& one, std::uint32_t sentence) { return one.sentence < sentence; });
      return std::any_of(at, std::upper_bound(at, all.end(), match.sentence + reach, [](std::uint32_t sentence, const Match& one) { return sentence < one.sentence; }),
                         [&](const Match& other) { return !overlap(match.units, other.units) && in_scope(entry, match, other, context); });
    }
    return std::any_of(at, all.end(), [&](const Match& other) { return !overlap(match.units, other.units) && in_scope(entry, match, other, context); });
  });
}

/// Whether the phrase stands directly left (or right) of the match; punctuation and clitics between do not matter.
bool beside(const std::vector<ElementId>& words, const Match& match, bool left, const GuardContext& context) {
  const TokenRange sentence = context.sentences[match.sentence].units;
  std::size_t found = 0;
  std::uint32_t at = left ? match.units.begin : match.units.end;
  while (found < words.size()) {
    if (left ? at == sentence.begin : at == sentence.end) return false;
    const Token& unit = context.units[left ? --at : at++];
    if (unit.kind != TokenKind::word) continue;
    if (!context.holds(unit.type, words[left ? words.size() - 1 - found : found])) return false;
    ++found;
  }
  return true;
}

}  // namespace

bool guard_holds(const CompiledGuard& guard, const Match& match, const GuardContext& context) {
  using Kind = Guard::Kind;
  const bool near = guard.kind == Kind::near || guard.kind == Kind::not_near;
  const bool left = guard.kind == Kind::left || guard.kind == Kind::not_left;
  const bool negative = guard.kind == Kind::not_near || guard.kind == Kind::not_left || guard.kind == Kind::not_right;
  const bool one = std::any_of(guard.entries.begin(), guard.entries.end(), [&](const CompiledEntry& entry) {
    if (near) return near_holds(entry, match, context);
    return std::any_of(entry.targets.begin(), entry.targets.end(),
                       [&](const CompiledTarget& target) { return beside(target.words, match, left, context); });
  });
  return one != negative;
}

}  // namespace topos
