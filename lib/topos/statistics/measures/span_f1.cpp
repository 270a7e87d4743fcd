// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

double common(const CodedSpan& a, const CodedSpan& b) {
  return a.code == b.code ? std::max(0.0, std::min(a.end, b.end) - std::max(a.begin, b.begin)) : 0;
}

/// Looks for a partner of one span of the first list, moving others on to other partners where that frees one.
class Matching {
 public:
  Matching(std::size_t first, std::size_t second) : edges_(first), partner_(second, free_) {}
  void add(std::size_t a, std::size_t b) { edges_[a].push_back(b); }
  double size() {
    double matches = 0;
    for (std::size_t a = 0; a < edges_.size(); ++a) {
      std::vector<bool> visited(partner_.size());
      matches += place(a, visited);
    }
    return matches;
  }

 private:
  bool place(std::size_t a, std::vector<bool>& visited) {
    for (const std::size_t b : edges_[a]) {
      if (visited[b]) continue;
      visited[b] = true;
      if (partner_[b] == free_ || place(partner_[b], visited)) {
        partner_[b] = a;
        return true;
      }
    }
    return false;
  }
  static constexpr std::size_t free_ = static_cast<std::size_t>(-1);
  std::vector<std::vector<std::size_t>> edges_;
  std::vector<std::size_t> partner_;
};

template <typename Fits>
double f1_of(std::span<const CodedSpan> first, std::span<const CodedSpan> second, Fits fits) {
  if (first.empty() && second.empty()) return undefined_value;
  Matching matching(first.size(), second.size());
  for (std::size_t a = 0; a < first.size(); ++a)
    for (std::size_t b = 0; b < second.size(); ++b)
      if (fits(first[a], second[b])) matching.add(a, b);
  return 2 * matching.size() / static_cast<double>(first.size() + second.size());
}

double exact(std::span<const CodedSpan> first, std::span<const CodedSpan> second) {
  return f1_of(first, second, [](const CodedSpan& a, const CodedSpan& b) {
    return a.begin == b.begin && a.end == b.end && a.code == b.code;
  });
}

double overlap(std::span<const CodedSpan> first, std::span<const CodedSpan> second) {
  return f1_of(first, second, [](const CodedSpan& a, const CodedSpan& b) { return common(a, b) > 0; });
}

double half(std::span<const CodedSpan> first, std::span<const CodedSpan> second) {
  return f1_of(first, second, [](const CodedSpan& a, const CodedSpan& b) {
    const double shared = common(a, b);
    return shared > 0 && shared >= 0.5 * (a.end - a.begin + b.end - b.begin - shared);
  });
}

constexpr Variant variants[] = {
    {"span_f1", "2 matches / (spans of both), equal begin, end and code; each span once, most matches", exact},
    {"span_f1_overlap", "as span_f1, spans of one code that share something", overlap},
    {"span_f1_iou", "as span_f1, spans of one code that share half of what both cover", half},
};

}  // namespace

namespace measures {
constinit const Measure span_f1{
    .id = "span_f1",
    .family = Family::agreement,
    .use = "",
    .title = "F1 of matched spans",
    .unit = "share, 0 to 1",
    .domain = "a span in either list",
    .direction = "1 all spans matched, 0 none",
    .zeros = "undefined if both lists are empty",
    .source = "Tjong Kim Sang and De Meulder (2003) for exact spans; Jaccard (1912) for the share in common",
    .example = "first=0-10,20-30 second=0-10,22-31",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
