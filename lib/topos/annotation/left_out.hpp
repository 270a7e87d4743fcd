// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/tally.hpp"

namespace topos {

/// What a row of one document counts if something is done otherwise.
struct ChangedRow {
  const HitKind* kind = nullptr;  ///< codebook and code; lives as long as the query
  std::uint64_t n = 0;
};

/// Rows of `after` that count other numbers than in `before`, and rows of `before` that it lacks, with 0.
/// Domain: tallies of one document for one query whose --by names fields of documents alone.
[[nodiscard]] std::vector<ChangedRow> changed_rows(const DocumentTally& before, const DocumentTally& after);

/// What a document counts without one pattern.
struct WithoutPattern {
  const HitKind* pattern = nullptr;  ///< lives as long as the shelf
  std::vector<ChangedRow> rows;
};

/// Leaves out the patterns of a document one by one, as if the whole codebook had been run without each; those that
/// change nothing are not listed. `decide`, if there is one, is what people do to hits. Patterns that `wanted`, if
/// there is one, refuses are not left out. Domain: `annotated` is as annotate() left it, `before` its tally, decided;
/// as of changed_rows.   Cost: a pattern that stands alone in the document is a subtraction, unless people decide or
/// overlapping hits count as one; else hits are judged, or counted, anew.
[[nodiscard]] std::vector<WithoutPattern> leave_out_patterns(const AnnotatedDocument& annotated, Annotator& annotator,
                                                             Tallier& tallier, const DocumentTally& before,
                                                             const std::function<void(AnnotatedDocument&)>& decide = {},
                                                             const std::function<bool(const HitKind&)>& wanted = {});

}  // namespace topos
