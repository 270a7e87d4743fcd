// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/places.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace topos {
namespace {

/// The words of the groups' texts, counted through.
class WordPositions {
 public:
  WordPositions(const QueryParts& parts, const Segmentation& cut)
      : cut_(cut), at_token_(cut.tokens.size()), behind_(cut.sentences.size()) {
    std::vector<std::uint64_t> words(parts.groups.size());
    for (std::size_t i = 0; i < cut.sentences.size(); ++i) {
      const Sentence& sentence = cut.sentences[i];
      const std::uint32_t group = parts.group_of[sentence.region];
      if (group == QueryParts::none) continue;
      for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
        at_token_[at] = words[group];
        if (cut.tokens[at].kind == TokenKind::word) ++words[group];
      }
      behind_[i] = words[group];
    }
  }

  /// Words before the first one that ends behind `byte`.
  [[nodiscard]] std::uint64_t before(std::uint32_t byte) const {
    const auto next = std::partition_point(cut_.sentences.begin(), cut_.sentences.end(),
                                           [&](const Sentence& one) { return one.span.begin <= byte; });
    if (next == cut_.sentences.begin()) return 0;
    const auto number = static_cast<std::size_t>(next - cut_.sentences.begin()) - 1;
    const TokenRange range = cut_.sentences[number].tokens;
    const auto first = cut_.tokens.begin() + range.begin;
    const auto token =
        std::partition_point(first, cut_.tokens.begin() + range.end, [&](const Token& one) { return one.end <= byte; });
    return token == cut_.tokens.begin() + range.end ? behind_[number]
                                                    : at_token_[static_cast<std::size_t>(token - cut_.tokens.begin())];
  }

 private:
  const Segmentation& cut_;
  std::vector<std::uint64_t> at_token_;  ///< words of its group before each token
  std::vector<std::uint64_t> behind_;    ///< and before the end of each sentence
};

/// Makes the parts and returns that of each region.
std::vector<std::uint32_t> make_parts(const QueryParts& found, const AnnotatedDocument& annotated, PartKind kind,
                                      std::vector<DocumentPlaces::Part>& parts) {
  std::vector<std::uint32_t> part_of(found.group_of.size(), DocumentPlaces::no_part);
  std::map<std::pair<std::uint32_t, std::size_t>, std::uint32_t> known;
  for (std::size_t region = 0; region < found.group_of.size(); ++region) {
    const std::uint32_t group = found.group_of[region];
    const std::uint32_t words = annotated.sizes[region].words;
    if (group == QueryParts::none || words == 0) continue;
    const std::size_t within = kind == PartKind::document  ? 0
                               : kind == PartKind::section ? annotated.document.regions[region].section
                                                           : region;
    const auto [one, added] = known.try_emplace({group, within}, static_cast<std::uint32_t>(parts.size()));
    if (added) parts.push_back({group, 0});
    parts[one->second].words += words;
    part_of[region] = one->second;
  }
  return part_of;
}

}  // namespace

DocumentPlaces places_of_document(QueryRun& run, const AnnotatedDocument& annotated, const Segmentation& cut,
                                  PartKind parts) {
  DocumentPlaces result;
  const QueryParts text = run.query().parts(annotated);
  if (!text.selected) return result;
  result.draft = annotated.draft_language;
  for (const QueryGroup& group : text.groups) result.groups.push_back({group.values, group.size.words});
  const std::vector<std::uint32_t> part_of = make_parts(text, annotated, parts, result.parts);
  const WordPositions positions(text, cut);
  const QueryResult& found = run.run(annotated);
  for (const QueryRow& row : found.rows)
    result.rows.push_back({{row.kind->codebook, row.kind->code, found.values_of(row)}, 0, {}});
  for (const QueryHit& hit : found.hits) {
    const std::uint32_t region = hit.hit->paragraph - 1;
    DocumentPlaces::Row& row = result.rows[hit.row];
    row.group = text.group_of[region];
    const std::uint64_t words = result.groups[row.group].words;
    // Punctuation behind the last word stands at it.
    if (words > 0) row.places.push_back({std::min(positions.before(hit.span.begin), words - 1), part_of[region]});
  }
  std::erase_if(result.rows, [](const DocumentPlaces::Row& row) { return row.places.empty(); });
  return result;
}

}  // namespace topos
