// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/text_order.hpp"

#include <algorithm>

#include "topos/matching/matcher.hpp"

namespace topos {

void TextOrder::sort(const CompiledBook& book, const Segmentation& text, const HitLists& hits, std::vector<Match>& out) {
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

  const std::vector<Token>& units = text.units();
  const auto comes_before = [&](const Match& a, const Match& b) {
    const ByteSpan first = span_of(a, units);
    const ByteSpan second = span_of(b, units);
    if (first.begin != second.begin) return first.begin < second.begin;
    if (first.end != second.end) return first.end > second.end;
    return book.codes()[book.facts(a.search).code].rank < book.codes()[book.facts(b.search).code].rank;
  };
  for (auto from = out.begin(); from != out.end();) {
    const auto to = std::find_if(from + 1, out.end(), [&](const Match& match) { return match.sentence != from->sentence; });
    if (to - from > 1) std::sort(from, to, comes_before);
    from = to;
  }
}

}  // namespace topos
