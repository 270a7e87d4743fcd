// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/left_out.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace topos {

std::vector<ChangedRow> changed_rows(const DocumentTally& before, const DocumentTally& after) {
  std::vector<ChangedRow> changed;
  const auto of = [](const DocumentTally& tally, const HitKind* kind) {
    const auto row = std::find_if(tally.rows.begin(), tally.rows.end(),
                                  [&](const DocumentTally::Row& one) { return one.kind == kind; });
    return row == tally.rows.end() ? 0 : row->n;
  };
  for (const DocumentTally::Row& row : before.rows)
    if (const std::uint64_t n = of(after, row.kind); n != row.n) changed.push_back({row.kind, n});
  for (const DocumentTally::Row& row : after.rows)
    if (of(before, row.kind) == 0) changed.push_back({row.kind, row.n});
  return changed;
}

std::vector<WithoutPattern> leave_out_patterns(const AnnotatedDocument& annotated, Annotator& annotator,
                                               Tallier& tallier, const DocumentTally& before,
                                               const std::function<void(AnnotatedDocument&)>& decide,
                                               const std::function<bool(const HitKind&)>& wanted) {
  std::vector<WithoutPattern> all;
  AnnotatedDocument other = annotated;
  const auto recount = [&](const HitKind& pattern, std::vector<Hit> hits) {
    other.hits = std::move(hits);
    other.notes = annotated.notes;
    if (decide) decide(other);
    std::vector<ChangedRow> rows = changed_rows(before, tallier.tally(other, annotated.draft_language));
    if (!rows.empty()) all.push_back({&pattern, std::move(rows)});
  };
  // Where people decided something, and where overlapping hits count as one, hits are counted anew.
  const bool adds_up = !decide && !before.runs;
  const auto alone = [&](const HitKind& pattern) {
    if (!adds_up) {
      std::vector<Hit> hits = annotated.hits;
      std::erase_if(hits, [&](const Hit& hit) { return hit.kind == &pattern; });
      return recount(pattern, std::move(hits));
    }
    std::vector<ChangedRow> rows;
    for (const DocumentTally::PatternCount& count : before.patterns)
      if (count.kind == &pattern) rows.push_back({before.rows[count.row].kind, before.rows[count.row].n - count.n});
    if (!rows.empty()) all.push_back({&pattern, std::move(rows)});
  };
  annotator.each_without(annotated, recount, alone, wanted);
  return all;
}

}  // namespace topos
