// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/span_matching.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/statistics/random.hpp"

using namespace topos;

namespace {

bool fits(const CodedSpan& a, const CodedSpan& b, SpanRule rule) {
  if (rule.exact) return a.begin == b.begin && a.end == b.end;
  const double shared = std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return shared > 0 && shared >= rule.share * (a.end - a.begin + b.end - b.begin - shared);
}

/// The most pairs, by trying all.
std::size_t most(const std::vector<CodedSpan>& first, const std::vector<CodedSpan>& second, SpanRule rule,
                 std::size_t at, std::uint32_t taken) {
  if (at == first.size()) return 0;
  std::size_t best = most(first, second, rule, at + 1, taken);
  for (std::size_t i = 0; i < second.size(); ++i)
    if ((taken >> i & 1) == 0 && fits(first[at], second[i], rule))
      best = std::max(best, 1 + most(first, second, rule, at + 1, taken | 1u << i));
  return best;
}

std::vector<CodedSpan> drawn(Random& random) {
  std::vector<CodedSpan> spans(random.below(7));
  for (CodedSpan& span : spans) {
    span.begin = random.below(20);
    span.end = span.begin + 1 + random.below(8);
  }
  return spans;
}

}  // namespace

TEST_CASE("as many spans are matched as trying all pairs gives") {
  for (std::uint32_t round = 0; round < 300; ++round) {
    Random random(7, 0, round);
    const std::vector<CodedSpan> first = drawn(random);
    const std::vector<CodedSpan> second = drawn(random);
    for (const SpanRule rule : {SpanRule{}, SpanRule{.share = 0.5}, SpanRule{.exact = true}}) {
      CHECK(matched_spans(first, second, rule) == most(first, second, rule, 0, 0));
      CHECK(matched_spans(second, first, rule) == matched_spans(first, second, rule));
    }
  }
}

TEST_CASE("a long chain of overlapping spans is matched without deep recursion") {
  std::vector<CodedSpan> first;
  std::vector<CodedSpan> second;
  for (int i = 0; i < 20000; ++i) {
    first.push_back({2.0 * i, 2.0 * i + 2, 0});
    second.push_back({2.0 * i + 1, 2.0 * i + 3, 0});
  }
  CHECK(matched_spans(first, second, {}) == 20000);
}

TEST_CASE("too many overlapping pairs are refused") {
  std::vector<CodedSpan> spans;
  for (int i = 0; i < 4000; ++i) spans.push_back({0, 1.0 + i, 0});
  CHECK_THROWS_AS((void)matched_spans(spans, spans, {}), Error);
}
