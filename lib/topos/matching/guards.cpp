// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/guards.hpp"

#include <algorithm>

namespace topos {
namespace {

/// Of what is larger, all phrases are listed once: a look at each of them for every match would cost the square of a
/// giant sentence.
constexpr std::uint32_t few_units = 1024;
constexpr std::uint32_t few_sentences = 3;

/// The units in which an occurrence has to lie for `match`. What lies in a sentence begins before its end and ends
/// behind its beginning.
TokenRange scope_of(const CompiledEntry& entry, const Match& match, const Segmentation& segmentation) {
  const std::vector<Sentence>& sentences = segmentation.sentences;
  switch (entry.scope) {
    case Guard::Scope::words:
    case Guard::Scope::sentence:
      break;
    case Guard::Scope::sentences: {
      const std::uint32_t first = match.sentence - std::min(match.sentence, entry.distance);
      const std::size_t last =
          std::min<std::size_t>(std::size_t{match.sentence} + entry.distance, sentences.size() - 1);
      return {sentences[first].units.begin, sentences[last].units.end};
    }
    case Guard::Scope::paragraph: {
      const std::uint32_t region = sentences[match.sentence].region;
      const auto first = std::partition_point(sentences.begin(), sentences.end(),
                                              [&](const Sentence& one) { return one.region < region; });
      const auto behind =
          std::partition_point(first, sentences.end(), [&](const Sentence& one) { return one.region == region; });
      return {first->units.begin, behind[-1].units.end};
    }
    case Guard::Scope::document:
      return {0, static_cast<std::uint32_t>(segmentation.units().size())};
  }
  return sentences[match.sentence].units;
}

/// A near entry and a match that it is asked about.
class Near {
 public:
  Near(const CompiledEntry& entry, const Match& match, GuardSource& source)
      : entry_(entry), match_(match.units), sentence_(match.sentence), source_(source),
        scope_(scope_of(entry, match, source.segmentation())) {}

  [[nodiscard]] bool holds() {
    for (const CompiledTarget& target : entry_.targets)
      if (one_is_near(source_.hits_of(target))) return true;
    if (entry_.phrases.empty()) return false;
    if (const std::uint32_t reach = reach_in_sentences(); reach <= few_sentences && scope_.size() <= few_units)
      return phrase_is_near(reach);
    return std::any_of(entry_.phrases.begin(), entry_.phrases.end(),
                       [&](std::uint32_t phrase) { return one_is_near(source_.phrase_everywhere(phrase)); });
  }

 private:
  /// How many sentences before and behind that of the match lie in the scope, if few do.
  [[nodiscard]] std::uint32_t reach_in_sentences() const {
    if (entry_.scope == Guard::Scope::words || entry_.scope == Guard::Scope::sentence) return 0;
    return entry_.scope == Guard::Scope::sentences ? entry_.distance : NearestPlaces::none;
  }

  /// Whether no more words stand in [begin, end) than the entry allows. Domain: in the sentence of the match if the
  /// scope is words.
  [[nodiscard]] bool close(std::uint32_t begin, std::uint32_t end) const {
    if (entry_.scope != Guard::Scope::words) return true;
    const std::vector<Token>& units = source_.segmentation().units();
    std::uint32_t words = 0;
    for (std::uint32_t at = begin; at < end; ++at)
      if (units[at].kind == TokenKind::word && ++words > entry_.distance) return false;
    return true;
  }

  /// The nearest on either side tells of all that do not overlap the match.
  [[nodiscard]] bool one_is_near(const NearestPlaces& all) const {
    const std::uint32_t right = all.next_begin(match_.end);
    if (right < scope_.end && close(match_.end, right)) return true;
    const std::uint32_t left = all.last_end(match_.begin);
    return left > scope_.begin && close(left, match_.begin);
  }

  /// The same of the entry's phrases; only `reach` sentences around that of the match are searched for them.
  [[nodiscard]] bool phrase_is_near(std::uint32_t reach) {
    const std::size_t sentences = source_.segmentation().sentences.size();
    for (std::uint32_t sentence = sentence_ - std::min(sentence_, reach);
         sentence < sentences && sentence <= sentence_ + reach; ++sentence)
      for (const Match& other : source_.phrases_in(sentence)) {
        const bool right = other.units.begin >= match_.end;
        if ((right || other.units.end <= match_.begin) &&
            std::binary_search(entry_.phrases.begin(), entry_.phrases.end(), other.search) &&
            (right ? close(match_.end, other.units.begin) : close(other.units.end, match_.begin)))
          return true;
      }
    return false;
  }

  const CompiledEntry& entry_;
  TokenRange match_;
  std::uint32_t sentence_;
  GuardSource& source_;
  TokenRange scope_;
};

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
    if (near) return Near(entry, match, source).holds();
    return std::any_of(entry.targets.begin(), entry.targets.end(),
                       [&](const CompiledTarget& target) { return beside(target.words, match, left, source); });
  });
  return one != negative;
}

}  // namespace topos
