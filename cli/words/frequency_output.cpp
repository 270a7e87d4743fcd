// SPDX-License-Identifier: Apache-2.0
#include "words/frequency_output.hpp"

#include <cstring>
#include <unordered_set>
#include <utility>

#include "cells.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/report/row_bytes.hpp"

namespace topos::cli {
namespace {

/// A document's counts as bytes: how long its names are packed, the names, then how long each feature is, how often it
/// occurs, and its text.
std::string packed(const std::string& document, const DocumentFeatures::Group& group, FeatureTable& table) {
  std::vector<Cell> names{document};
  add_group(names, group.values);
  std::string head;
  pack_row(names, head);
  const std::size_t size = head.size();
  std::string bytes(sizeof size, '\0');
  std::memcpy(bytes.data(), &size, sizeof size);
  bytes += head;
  table.each_text(group.counts, [&](std::string_view text, const FeatureCount& count) {
    const std::uint32_t numbers[2] = {static_cast<std::uint32_t>(text.size()), count.n};
    bytes.append(reinterpret_cast<const char*>(numbers), sizeof numbers).append(text);
  });
  return bytes;
}

CellView view_or_nothing(const std::string& text) { return text.empty() ? CellView() : CellView(text); }

}  // namespace

FrequencyOutput::FrequencyOutput(const Query& query, const FrequencyRows& rows, std::size_t memory)
    : by_(query.options().by), rows_(rows), all_wanted_(rows.least == 1 && rows.least_documents == 1),
      frequencies_(temporary_folder(), memory), documents_(temporary_folder(), memory / 4) {
  if (!rows.by_document) return;
  for (const std::string& field : by_)
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::usage, "--sparse has rows of documents, which '" + printable(field) + "' cannot split", {},
                  "leave out --sparse, or split by metadata");
}

void FrequencyOutput::add(const std::string& document, DocumentFeatures features, const Frequencies::Table& table) {
  if (!rows_.by_document) return frequencies_.add(std::move(features), table);
  for (const DocumentFeatures::Group& group : features.groups) {
    if (!all_wanted_) frequencies_.add({{{{}, 0, group.counts}}}, table);
    if (!group.counts.empty()) documents_.add({}, packed(document, group, *table));
  }
}

void FrequencyOutput::write(const OutputGroup& output, const Provenance& provenance) {
  if (rows_.by_document)
    write_documents(output, provenance);
  else
    write_groups(output, provenance);
}

void FrequencyOutput::write_groups(const OutputGroup& output, const Provenance& provenance) {
  TableOutput out(
      output, provenance,
      columns_by({{"feature"}}, by_, {{"n", true}, {"documents", true}, {"words", true}, {"per_1000_words", true}}));
  std::vector<CellView> cells(5 + by_.size());
  const std::vector<std::string>* group = nullptr;  // whose values the cells have
  frequencies_.rows(rows_.least, rows_.least_documents, [&](const FrequencyRow& row) {
    CellView* cell = cells.data();
    *cell++ = row.feature;
    if (row.group != group)
      for (std::size_t i = 0; i < row.group->size(); ++i) cell[i] = view_or_nothing((*row.group)[i]);
    group = row.group;
    cell += by_.size();
    *cell++ = static_cast<std::int64_t>(row.frequency.n);
    *cell++ = static_cast<std::int64_t>(row.frequency.documents);
    *cell++ = static_cast<std::int64_t>(row.words);
    *cell = row.words == 0 ? CellView() : CellView(real(row.frequency.n) * 1000 / real(row.words));
    out.row_of_views(cells);
  });
  out.close();
}

void FrequencyOutput::write_documents(const OutputGroup& output, const Provenance& provenance) {
  // The columns of a matrix are the same in all of its rows, so all documents together decide.
  std::unordered_set<std::string> wanted;
  if (!all_wanted_)
    frequencies_.rows(rows_.least, rows_.least_documents,
                      [&](const FrequencyRow& row) { wanted.emplace(row.feature); });
  TableOutput out(output, provenance, columns_by({{"document"}}, by_, {{"feature"}, {"n", true}}));
  documents_.drain([&](std::string_view bytes) {
    std::size_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    std::vector<Cell> cells = unpack_row(bytes.substr(sizeof size, size));
    cells.resize(cells.size() + 2);
    std::uint32_t numbers[2] = {0, 0};
    std::string feature;
    for (std::size_t at = sizeof size + size; at < bytes.size(); at += sizeof numbers + numbers[0]) {
      std::memcpy(numbers, bytes.data() + at, sizeof numbers);
      feature.assign(bytes.substr(at + sizeof numbers, numbers[0]));
      if (!all_wanted_ && !wanted.contains(feature)) continue;
      set_text(cells[cells.size() - 2], feature);
      cells.back() = whole(numbers[1]);
      out.row(cells);
    }
    return true;
  });
  out.close();
}

}  // namespace topos::cli
