// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/text_order.hpp"

#include <algorithm>

#include "topos/matching/matcher.hpp"

namespace topos {
namespace {

constexpr std::ptrdiff_t few = 16;
/// Of a document with more, scratch space is given back at once.
constexpr std::size_t many_sentences = std::size_t{1} << 16;

template <class Iterator, class Before>
void insertion_sort(Iterator from, Iterator to, Before&& before) {
  for (Iterator next = from + 1; next < to; ++next) {
    const Match match = *next;
    Iterator at = next;
    for (; at != from && before(match, *(at - 1)); --at) *at = *(at - 1);
    *at = match;
  }
}

}  // namespace

void TextOrder::sort(const CompiledBook& book, const Segmentation& text, const HitLists& hits,
                     std::vector<Match>& out) {
  // Sentences are in text order, and few hits share one.
  next_.assign(text.sentences.size() + 1, 0);
  const auto for_each_wanted = [&](auto&& visit) {
    for (const std::uint32_t code : hits.codes())
      if (book.codes()[code].wanted)
        for (const Match& match : hits.of(code)) visit(match);
  };
  for_each_wanted([&](const Match& match) { ++next_[match.sentence + 1]; });
  for (std::size_t i = 1; i < next_.size(); ++i) next_[i] += next_[i - 1];
  out.resize(next_.back());
  for_each_wanted([&](const Match& match) { out[next_[match.sentence]++] = match; });
  if (next_.size() > many_sentences) std::vector<std::uint32_t>().swap(next_);

  // Tokens are in text order and have bytes of their own; several units of a character language may come from one
  // character.
  const std::vector<Token>& units = text.units();
  const auto key = [&](const Match& match) {
    const auto [begin, end] = text.by_characters ? span_of(match, units) : ByteSpan{match.units.begin, match.units.end};
    return (std::uint64_t{begin} << 32) | (~std::uint32_t{0} - end);
  };
  const auto comes_before = [&](const Match& a, const Match& b) {
    const std::uint64_t first = key(a);
    const std::uint64_t second = key(b);
    if (first != second) return first < second;
    return book.codes()[book.facts(a.search).code].rank < book.codes()[book.facts(b.search).code].rank;
  };
  for (auto from = out.begin(); from != out.end();) {
    auto to = from + 1;
    while (to != out.end() && to->sentence == from->sentence) ++to;
    if (to - from > few)
      std::sort(from, to, comes_before);
    else
      insertion_sort(from, to, comes_before);
    from = to;
  }
}

}  // namespace topos
