// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/annotation/detectors/citation_markers.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos::detectors {
namespace {

constexpr std::string_view scholar = "actor.scholar";
constexpr int reach = 2;  ///< words between a scholar's name and the marker

/// Whether a scholar is named in the two words before the marker (method.md B2).
bool names_scholar(const DetectorInput& input, const Sentence& sentence, ByteSpan marker) {
  const std::vector<Token>& tokens = input.segmentation.tokens;
  const auto first = tokens.begin() + sentence.tokens.begin;
  auto token = std::partition_point(first, tokens.begin() + sentence.tokens.end,
                                    [&](const Token& one) { return one.end <= marker.begin; });
  std::uint32_t from = marker.begin;
  for (int words = 0; token != first && words <= reach; from = token->begin)
    if ((--token)->kind == TokenKind::word) ++words;
  const std::vector<Hit>& hits = input.annotated.hits;
  auto hit =
      std::partition_point(hits.begin(), hits.end(), [&](const Hit& one) { return one.span.begin < marker.begin; });
  while (hit != hits.begin() && (--hit)->span.begin >= from)
    if (is_or_below(hit->code(), scholar)) return true;
  return false;
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  std::vector<CitationMarker> markers;
  for (const Sentence& sentence : input.segmentation.sentences) {
    if (input.document().regions[sentence.region].name == RegionName::references) continue;
    markers.clear();
    find_citation_markers(input.document().text, sentence.span, markers);
    for (CitationMarker& marker : markers) {
      const bool integral = marker.integral || names_scholar(input, sentence, marker.span);
      out.push_back({"citation",
                     marker.span,
                     {{"form", std::string(to_string(marker.form))},
                      {"mode", std::string(integral ? "integral" : "parenthetical")},
                      {"references", std::move(marker.references)}}});
    }
  }
}

}  // namespace

const Detector citation{.name = "citation",
                        .summary = "Citations: numbers in brackets, superscripts, author and year",
                        .languages = "",
                        .codes = "actor.scholar",
                        .detect = detect};

}  // namespace topos::detectors
