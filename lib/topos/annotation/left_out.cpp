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
                                               const std::function<void(AnnotatedDocument&)>& decide) {
  std::vector<WithoutPattern> all;
  AnnotatedDocument other = annotated;
  annotator.each_without(annotated, [&](const HitKind& pattern, std::vector<Hit> hits) {
    other.hits = std::move(hits);
    other.notes = annotated.notes;
    decide(other);
    std::vector<ChangedRow> rows = changed_rows(before, tallier.tally(other, annotated.draft_language));
    if (!rows.empty()) all.push_back({&pattern, std::move(rows)});
  });
  return all;
}

}  // namespace topos
