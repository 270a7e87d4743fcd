// SPDX-License-Identifier: Apache-2.0
#include "words/frequency_output.hpp"

#include <cstring>
#include <unordered_set>
#include <utility>

#include "cells.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/report/delimited_writer.hpp"
#include "topos/report/row_bytes.hpp"
#include "words/viewed_rows.hpp"

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

/// Calls write(rows) with what takes rows for the table's format.
template <class Write>
void write_rows(TableOutput& out, const Write& write) {
  if (DelimitedWriter* const rows = out.by_cells()) return write(*rows);
  ViewedRows rows(out);
  write(rows);
}

template <class Rows>
void put_frequency(const FrequencyRow& row, Rows& rows) {
  auto&& line = rows.line();
  line.put(row.feature);
  for (const std::string& value : *row.group) {
    if (value.empty())
      line.put_nothing();
    else
      line.put(std::string_view(value));
  }
  line.put(static_cast<std::int64_t>(row.frequency.n));
  line.put(static_cast<std::int64_t>(row.frequency.documents));
  line.put(static_cast<std::int64_t>(row.words));
  if (row.words == 0)
    line.put_nothing();
  else
    line.put(real(row.frequency.n) * 1000 / real(row.words));
  rows.end_row(line);
}

/// Puts a document's counts, as packed() wrote them, of the features that are `wanted`, or of all.
template <class Rows>
void put_document(std::string_view bytes, const std::unordered_set<std::string>* wanted, Rows& rows) {
  std::size_t size = 0;
  std::memcpy(&size, bytes.data(), sizeof size);
  const std::vector<Cell> names = unpack_row(bytes.substr(sizeof size, size));
  std::vector<typename Rows::Kept> kept;
  for (const Cell& name : names) {
    const auto* const text = std::get_if<std::string>(&name);
    kept.push_back(rows.keep(text == nullptr ? CellView() : CellView(*text)));
  }
  std::uint32_t numbers[2] = {0, 0};
  for (std::size_t at = sizeof size + size; at < bytes.size(); at += sizeof numbers + numbers[0]) {
    std::memcpy(numbers, bytes.data() + at, sizeof numbers);
    const std::string_view feature = bytes.substr(at + sizeof numbers, numbers[0]);
    if (wanted != nullptr && !wanted->contains(std::string(feature))) continue;
    auto&& line = rows.line();
    for (const auto& name : kept) line.put(name);
    line.put(feature);
    line.put(std::int64_t{numbers[1]});
    rows.end_row(line);
  }
}

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
  write_rows(out, [&](auto& rows) {
    frequencies_.rows(rows_.least, rows_.least_documents, [&](const FrequencyRow& row) { put_frequency(row, rows); });
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
  write_rows(out, [&](auto& rows) {
    documents_.drain([&](std::string_view bytes) {
      put_document(bytes, all_wanted_ ? nullptr : &wanted, rows);
      return true;
    });
  });
  out.close();
}

}  // namespace topos::cli
