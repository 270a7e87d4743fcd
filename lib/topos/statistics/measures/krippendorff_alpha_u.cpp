// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

/// A span or a gap between spans.
struct Section {
  double begin;
  double length;
  bool marked;
};

std::vector<Section> sections(std::vector<CodedSpan> spans, std::uint32_t code, double length) {
  std::erase_if(spans, [&](const CodedSpan& span) { return span.code != code; });
  std::sort(spans.begin(), spans.end(), [](const CodedSpan& a, const CodedSpan& b) { return a.begin < b.begin; });
  std::vector<Section> all;
  double at = 0;
  for (const CodedSpan& span : spans) {
    if (span.begin > at) all.push_back({at, span.begin - at, false});
    all.push_back({span.begin, span.end - span.begin, true});
    at = span.end;
  }
  if (at < length) all.push_back({at, length - at, false});
  return all;
}

double distance(const Section& a, const Section& b) {
  const double begins = a.begin - b.begin;
  const double ends = begins + a.length - b.length;
  if (a.marked && b.marked) return -a.length < begins && begins < b.length ? begins * begins + ends * ends : 0;
  if (a.marked && !b.marked) return begins >= 0 && ends <= 0 ? a.length * a.length : 0;
  if (!a.marked && b.marked) return begins <= 0 && ends >= 0 ? b.length * b.length : 0;
  return 0;
}

struct Disagreement {
  double observed = 0;
  double expected = 0;
};

Disagreement disagreement(const Continuum& continuum, std::uint32_t code) {
  const double coders = static_cast<double>(continuum.coders.size());
  const double length = continuum.length;
  std::vector<std::vector<Section>> all;
  for (const auto& spans : continuum.coders) all.push_back(sections(spans, code, length));
  double units = 0;
  double used = 0;
  Disagreement sum;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Section& a : all[i]) {
      units += a.marked;
      used += a.marked ? a.length * (a.length - 1) : 0;
      for (std::size_t j = 0; j < all.size(); ++j)
        if (i != j)
          for (const Section& b : all[j]) sum.observed += distance(a, b);
    }
  for (const auto& sections_of_coder : all)
    for (const Section& a : sections_of_coder) {
      if (!a.marked) continue;
      const double l = a.length;
      double gaps = 0;
      for (const auto& others : all)
        for (const Section& b : others)
          if (!b.marked && b.length >= l) gaps += b.length - l + 1;
      sum.expected += (units - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * gaps;
    }
  sum.observed /= coders * (coders - 1) * length * length;
  sum.expected *= 2 / length / (coders * length * (coders * length - 1) - used);
  return sum;
}

double value(const Continuum& continuum) {
  if (continuum.coders.size() < 2 || !(continuum.length > 0)) return undefined_value;
  std::set<std::uint32_t> codes;
  for (const auto& spans : continuum.coders)
    for (const CodedSpan& span : spans) {
      if (span.begin < 0 || span.end > continuum.length) return undefined_value;
      codes.insert(span.code);
    }
  Disagreement sum;
  for (const std::uint32_t code : codes) {
    const Disagreement of_code = disagreement(continuum, code);
    sum.observed += of_code.observed;
    sum.expected += of_code.expected;
  }
  return sum.expected > 0 ? 1 - sum.observed / sum.expected : undefined_value;
}

constexpr Variant variants[] = {
    {"krippendorff_alpha_u", "1 - observed / expected disagreement of begins, ends and gaps, codes added up", value},
};

}  // namespace

namespace measures {
constinit const Measure krippendorff_alpha_u{
    .id = "krippendorff_alpha_u",
    .family = Family::agreement,
    .use = "",
    .title = "Krippendorff's alpha for unitizing",
    .unit = "share above chance, at most 1",
    .domain = "two coders or more, a span; whole begins and ends within the length",
    .direction = "1 the same spans, 0 as by chance, below 0: less",
    .zeros = "undefined if no coder marked a span",
    .source = "Krippendorff (1995)",
    .example = "length=100 coder1=10-20,40-60 coder2=10-22,45-60",
    .variants = variants,
};
}  // namespace measures

}  // namespace topos
