// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/span_matching.hpp"

#include <algorithm>
#include <vector>

#include "topos/base/error.hpp"

namespace topos {
namespace {

constexpr std::size_t most_pairs = 10'000'000;
constexpr std::size_t unmatched = static_cast<std::size_t>(-1);

bool fits(const CodedSpan& a, const CodedSpan& b, SpanRule rule) {
  if (a.code != b.code) return false;
  if (rule.exact) return a.begin == b.begin && a.end == b.end;
  const double shared = std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return shared > 0 && shared >= rule.share * (a.end - a.begin + b.end - b.begin - shared);
}

/// Looks for a partner of one span of the first list after the other, moving others on where that frees one.
class Matching {
 public:
  Matching(std::size_t first, std::size_t second)
      : edges_(first), partner_(second, unmatched), seen_(second, unmatched), from_(second), own_(first, unmatched) {}

  void add(std::size_t a, std::size_t b) { edges_[a].push_back(b); }

  std::size_t size() {
    std::size_t matched = 0;
    for (std::size_t a = 0; a < edges_.size(); ++a) matched += place(a);
    return matched;
  }

 private:
  /// Goes in breadth, as chains of overlapping spans may be longer than a stack is deep.
  bool place(std::size_t start) {
    std::vector<std::size_t> queue{start};
    for (std::size_t at = 0; at < queue.size(); ++at)
      for (const std::size_t b : edges_[queue[at]]) {
        if (seen_[b] == start) continue;
        seen_[b] = start;
        from_[b] = queue[at];
        if (partner_[b] == unmatched) {
          exchange(b);
          return true;
        }
        queue.push_back(partner_[b]);
      }
    return false;
  }

  void exchange(std::size_t b) {
    while (b != unmatched) {
      const std::size_t a = from_[b];
      const std::size_t before = own_[a];
      partner_[b] = a;
      own_[a] = b;
      b = before;
    }
  }

  std::vector<std::vector<std::size_t>> edges_;
  std::vector<std::size_t> partner_;  ///< of each span of the second list
  std::vector<std::size_t> seen_;     ///< the last search that came by
  std::vector<std::size_t> from_;     ///< where that search came from
  std::vector<std::size_t> own_;      ///< partner of each span of the first list
};

}  // namespace

std::size_t matched_spans(std::span<const CodedSpan> first, std::span<const CodedSpan> second, SpanRule rule) {
  std::vector<CodedSpan> others(second.begin(), second.end());
  std::sort(others.begin(), others.end(), [](const CodedSpan& a, const CodedSpan& b) { return a.begin < b.begin; });
  double longest = 0;
  for (const CodedSpan& span : others) longest = std::max(longest, span.end - span.begin);
  Matching matching(first.size(), others.size());
  std::size_t pairs = 0;
  for (std::size_t a = 0; a < first.size(); ++a) {
    auto other = std::lower_bound(others.begin(), others.end(), first[a].begin - longest,
                                  [](const CodedSpan& span, double begin) { return span.begin < begin; });
    for (; other != others.end() && other->begin < first[a].end; ++other) {
      if (++pairs > most_pairs) throw Error(Errc::too_large, "more than 10000000 pairs of coded spans overlap");
      if (fits(first[a], *other, rule)) matching.add(a, static_cast<std::size_t>(other - others.begin()));
    }
  }
  return matching.size();
}

}  // namespace topos
