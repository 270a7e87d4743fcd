// SPDX-License-Identifier: Apache-2.0
#include "row_inference.hpp"

#include <algorithm>
#include <utility>

#include "cells.hpp"
#include "comparison/document_rows.hpp"
#include "spread.hpp"
#include "topos/statistics/measure.hpp"

namespace topos::cli {
namespace {

double dispersion(const char* measure, const PartCounts& parts) {
  return std::get<DispersionFunction>(find_measure(measure).variant->function)({parts.sizes, parts.counts});
}

Interval scaled(const Interval& interval, double base) { return {base * interval.lower, base * interval.upper}; }

}  // namespace

void archive_fields(FieldArchive& archive, DocumentOrigin& origin) {
  archive.text("cluster", origin.counted.cluster);
  SharedFields::archive(archive, origin.counted.shared);
  archive.maybe("places", origin.places, [&](DocumentPlaces& places) { archive_fields(archive, places); });
}

void InferenceChoices::declare(Options& options) {
  interval.declare(options, {"none", "t", "percentile", "expanded", "bca", "wilson"},
                   "Interval of rates: from how documents differ (t), from resampled documents (percentile, expanded, "
                   "bca), or from words "
                   "taken as independent (wilson); default: none");
  resampling.declare(options);
  options.choice("--parts", parts, {"document", "section", "paragraph"},
                 "Dispersion of hits over documents, sections or paragraphs");
}

DocumentOrigin InferenceChoices::origin_of(const AnnotatedDocument& annotated, const Annotator& annotator,
                                           QueryRun& run) const {
  DocumentOrigin origin;
  if (wants_interval()) origin.counted = CountedDocuments::look(annotated.document, resampling);
  if (!wants_parts()) return origin;
  const PartKind kind = parts == "section"     ? PartKind::section
                        : parts == "paragraph" ? PartKind::paragraph
                                               : PartKind::document;
  origin.places = places_of_document(run, annotated, annotator.segmentation(), kind);
  return origin;
}

RowInference::RowInference(const Query& query, const InferenceChoices& choices, CountsByDocument::Measure measure,
                           double base)
    : query_(query), choices_(choices), measure_(measure), base_(base), documents_(choices.resampling, measure) {}

void RowInference::add(const DocumentTally& tally, DocumentOrigin origin, bool twin) {
  if (origin.places) placements_.add(*origin.places, twin);
  if (choices_.wants_interval()) documents_.add(tally, std::move(origin.counted), twin);
}

void RowInference::finish(const Counts& counts) {
  if (!choices_.wants_interval()) return;
  documents_.check();
  std::map<GroupKey, std::vector<const RowKey*>> rows_of_group;
  for (const auto& [key, row] : counts.rows) rows_of_group[text_group(key.group, query_.options().by)].push_back(&key);
  for (const auto& [group, rows] : rows_of_group) {
    groups_[group] = {rows_of(group, {}).rows(), documents_.repeated(documents_.of_group(group))};
    for (std::size_t begin = 0; begin < rows.size(); begin += columns_at_a_time)
      estimate(group, Rows(rows).subspan(begin, std::min(columns_at_a_time, rows.size() - begin)), counts);
  }
}

CountRows RowInference::rows_of(const GroupKey& group, Rows rows) const {
  const CountsByDocument& counts = documents_.counts();
  std::vector<std::span<const DocumentUnits>> columns;
  for (const RowKey* row : rows) columns.emplace_back(counts.hits_of(*row));
  return document_rows(documents_.names(), documents_.of_group(group), counts.text_of(group), columns);
}

void RowInference::estimate(const GroupKey& group, Rows rows, const Counts& counts) {
  if (groups_.at(group).clusters < least_documents) return;
  if (choices_.interval.kind == "wilson") {
    const auto found = counts.groups.find(group);
    if (found == counts.groups.end()) return;
    const double trials = real(found->second.*measure_);
    for (const RowKey* row : rows)
      intervals_[*row] = scaled(wilson_interval(real(counts.rows.at(*row).n), trials, confidence), base_);
    return;
  }
  const auto intervals = choices_.interval.of(rows_of(group, rows), choices_.resampling, group_stream(group));
  for (std::size_t i = 0; i < rows.size(); ++i) intervals_[*rows[i]] = scaled(intervals[i], base_);
}

const RowInference::Group& RowInference::group_of(const RowKey& row) const {
  static const Group none;
  const auto found = groups_.find(text_group(row.group, query_.options().by));
  return found == groups_.end() ? none : found->second;
}

void RowInference::add_columns(std::vector<Column>& columns) const {
  if (choices_.wants_interval())
    for (const char* name : {"lower", "upper"}) columns.push_back({name, true});
  if (choices_.wants_parts())
    for (const char* name : {"parts", "range", "dp", "dp_norm"}) columns.push_back({name, true});
}

void RowInference::add_cells(std::vector<Cell>& cells, const RowKey& row) const {
  if (choices_.wants_interval()) {
    const auto found = intervals_.find(row);
    const Interval interval = found == intervals_.end() ? Interval{undefined, undefined} : found->second;
    cells.insert(cells.end(), {Cell(interval.lower), Cell(interval.upper)});
  }
  if (!choices_.wants_parts()) return;
  const auto found = placements_.rows().find(row);
  if (found == placements_.rows().end()) {
    cells.insert(cells.end(), 4, Cell());
    return;
  }
  const PartCounts parts = counts_by_part(found->second);
  add_counts(cells, {parts.sizes.size(), parts.counts.size() - static_cast<std::size_t>(std::count(
                                                                   parts.counts.begin(), parts.counts.end(), 0.0))});
  cells.insert(cells.end(), {Cell(dispersion("dp", parts)), Cell(dispersion("dp_norm", parts))});
}

void RowInference::raise(WarningFlags& flags, const RowKey& row) const {
  if (choices_.wants_interval()) {
    const Group& group = group_of(row);
    flags.raise(group.clusters < least_documents, "W02");
    flags.raise(choices_.interval.kind == "wilson" && group.clusters >= least_documents, "W03");
    flags.raise(choices_.interval.kind != "wilson" && group.clusters >= least_documents && group.repeated, "W25");
    flags.raise(choices_.interval.too_narrow(group.clusters) && group.clusters >= least_documents, "W26");
  }
  const auto found = placements_.rows().find(row);
  if (!choices_.wants_parts() || found == placements_.rows().end()) return;
  const PartCounts parts = counts_by_part(found->second);
  const Spread spread = spread_over({parts.sizes, parts.counts});
  flags.raise(spread.is_local(), "W06");
  flags.raise(spread.few, "W24");
}

}  // namespace topos::cli
