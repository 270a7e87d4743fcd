// SPDX-License-Identifier: Apache-2.0
#include "hit_doubts.hpp"

#include <algorithm>

namespace topos::cli {
namespace {

constexpr double large_top_share = 0.5;  // W05
constexpr double many_quoted = 0.3;      // W18
constexpr double many_negated = 0.2;     // W19

bool exceeds(std::uint64_t part, std::uint64_t whole, double share) {
  return whole > 0 && static_cast<double>(part) / static_cast<double>(whole) > share;
}

}  // namespace

void HitDoubts::raise(WarningFlags& flags) const {
  flags.raise(!one_pattern && n >= rare && exceeds(top, n, large_top_share), "W05");
  flags.raise(exceeds(quoted, n, many_quoted), "W18");
  flags.raise(exceeds(negated, n, many_negated), "W19");
}

void DoubtsByDocument::add(std::uint32_t document, const DocumentTally& tally) {
  std::vector<OfCode*> rows;
  for (const DocumentTally::Row& row : tally.rows) {
    rows.push_back(&codes_[{row.kind->codebook, row.kind->code}]);
    if (row.quoted > 0 || row.negated > 0)
      rows.back()->attributes.push_back(
          {document, static_cast<std::uint32_t>(row.quoted), static_cast<std::uint32_t>(row.negated)});
  }
  for (const DocumentTally::PatternCount& one : tally.patterns)
    rows[one.row]->patterns[one.kind].push_back({document, static_cast<std::uint32_t>(one.n)});
}

HitDoubts DoubtsByDocument::in(const Code& code, const std::vector<bool>& documents) const {
  HitDoubts doubts;
  doubts.one_pattern = code.first == "expressions";
  const auto found = codes_.find(code);
  if (found == codes_.end()) return doubts;
  for (const Attributes& one : found->second.attributes) {
    if (!documents[one.document]) continue;
    doubts.quoted += one.quoted;
    doubts.negated += one.negated;
  }
  for (const auto& [pattern, units] : found->second.patterns) {
    std::uint64_t n = 0;
    for (const DocumentUnits& one : units) n += documents[one.document] ? one.units : 0;
    doubts.n += n;
    doubts.top = std::max(doubts.top, n);
  }
  return doubts;
}

}  // namespace topos::cli
