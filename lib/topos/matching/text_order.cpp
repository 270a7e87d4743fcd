// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/text_order.hpp"

#include <algorithm>
#include <numeric>

#include "topos/matching/matcher.hpp"

namespace topos {
namespace {

constexpr std::ptrdiff_t few = 16;
/// Of a document with more sentences, scratch space is given back at once; of one with more units, it is not taken.
constexpr std::size_t many = std::size_t{1} << 16;

/// Of few: `key` tells the order, `ranks_before` that of those with the same one.
template <class Key, class Before>
void insertion_sort(Match* from, Match* to, Key&& key, Before&& ranks_before) {
  for (Match* next = from + 1; next < to; ++next) {
    const Match match = *next;
    const std::uint64_t own = key(match);
    Match* at = next;
    for (; at != from; --at) {
      const std::uint64_t other = key(at[-1]);
      if (other < own || (other == own && !ranks_before(match, at[-1]))) break;
      *at = at[-1];
    }
    *at = match;
  }
}

}  // namespace

void TextOrder::sort(const CompiledBook& book, const Segmentation& text, const HitLists& hits,
                     std::vector<Match>& out) {
  const std::vector<Token>& units = text.units();
  const bool by_characters = text.by_characters;
  // Sentences are in text order, and few hits share one. Of many hits, few begin at the same unit.
  const bool by_unit = !by_characters && units.size() <= many && units.size() < 4 * hits.all().size();
  const auto place_of = [by_unit](const Match& match) { return by_unit ? match.units.begin : match.sentence; };
  next_.assign((by_unit ? units.size() : text.sentences.size()) + 1, 0);
  std::uint32_t* const next = next_.data();
  const CompiledCode* const codes = book.codes().data();
  const auto for_each_wanted = [&](auto&& visit) {
    for (const std::uint32_t code : hits.codes())
      if (codes[code].wanted)
        for (const Match& match : hits.of(code)) visit(match);
  };
  for_each_wanted([&](const Match& match) { ++next[place_of(match) + 1]; });
  std::partial_sum(next_.begin(), next_.end(), next_.begin());
  out.resize(next_.back());
  for_each_wanted([&, all = out.data()](const Match& match) { all[next[place_of(match)]++] = match; });
  if (next_.size() > many + 1) std::vector<std::uint32_t>().swap(next_);

  // Tokens are in text order and have bytes of their own; several units of a character language may come from one
  // character.
  const auto key = [&](const Match& match) {
    const auto [begin, end] = by_characters ? span_of(match, units) : ByteSpan{match.units.begin, match.units.end};
    return (std::uint64_t{begin} << 32) | (~std::uint32_t{0} - end);
  };
  const auto ranks_before = [&](const Match& a, const Match& b) {
    return codes[book.facts(a.search).code].rank < codes[book.facts(b.search).code].rank;
  };
  const auto comes_before = [&](const Match& a, const Match& b) {
    return key(a) != key(b) ? key(a) < key(b) : ranks_before(a, b);
  };
  Match* const end = out.data() + out.size();
  for (Match* from = out.data(); from != end;) {
    Match* to = from + 1;
    while (to != end && place_of(*to) == place_of(*from)) ++to;
    if (to - from > few)
      std::sort(from, to, comes_before);
    else
      insertion_sort(from, to, key, ranks_before);
    from = to;
  }
}

}  // namespace topos
