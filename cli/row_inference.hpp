// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "counted_documents.hpp"
#include "options/interval.hpp"
#include "options/resampling.hpp"
#include "topos/annotation/kept_fields.hpp"
#include "topos/annotation/placements.hpp"
#include "topos/report/table.hpp"
#include "topos/statistics/intervals.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// What of a document is needed beside its tally; made by any thread.
struct DocumentOrigin {
  CountedDocuments::Origin counted;
  std::optional<DocumentPlaces> places;
};

void archive_fields(FieldArchive& archive, DocumentOrigin& origin);

/// What is said of a count beside the count: how sure its rate is, and how it is spread.
struct InferenceChoices {
  IntervalGroup interval{"none"};
  std::string parts;  ///< empty: dispersion is not wanted
  ResamplingGroup resampling;

  void declare(Options& options);
  [[nodiscard]] bool wants_interval() const { return interval.wanted(); }
  [[nodiscard]] bool wants_parts() const { return !parts.empty(); }
  /// Domain: with parts, the annotator has the document's segmentation.
  [[nodiscard]] DocumentOrigin origin_of(const AnnotatedDocument& annotated, const Annotator& annotator,
                                         QueryRun& run) const;
};

/// Intervals and dispersion of the rows of a count.
class RowInference {
 public:
  /// `base`: of rates.
  RowInference(const Query& query, const InferenceChoices& choices, CountsByDocument::Measure measure, double base);
  void add(const DocumentTally& tally, DocumentOrigin origin, bool twin);
  /// To be called once, when all is added: estimates the intervals of all rows.
  /// Errors: those of ResamplingGroup::check.
  void finish(const Counts& counts);

  void add_columns(std::vector<Column>& columns) const;
  void add_cells(std::vector<Cell>& cells, const RowKey& row) const;
  void raise(WarningFlags& flags, const RowKey& row) const;

 private:
  struct Group {
    std::size_t clusters = 0;
    bool repeated = false;
  };
  using Rows = std::span<const RowKey* const>;

  void estimate(const GroupKey& group, Rows rows, const Counts& counts);
  [[nodiscard]] CountRows rows_of(const GroupKey& group, Rows rows) const;
  [[nodiscard]] const Group& group_of(const RowKey& row) const;

  const Query& query_;
  const InferenceChoices& choices_;
  CountsByDocument::Measure measure_;
  double base_;
  CountedDocuments documents_;
  Placements placements_;
  std::map<RowKey, Interval> intervals_;
  std::map<GroupKey, Group> groups_;
};

}  // namespace topos::cli
