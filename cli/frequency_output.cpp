// SPDX-License-Identifier: Apache-2.0
#include "frequency_output.hpp"

#include <cstring>

#include "cells.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/report/row_bytes.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t budget = std::size_t{32} << 20;

/// A document's counts as bytes: how long its names are packed, the names, then the counts.
std::string packed(const std::string& document, const DocumentFeatures::Group& group) {
  std::vector<Cell> names{document};
  add_group(names, group.values);
  std::string head;
  pack_row(names, head);
  const std::size_t size = head.size();
  std::string bytes(sizeof size, '\0');
  std::memcpy(bytes.data(), &size, sizeof size);
  bytes += head;
  return bytes.append(reinterpret_cast<const char*>(group.counts.data()), group.counts.size() * sizeof(FeatureCount));
}

}  // namespace

FrequencyOutput::FrequencyOutput(const Query& query, const FrequencyRows& rows) : by_(query.options().by), rows_(rows), documents_(temporary_folder(), budget) {
  if (!rows.by_document) return;
  for (const std::string& field : by_)
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::usage, "--sparse has rows of documents, which '" + printable(field) + "' cannot split", {}, "leave out --sparse, or split by metadata");
}

void FrequencyOutput::add(const std::string& document, const DocumentFeatures& features) {
  if (!rows_.by_document) return frequencies_.add(features);
  for (const DocumentFeatures::Group& group : features.groups) {
    for (const FeatureCount& count : group.counts) {
      Frequency& total = totals_[count.feature];
      total.n += count.n;
      ++total.documents;
    }
    if (!group.counts.empty()) documents_.add({}, packed(document, group));
  }
}

void FrequencyOutput::write(const OutputGroup& output, const Provenance& provenance, const FeatureTable& table) {
  if (rows_.by_document)
    write_documents(output, provenance, table);
  else
    write_groups(output, provenance, table);
}

void FrequencyOutput::write_groups(const OutputGroup& output, const Provenance& provenance, const FeatureTable& table) {
  TableOutput out(output, provenance, columns_by({{"feature"}}, by_, {{"n", true}, {"documents", true}, {"per_1000_words", true}}));
  std::vector<Cell> cells(4 + by_.size());
  for (const FrequencyRow& row : frequencies_.rows(table, rows_.least, rows_.least_documents)) {
    // Cells keep their memory from row to row.
    set_text(cells[0], row.feature);
    std::size_t at = 1;
    for (const std::string& value : *row.group) {
      if (value.empty())
        cells[at] = Cell();
      else
        set_text(cells[at], value);
      ++at;
    }
    cells[at++] = whole(row.frequency.n);
    cells[at++] = whole(row.frequency.documents);
    cells[at] = row.words == 0 ? Cell() : Cell(real(row.frequency.n) * 1000 / real(row.words));
    out.row(cells);
  }
  out.close();
}

void FrequencyOutput::write_documents(const OutputGroup& output, const Provenance& provenance, const FeatureTable& table) {
  // The columns of a matrix are the same in all of its rows, so all documents together decide.
  const auto wanted = [&](FeatureId feature) {
    const Frequency& total = totals_[feature];
    return total.n >= rows_.least && total.documents >= rows_.least_documents;
  };
  TableOutput out(output, provenance, columns_by({{"document"}}, by_, {{"feature"}, {"n", true}}));
  documents_.drain([&](std::string_view bytes) {
    std::size_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    std::vector<Cell> cells = unpack_row(bytes.substr(sizeof size, size));
    cells.resize(cells.size() + 2);
    for (std::size_t at = sizeof size + size; at < bytes.size(); at += sizeof(FeatureCount)) {
      FeatureCount count;
      std::memcpy(&count, bytes.data() + at, sizeof count);
      if (!wanted(count.feature)) continue;
      set_text(cells[cells.size() - 2], table.text(count.feature));
      cells.back() = whole(count.n);
      out.row(cells);
    }
    return true;
  });
  out.close();
}

}  // namespace topos::cli
